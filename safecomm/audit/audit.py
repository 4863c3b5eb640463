"""Accessibility and soundness of any Word file: opens it with suspicion and asks every rule."""

from collections.abc import Callable, Collection, Iterator
from itertools import islice
from pathlib import Path

from safecomm.audit.alternative_texts import PICTURE_RULES
from safecomm.audit.audited_document import AuditedDocument
from safecomm.audit.bookmark_pairs import BOOKMARK_RULES
from safecomm.audit.contrast import CONTRAST_RULES
from safecomm.audit.field_results import FIELD_RULES
from safecomm.audit.headings import HEADING_RULES
from safecomm.audit.identities import IDENTITY_RULES
from safecomm.audit.leftover_tags import TAG_RULES
from safecomm.audit.link_purposes import LINK_RULES
from safecomm.audit.missing_targets import REFERENCE_RULES
from safecomm.audit.properties import PROPERTY_RULES
from safecomm.audit.table_shapes import TABLE_RULES
from safecomm.audit.typed_paragraphs import PARAGRAPH_RULES
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.ooxml.opening import is_xml, open_word_bytes, open_word_file
from safecomm.ooxml.package import Package

Rule = Callable[[AuditedDocument], Iterator[Diagnostic]]
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
# Findings of one rule in one file; whoever has mended so many sees the others then.
MOST = 20


def audit_file(path: Path) -> list[Diagnostic]:
    try:
        return audit_whole(open_word_file(path), path.as_posix())
    except ContentError as fault:
        return fault.diagnostics


def audit(data: bytes, name: str, allowed: Collection[str] = ()) -> list[Diagnostic]:
    """`name` is how messages call the file; in `allowed` texts what looks like a template's tag is meant."""
    try:
        return audit_whole(open_word_bytes(data, name), name, allowed)
    except ContentError as fault:
        return fault.diagnostics


def audit_whole(package: Package, name: str, allowed: Collection[str] = ()) -> list[Diagnostic]:
    """Of a file that anybody may have made: every part of it must be whole, even one that no rule looks at."""
    package.read_all(filter(is_xml, package.names))
    return audit_package(package, name, allowed)


def audit_package(package: Package, name: str, allowed: Collection[str] = ()) -> list[Diagnostic]:
    document = AuditedDocument(name, package, allowed)
    return [finding for rule in RULES for finding in _first(rule(document), Location(name))]


def _first(found: Iterator[Diagnostic], place: Location) -> Iterator[Diagnostic]:
    """The first findings of a rule, and whether they are only the first."""
    yield from islice(found, MOST)
    if (more := next(found, None)) is not None:
        yield problem("audit-more", place, kind=more.code)
