"""How the cells of tables look: what their own shading says, and what their table's style says of their place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from safecomm.audit.table_shapes import ROWS
from safecomm.ooxml.formatting import NOTHING, Appearance, EffectiveFormatting
from safecomm.ooxml.wordml import CELL, OFF, TABLE, VAL, value, w

BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
"""ISO/IEC 29500-1, 17.4 tblLook: which of its style's conditional formats a table wants."""
HEX = re.compile("[0-9A-Fa-f]{1,8}")


class CellPlace(NamedTuple):
    """A cell's row and column, counted from 0, and how many there are."""

    row: int
    column: int
    rows: int
    columns: int


def cell_looks(root: etree._Element, looks: EffectiveFormatting) -> dict[etree._Element, Appearance]:
    """For each cell of the part; a table within a cell stands on that cell's background."""
    found: dict[etree._Element, Appearance] = {}
    for table in root.iter(TABLE):
        outer = next(table.iterancestors(CELL), None)
        below = NOTHING if outer is None or outer not in found else Appearance(cell_fill=found[outer].cell_fill)
        style = value(table, "tblPr/tblStyle") or looks.styles.default_of("table")
        wanted = _wanted(table)
        for cell, place in _cells(table):
            conditions = tuple(_conditions(place, wanted))
            found[cell] = looks.of(cell).over(looks.table(style, conditions)).over(below)
    return found


def _cells(table: etree._Element) -> Iterator[tuple[etree._Element, CellPlace]]:
    rows = ROWS(table)
    for number, row in enumerate(rows):
        cells = row.findall(CELL)
        yield from ((cell, CellPlace(number, column, len(rows), len(cells))) for column, cell in enumerate(cells))


def _wanted(table: etree._Element) -> set[str]:
    """Older files say it in bits, newer ones in an attribute for each."""
    look = table.find(w("tblPr/tblLook"))
    if look is None:
        return set()
    bits = look.get(VAL, "")
    number = int(bits, 16) if HEX.fullmatch(bits) else 0
    return {name for name, bit in BITS.items() if look.get(w(name), "1" if number & bit else "0") not in OFF}


def _conditions(place: CellPlace, wanted: set[str]) -> Iterator[str]:
    """The later goes over the earlier (ISO/IEC 29500-1, 17.7.6); a band is one row or column wide."""
    first, last = place.row == 0, place.row == place.rows - 1
    left, right = place.column == 0, place.column == place.columns - 1
    if "noVBand" not in wanted:
        yield "band2Vert" if (place.column - ("firstColumn" in wanted)) % 2 else "band1Vert"
    if "noHBand" not in wanted:
        yield "band2Horz" if (place.row - ("firstRow" in wanted)) % 2 else "band1Horz"
    for condition, here, name in (
        ("lastColumn", right, "lastCol"),
        ("firstColumn", left, "firstCol"),
        ("lastRow", last, "lastRow"),
        ("firstRow", first, "firstRow"),
    ):
        if here and condition in wanted:
            yield name
    for row, vertical in (("lastRow", last and "s"), ("firstRow", first and "n")):
        for column, horizontal in (("lastColumn", right and "e"), ("firstColumn", left and "w")):
            if vertical and horizontal and {row, column} <= wanted:
                yield f"{vertical}{horizontal}Cell"
