"""Accessibility and soundness of any Word file: opens it with suspicion and asks every rule."""

from collections.abc import Callable, Collection, Iterator
from itertools import islice
from pathlib import Path

from safecomm.audit import (
    alternative_texts,
    contrast,
    identities,
    leftovers,
    link_purposes,
    paragraph_styles,
    properties,
    table_shapes,
)
from safecomm.audit.audited_document import AuditedDocument
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.ooxml.opening import is_xml, open_word_file
from safecomm.ooxml.package import Package

Rule = Callable[[AuditedDocument], Iterator[Diagnostic]]
RULES: tuple[Rule, ...] = (
    *(properties.title, properties.language, properties.protection),
    *(identities.missing_relationships, identities.missing_parts, identities.missing_notes),
    *(identities.duplicate_drawings, identities.duplicate_controls, identities.duplicate_notes),
    *(paragraph_styles.no_headings, paragraph_styles.empty_headings),
    *(paragraph_styles.heading_jumps, paragraph_styles.bold_headings),
    *(paragraph_styles.typed_lists, paragraph_styles.empty_paragraphs),
    *(table_shapes.header_rows, table_shapes.merged_cells, table_shapes.nested_tables),
    *(table_shapes.columns, table_shapes.cell_ends),
    alternative_texts.descriptions,
    *(link_purposes.link_texts, link_purposes.link_places),
    contrast.low_contrast,
    *(leftovers.unclosed_fields, leftovers.empty_fields),
    *(identities.unclosed_bookmarks, identities.duplicate_bookmark_ids, identities.duplicate_bookmark_names),
    leftovers.leftover_tags,
)
# Findings of one rule in one file; whoever has mended so many sees the others then.
MOST = 20


def audit_file(path: Path) -> list[Diagnostic]:
    try:
        return audit_whole(open_word_file(path), path.as_posix())
    except ContentError as fault:
        return fault.diagnostics


def audit_whole(package: Package, name: str) -> list[Diagnostic]:
    """Of a file that anybody may have made: every part of it must be whole, even one that no rule looks at."""
    package.read_all(filter(is_xml, package.names))
    return audit_package(package, name)


def audit_package(package: Package, name: str, allowed: Collection[str] = ()) -> list[Diagnostic]:
    """`name` is how messages call the file; in `allowed` texts what looks like a template's tag is meant."""
    document = AuditedDocument(name, package, allowed)
    return [finding for rule in RULES for finding in _first(rule(document), Location(name))]


def _first(findings: Iterator[Diagnostic], place: Location) -> Iterator[Diagnostic]:
    """The first findings of a rule, and whether they are only the first."""
    yield from islice(findings, MOST)
    if (more := next(findings, None)) is not None:
        yield problem("audit-more", place, kind=more.code)
