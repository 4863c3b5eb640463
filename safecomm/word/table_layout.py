"""How a finished table stands on the page: in columns that share its width, never with a lone row or a large hole."""

from lxml import etree

from safecomm.ooxml.walk import raw_text
from safecomm.ooxml.wordml import CELL, PARAGRAPH_PROPERTIES, PARAGRAPH_STYLE, ROW, value, w

WIDTH, KEPT = w("w"), w("keepNext")
PLAIN = (PARAGRAPH_STYLE, KEPT, w("keepLines"))
"""The properties of a paragraph that nobody has laid out."""
BELOW_TABLE = "120"
"""Between a table and the text after it."""
MOST_ROWS, MOST_CHARACTERS = 13, 600
"""A table with no more is small: not torn by a page's end."""
MOST_OF_ROW = 1000
"""A row with more characters takes about a third of a page, which would stay empty above it."""


def share_width(table: etree._Element) -> None:
    """Between the columns that a template has not left out, as the cells of the first row stand to each other."""
    grid, header = table.find(w("tblGrid")), table.find(ROW)
    cells = [] if header is None else header.findall(CELL)
    asked = [_number(cell.find(w("tcPr/tcW"))) for cell in cells]
    if grid is None or len(cells) == len(grid) or not all(asked) or any(value(cell, "tcPr/gridSpan") for cell in cells):
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


def keep_together(table: etree._Element, *, noted: bool) -> None:
    """Keeps a small table whole, of a larger one two rows on each page, and the last with its note if it is `noted`.

    A tall row may be torn, and holds no other on its page.
    """
    rows = table.findall(ROW)
    tall = [row for row in rows if len(raw_text(row)) > MOST_OF_ROW]
    small = len(rows) <= MOST_ROWS and len(raw_text(table)) <= MOST_CHARACTERS
    upper, last = rows[:-1], rows[-1:]
    kept = upper if small else [*upper[:2], *upper[-1:]]
    for row in tall:
        let_tear(row)
    for row in [*kept, *last] if noted else kept:
        if row not in tall:
            keep_with_next(row)


def set_below(paragraph: etree._Element) -> None:
    """Leaves room above a text that stands below a table, which has none of its own."""
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    if properties is not None and raw_text(paragraph) and all(each.tag in PLAIN for each in properties):
        etree.SubElement(properties, w("spacing"), {w("before"): BELOW_TABLE})


def let_tear(row: etree._Element) -> None:
    if (properties := row.find(w("trPr"))) is not None:
        properties[:] = [one for one in properties if one.tag != w("cantSplit")]


def keep_with_next(row: etree._Element) -> None:
    for properties in row.iter(PARAGRAPH_PROPERTIES):
        if properties.find(KEPT) is None:
            properties.insert(1 if properties.find(PARAGRAPH_STYLE) is not None else 0, etree.Element(KEPT))
