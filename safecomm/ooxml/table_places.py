"""Where in its table each cell stands, and which of the formats of the table's style are meant for it."""

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.walk import nearest_below
from safecomm.ooxml.wordml import CELL, OFF, ROW, VAL, w

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


class CellPlace(NamedTuple):
    """What a table's style may ask of the place of a cell."""

    first_row: bool
    last_row: bool
    first_column: bool
    last_column: bool
    odd_row: bool
    odd_column: bool


def placed_cells(table: etree._Element) -> Iterator[tuple[etree._Element, CellPlace]]:
    rows = list(nearest_below(table, ROW))
    for row_number, row in enumerate(rows):
        first_row, last_row, odd_row = row_number == 0, row_number == len(rows) - 1, row_number % 2 == 1
        cells = list(nearest_below(row, CELL))
        for column, cell in enumerate(cells):
            first, last = column == 0, column == len(cells) - 1
            yield cell, CellPlace(first_row, last_row, first, last, odd_row, column % 2 == 1)


def conditions(place: CellPlace, wanted: Set[str]) -> tuple[str, ...]:
    """The conditional formats of the style that are true there."""
    edges = {
        "lastCol": place.last_column,
        "firstCol": place.first_column,
        "lastRow": place.last_row,
        "firstRow": place.first_row,
    }
    sides = [side for side, is_there in edges.items() if is_there and side in wanted]
    corners = (corner for corner, at in CORNERS.items() if at <= set(sides))
    return (*bands(place, wanted), *sides, *corners)


def wanted_conditions(table: etree._Element) -> set[str]:
    """Older files say it in bits, newer ones in an attribute for each."""
    look = table.find(w("tblPr/tblLook"))
    if look is None:
        return set()
    bits = look.get(VAL, "")
    number = int(bits, 16) if HEX.fullmatch(bits) else 0
    wanted = (name for name, bit in BITS.items() if look.get(w(name), "1" if number & bit else "0") not in OFF)
    return {name.replace("Column", "Col") for name in wanted}


def bands(place: CellPlace, wanted: Set[str]) -> Iterator[str]:
    """Each is one row or column wide; the later condition goes over the earlier (ISO/IEC 29500-1, 17.7.6)."""
    if "noVBand" not in wanted:
        yield "band1Vert" if place.odd_column == ("firstCol" in wanted) else "band2Vert"
    if "noHBand" not in wanted:
        yield "band1Horz" if place.odd_row == ("firstRow" in wanted) else "band2Horz"
