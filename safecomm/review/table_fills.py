"""The colours behind the cells of tables, whether a cell says its own or leaves it to the style of its table."""

from collections.abc import Iterator

from lxml import etree

from safecomm.ooxml.styles import Styles
from safecomm.ooxml.table_places import CellPlace, conditions, placed_cells, wanted_conditions
from safecomm.ooxml.wordml import value, w
from safecomm.review.traits import fill

PART, SHADED, KIND = w("tblStylePr"), w("tcPr"), w("type")
BAND = "band"


class TableFills:
    """Programs write what a style says into the cells. Bands, which move with each row, are left out."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        parts = (part for element in styles.elements.values() for part in element.iterfind(PART))
        self.bands = {fill(part.find(SHADED)) for part in parts if part.get(KIND, "").startswith(BAND)}

    def of(self, table: etree._Element) -> Iterator[tuple[etree._Element, str]]:
        """Each cell with its colour; empty for none."""
        style = value(table, "tblPr/tblStyle") or self.styles.default_of("table")
        wanted = wanted_conditions(table)
        known: dict[CellPlace, str] = {}
        for cell, place in placed_cells(table):
            if place not in known:
                known[place] = self.of_style(style, conditions(place, wanted))
            own = cell.find(SHADED)
            said = fill(own) if is_shaded(own) else known[place]
            yield cell, "" if said in self.bands else said

    def of_style(self, style: str, meant: tuple[str, ...]) -> str:
        """What the last of the formats that are meant for a cell says, else the style itself."""
        chain = list(self.styles.chain(style))
        parts = [part for element in chain for part in element.iterfind(PART)]
        chosen = [part for kind in reversed(meant) for part in parts if part.get(KIND) == kind]
        sources = (source.find(SHADED) for source in (*chosen, *chain))
        return next((fill(source) for source in sources if is_shaded(source)), "")


def is_shaded(properties: etree._Element | None) -> bool:
    """Whether the properties of a cell say anything of its colour, if only that it has none."""
    return properties is not None and properties.find(w("shd")) is not None
