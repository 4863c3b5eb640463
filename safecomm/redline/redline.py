"""Two drafts made one: the new one, with what differs from the old one as changes that Word has tracked."""

from collections.abc import Container
from datetime import datetime

from safecomm.redline.accept import accept, reject
from safecomm.redline.draft import opened
from safecomm.redline.making import Making
from safecomm.redline.margins import shared
from safecomm.redline.marks import Marks
from safecomm.redline.normal import BODY, normal
from safecomm.word.archive import write_parts

__all__ = ["UnprovenError", "accept", "redline", "reject"]


class UnprovenError(Exception):
    """Changes that do not lead from the one document to the other: a fault of this program, not of its user."""


def redline(old: bytes, new: bytes, author: str, date: datetime | None = None) -> bytes:
    """The new document with its changes against the old one; the same arguments give the same bytes.

    Accepting all changes gives the new document, rejecting them the old one, or UnprovenError is raised. Raises
    ContentError with the location `old` or `new` for what is no Word file.
    """
    before, after = opened(old, "old"), opened(new, "new")
    both = shared(before, after)
    redlined = write_parts(Making(before, after, Marks(author, date)).parts(both.values()))
    prove(redlined, old, new, both)
    return redlined


def prove(redlined: bytes, old: bytes, new: bytes, both: Container[str]) -> None:
    """Reads the result as anyone would; of headers and footers only those that `both` have can be compared."""
    if normal(accept(redlined)) != normal(new):
        raise UnprovenError("accepting the changes does not give the new document")
    rejected = normal(reject(redlined))
    if any(rejected.get(place) != form for place, form in normal(old).items() if place == BODY or place in both):
        raise UnprovenError("rejecting the changes does not give the old document")
