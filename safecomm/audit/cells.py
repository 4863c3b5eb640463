"""How the cells of tables look: what their own shading says, and what their table's style says of their place."""

import re
from collections.abc import Iterator, Set

from lxml import etree

from safecomm.audit.table_shapes import ROWS
from safecomm.audit.text_format import EffectiveFormatting, TextFormat
from safecomm.ooxml.wordml import CELL, OFF, TABLE, VAL, value, w

LOOKS = ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand")
BITS = {name: 0x20 << place for place, name in enumerate(LOOKS)}
"""ISO/IEC 29500-1, 17.4 tblLook: which of its style's conditional formats a table wants."""
CORNERS = {
    "seCell": {"lastRow", "lastCol"},
    "swCell": {"lastRow", "firstCol"},
    "neCell": {"firstRow", "lastCol"},
    "nwCell": {"firstRow", "firstCol"},
}
HEX = re.compile("[0-9A-Fa-f]{1,8}")


def cell_formats(root: etree._Element, formatting: EffectiveFormatting) -> dict[etree._Element, TextFormat]:
    """For each cell of the part; a table within a cell stands on that cell's background."""
    formats: dict[etree._Element, TextFormat] = {}
    for table in root.iter(TABLE):
        outer = next(table.iterancestors(CELL), None)
        below = TextFormat() if outer is None else formats.get(outer, TextFormat())
        style = value(table, "tblPr/tblStyle") or formatting.styles.default_of("table")
        for cell, conditions in conditional_cells(table):
            said = formatting.style(style, *conditions) | formatting.own(cell)
            formats[cell] = TextFormat(cell=below.get("cell", "auto")) | said
    return formats


def conditional_cells(table: etree._Element) -> Iterator[tuple[etree._Element, tuple[str, ...]]]:
    """Each cell with the conditions of the style that are true of it."""
    wanted, rows = wanted_conditions(table), ROWS(table)
    for row_number, row in enumerate(rows):
        cells = row.findall(CELL)
        for column_number, cell in enumerate(cells):
            edges = {
                "lastCol": column_number == len(cells) - 1,
                "firstCol": column_number == 0,
                "lastRow": row_number == len(rows) - 1,
                "firstRow": row_number == 0,
            }
            sides = [side for side, is_there in edges.items() if is_there and side in wanted]
            corners = (corner for corner, at in CORNERS.items() if at <= set(sides))
            yield cell, (*bands(row_number, column_number, wanted), *sides, *corners)


def wanted_conditions(table: etree._Element) -> set[str]:
    """Older files say it in bits, newer ones in an attribute for each."""
    look = table.find(w("tblPr/tblLook"))
    if look is None:
        return set()
    bits = look.get(VAL, "")
    number = int(bits, 16) if HEX.fullmatch(bits) else 0
    wanted = (name for name, bit in BITS.items() if look.get(w(name), "1" if number & bit else "0") not in OFF)
    return {name.replace("Column", "Col") for name in wanted}


def bands(row: int, column: int, wanted: Set[str]) -> Iterator[str]:
    """Each is one row or column wide; the later condition goes over the earlier (ISO/IEC 29500-1, 17.7.6)."""
    if "noVBand" not in wanted:
        yield "band2Vert" if (column - ("firstCol" in wanted)) % 2 else "band1Vert"
    if "noHBand" not in wanted:
        yield "band2Horz" if (row - ("firstRow" in wanted)) % 2 else "band1Horz"
