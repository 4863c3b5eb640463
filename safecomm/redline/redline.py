"""Two drafts made one: the new one, with what differs from the old one as changes that Word has tracked."""

from collections.abc import Container
from datetime import datetime

from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.opening import open_word_bytes
from safecomm.ooxml.package import Package
from safecomm.redline.accept import accept, reject
from safecomm.redline.canonical import BODY, canonical_stories
from safecomm.redline.headers_footers import shared
from safecomm.redline.redline_builder import RedlineBuilder
from safecomm.redline.revision_marks import RevisionMarks

__all__ = ["UnprovenError", "accept", "redline", "reject"]


class UnprovenError(Exception):
    """Changes that do not lead from the one document to the other: a fault of this program, not of its user."""


def redline(old: bytes, new: bytes, author: str, date: datetime | None = None) -> bytes:
    """The new document with its changes against the old one; the same arguments give the same bytes.

    Accepting all changes gives the new document, rejecting them the old one, or UnprovenError is raised. Raises
    ContentError with the location `old` or `new` for what is no Word file.
    """
    before, after = open_word_bytes(old, "old"), open_word_bytes(new, "new")
    both = shared(before, after)
    redlined = write_parts(RedlineBuilder(before, after, RevisionMarks(author, date)).parts(both.values()))
    prove(redlined, old, new, both)
    return redlined


def prove(redlined: bytes, old: bytes, new: bytes, both: Container[str]) -> None:
    """Reads the result as anyone would; of headers and footers only those that `both` have can be compared."""
    if canonical_stories(Package(accept(redlined))) != canonical_stories(Package(new)):
        raise UnprovenError("accepting the changes does not give the new document")
    rejected, before = (canonical_stories(Package(docx)) for docx in (reject(redlined), old))
    if any(rejected.get(place) != form for place, form in before.items() if place == BODY or place in both):
        raise UnprovenError("rejecting the changes does not give the old document")
