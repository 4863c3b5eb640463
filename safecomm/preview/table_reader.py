"""A table of Word with its cells as a page has them: each once, with what it heads and how far it reaches."""

from collections.abc import Callable

from lxml import etree

from safecomm.markdown.blocks import MOST_COLUMNS
from safecomm.ooxml.revisions import cell_change, row_change
from safecomm.ooxml.table_places import wanted_conditions
from safecomm.ooxml.walk import nearest_below
from safecomm.ooxml.wordml import CELL, ROW, VAL, is_on, own_properties, value, w
from safecomm.preview.page_tree import PageBlock, PageCell, PageRow, PageTable
from safecomm.word.record_sections import RecordSections

BlocksOf = Callable[[etree._Element], tuple[PageBlock, ...]]
MERGED = w("vMerge")


class PageTableReader:
    """Reads one table; `blocks_of` reads what stands in a cell."""

    def __init__(self, table: etree._Element, blocks_of: BlocksOf, sections: RecordSections) -> None:
        self.table, self.blocks_of, self.sections = table, blocks_of, sections
        self.has_row_headers = "firstCol" in wanted_conditions(table)
        self.rows: list[list[PageCell]] = []
        self.reaching: dict[int, tuple[list[PageCell], int]] = {}

    def read(self) -> PageTable:
        """Only rows at the top can head it."""
        heads: list[bool] = []
        for row in nearest_below(self.table, ROW):
            if row_change(row).stands:
                heads.append(all(heads[-1:]) and is_on(row, "trPr/tblHeader"))
                self.rows.append([])
                with self.sections.row():
                    self.read_row(row, heads[-1])
        label = value(self.table, "tblPr/tblCaption") or ""
        rows = zip(self.rows, heads, strict=True)
        return PageTable(tuple(PageRow(tuple(cells), head) for cells, head in rows), None, label)

    def read_row(self, row: etree._Element, heads: bool) -> None:
        column = 0
        for cell in nearest_below(row, CELL):
            if cell_change(cell).stands:
                properties = own_properties(cell)
                width, merged = columns(properties), None if properties is None else properties.find(MERGED)
                if merged is not None and merged.get(VAL) != "restart" and column in self.reaching:
                    self.reach(column)
                else:
                    scope = "col" if heads else "row" if self.has_row_headers and column == 0 else ""
                    self.rows[-1].append(PageCell(self.blocks_of(cell), scope, width))
                    self.reaching[column] = self.rows[-1], len(self.rows[-1]) - 1
                column += width

    def reach(self, column: int) -> None:
        """The cell that began above reaches over this row, too."""
        cells, place = self.reaching[column]
        cells[place] = cells[place]._replace(rows=cells[place].rows + 1)


def columns(properties: etree._Element | None) -> int:
    """Over how many a cell reaches."""
    span = "1" if properties is None else value(properties, "gridSpan") or "1"
    return max(min(int(span), MOST_COLUMNS), 1) if span.isdecimal() and len(span) < 9 else 1
