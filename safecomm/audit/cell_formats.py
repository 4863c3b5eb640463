"""How the cells of tables look: what their own shading says, and what their table's style says of their place."""

from lxml import etree

from safecomm.audit.audited_story import AuditedStory
from safecomm.audit.text_format import UNSAID, EffectiveFormatting, TextFormat, over
from safecomm.ooxml.table_places import CellPlace, conditions, placed_cells, wanted_conditions
from safecomm.ooxml.wordml import CELL, TABLE, value


def cell_formats(story: AuditedStory, formatting: EffectiveFormatting) -> dict[etree._Element | None, TextFormat]:
    """For each cell of the story; a table within a cell, which comes after it, stands on that cell's background."""
    formats: dict[etree._Element | None, TextFormat] = {}
    for table in story.elements(TABLE):
        outer = next(table.iterancestors(CELL), None)
        below = TextFormat(cell=formats.get(outer, UNSAID).cell or "auto")
        style = value(table, "tblPr/tblStyle") or formatting.styles.default_of("table")
        wanted = wanted_conditions(table)
        known: dict[CellPlace, TextFormat] = {}
        for cell, place in placed_cells(table):
            if place not in known:
                known[place] = over(formatting.style(style, *conditions(place, wanted)), below)
            formats[cell] = over(formatting.own(cell), known[place]) if cell in story.shaded_elements else known[place]
    return formats
