"""Tables to WordprocessingML: a header row that every page repeats, and columns as wide as their texts ask for."""

from safecomm.markdown.blocks import Cell, Table
from safecomm.markdown.traversal import plain_text
from safecomm.word.runs import RunFormat, RunWriter

# Only the relation between the columns counts: the table is as wide as the text.
WIDTH = 9_000
WHOLE = 5_000
"""The width of the text, in fiftieths of a per cent."""
LETTERS, AROUND = 95, 4
"""How many letters the text is wide, and how much of that stands around those of a column."""
NARROWEST, WIDEST = 8, 40
# Between the header and the first row stands the line of hyphens.
BELOW_HEADER = 2
LOOK = (
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
    ' w:noHBand="0" w:noVBand="1"/>'
)


def table_xml(table: Table, runs: RunWriter, look: RunFormat, place: str) -> str:
    widths = column_widths(table)

    def row(number: int, cells: tuple[Cell, ...], style: str, properties: str) -> str:
        written = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{runs.styles[style]}"/>{alignment(cell)}</w:pPr>'
            f"{runs.marked_runs(cell.children, look, place, table.line + number, 'cell')}</w:p></w:tc>"
            for cell, width in zip(cells, widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{written}</w:tr>"

    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    width = f'<w:tblW w:w="{table_width(table)}" w:type="pct"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{runs.styles["ContentTable"]}"/>{width}{LOOK}'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{row(0, table.header, 'TableHeader', '<w:tblHeader/>')}"
        f"{''.join(row(number, cells, 'TableText', '') for number, cells in enumerate(table.rows, BELOW_HEADER))}"
        "</w:tbl>"
    )


def table_width(table: Table) -> int:
    """Of the text; a table of numbers is no wider than it needs, or they would stand far from what they are of."""
    if not any(cell.align == "right" for cell in table.header):
        return WHOLE
    needed = sum(share + AROUND for share in column_shares(table))
    return min(WHOLE * needed // LETTERS, WHOLE)


def column_widths(table: Table) -> list[int]:
    shares = column_shares(table)
    return [WIDTH * share // sum(shares) for share in shares]


def column_shares(table: Table) -> list[int]:
    columns = zip(table.header, *table.rows, strict=True)
    longest = [max(len(plain_text(cell.children)) for cell in column) for column in columns]
    return [min(max(length, NARROWEST), WIDEST) for length in longest]


def alignment(cell: Cell) -> str:
    return cell.align and f'<w:jc w:val="{cell.align}"/>'
