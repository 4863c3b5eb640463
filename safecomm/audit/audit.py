"""Accessibility and soundness of any Word file: opens it with suspicion and asks every rule."""

from collections.abc import Callable, Collection, Iterator
from itertools import islice
from pathlib import Path

from safecomm.audit.bookmarks import BOOKMARK_RULES
from safecomm.audit.contrast import CONTRAST_RULES
from safecomm.audit.document import Document
from safecomm.audit.fields import FIELD_RULES
from safecomm.audit.headings import HEADING_RULES
from safecomm.audit.identities import IDENTITY_RULES
from safecomm.audit.links import LINK_RULES
from safecomm.audit.opening import main_part, opened
from safecomm.audit.paragraphs import PARAGRAPH_RULES
from safecomm.audit.pictures import PICTURE_RULES
from safecomm.audit.properties import PROPERTY_RULES
from safecomm.audit.references import REFERENCE_RULES
from safecomm.audit.tables import TABLE_RULES
from safecomm.audit.tags import TAG_RULES
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.word.archive import Package

Rule = Callable[[Document], Iterator[Diagnostic]]
RULES: tuple[Rule, ...] = (
    *PROPERTY_RULES,
    *REFERENCE_RULES,
    *IDENTITY_RULES,
    *HEADING_RULES,
    *PARAGRAPH_RULES,
    *TABLE_RULES,
    *PICTURE_RULES,
    *LINK_RULES,
    *CONTRAST_RULES,
    *FIELD_RULES,
    *BOOKMARK_RULES,
    *TAG_RULES,
)
# In bytes; a photograph is some millions.
LARGEST_FILE = 200_000_000
# Findings of one rule in one file; whoever has mended so many sees the others then.
MOST = 20


def audit_file(path: Path) -> list[Diagnostic]:
    name = path.as_posix()
    if not path.is_file():
        return [problem("audit-missing", Location(name))]
    if path.stat().st_size > LARGEST_FILE:
        return [problem("audit-too-big", Location(name), limit=LARGEST_FILE // 1_000_000)]
    return audit(path.read_bytes(), name)


def audit(data: bytes, name: str, allowed: Collection[str] = ()) -> list[Diagnostic]:
    """`name` is how messages call the file; in `allowed` texts what looks like a template's tag is meant."""
    try:
        return audit_package(opened(data, name), name, allowed)
    except ContentError as fault:
        return fault.diagnostics


def audit_package(package: Package, name: str, allowed: Collection[str] = ()) -> list[Diagnostic]:
    """The same of a file that is open already; raises ContentError when it is no Word file."""
    document = Document(name, package, main_part(package, name), allowed)
    return [each for rule in RULES for each in _first(rule(document), Location(name))]


def _first(found: Iterator[Diagnostic], place: Location) -> Iterator[Diagnostic]:
    """The first findings of a rule, and whether they are only the first."""
    yield from islice(found, MOST)
    if (more := next(found, None)) is not None:
        yield problem("audit-more", place, kind=more.code)
