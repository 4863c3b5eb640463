"""The widths of a table of which a template has left out columns: the others share what is free."""

from lxml import etree

from safecomm.ooxml.wordml import CELL, ROW, value, w

WIDTH = w("w")


def share_width(table: etree._Element) -> None:
    """As the cells of the first row stand to each other; a table with all the columns of its grid stays as it is."""
    grid, header = table.find(w("tblGrid")), table.find(ROW)
    cells = [] if header is None else header.findall(CELL)
    asked = [_number(cell.find(w("tcPr/tcW"))) for cell in cells]
    if grid is None or len(cells) >= len(grid) or not all(asked) or any(value(cell, "tcPr/gridSpan") for cell in cells):
        return
    total = sum(map(_number, grid))
    widths = [str(total * width // sum(asked)) for width in asked]
    grid[:] = [etree.Element(w("gridCol"), {WIDTH: width}) for width in widths]
    for row in table.findall(ROW):
        for wide, width in zip(row.findall(w("tc/tcPr/tcW")), widths, strict=False):
            wide.set(WIDTH, width)


def _number(element: etree._Element | None) -> int:
    written = "" if element is None else element.get(WIDTH, "")
    return int(written) if written.isdecimal() else 0
