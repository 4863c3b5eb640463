"""Tables that a screen reader can read: a header row, and one cell for each row and column."""

from collections.abc import Iterator

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument
from safecomm.audit.audited_story import holds
from safecomm.diagnostic import Diagnostic
from safecomm.markdown.blocks import MOST_COLUMNS
from safecomm.ooxml.walk import nearest_below
from safecomm.ooxml.wordml import CELL, ROW, TABLE, P, is_on, value, w

MERGED = holds("w:tr/w:tc/w:tcPr[w:vMerge or w:hMerge or w:gridSpan/@w:val > 1]")
SPAN = w("gridSpan")
# May stand behind the last block of a cell without being one.
MARKS = {
    w(f"{name}{end}")
    for name in ("bookmark", "commentRange", "moveFromRange", "moveToRange")
    for end in ("Start", "End")
} | {w("permStart"), w("permEnd"), w("proofErr")}


def header_rows(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 1.3.1, PDF/UA-1, 7.5; a table of one row has nothing to head."""
    for story, table in document.elements(TABLE):
        rows = list(nearest_below(table, ROW))
        if len(rows) > 1 and not is_on(rows[0], "trPr/tblHeader"):
            yield story.problem("audit-table-header", table)


def merged_cells(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 1.3.1: WordprocessingML cannot say which rows and columns a merged header is for."""
    for story, table in document.elements(TABLE):
        if MERGED(table):
            yield story.problem("audit-table-merged", table)


def nested_tables(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 1.3.2 Meaningful Sequence."""
    for story, table in document.elements(TABLE):
        if next(table.iterancestors(CELL), None) is not None:
            yield story.problem("audit-table-nested", table)


def columns(document: AuditedDocument) -> Iterator[Diagnostic]:
    """Word calls a document unreadable that has a wider table."""
    for story, table in document.elements(TABLE):
        if any(count_columns(row) > MOST_COLUMNS for row in nearest_below(table, ROW)):
            yield story.problem("audit-table-columns", table)


def count_columns(row: etree._Element) -> int:
    cells = list(nearest_below(row, CELL))
    if next(row.iter(SPAN), None) is None:
        return len(cells)
    spans = (value(cell, "tcPr/gridSpan") or "1" for cell in cells)
    return sum(int(span) if span.isdecimal() and len(span) < 9 else 1 for span in spans)


def cell_ends(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 17.4 tc: Word calls a document unreadable that has a cell without a last paragraph."""
    for story, cell in document.elements(CELL):
        if len(cell) and cell[-1].tag == P:
            continue
        last = next((block for block in cell.iterchildren(reversed=True) if block.tag not in MARKS), None)
        # A content control around the last paragraph is Word's own doing.
        if last is None or last.tag not in (P, w("sdt")):
            yield story.problem("audit-cell-end", cell)
