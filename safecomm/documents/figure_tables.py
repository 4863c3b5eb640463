"""The table of figures: a row for each time and a column for each line, or parts below each other."""

from collections.abc import Iterable, Sequence

from safecomm.content.field_types import Period
from safecomm.documents.figure_words import FigureWords
from safecomm.figures.lines import Line, times
from safecomm.figures.panels import Panel, panels, varying
from safecomm.markdown.blocks import Caption, Cell, Table, Text

NUMBER, WORDS = "right", ""


def figure_table(words: FigureWords, lines: Sequence[Line], title: str, unit: str, identifier: str) -> Table:
    """`identifier` is what references to the caption call it."""
    fields, parts = varying(lines), panels(lines)
    inner = [field for field in fields if field not in parts[0].fields]
    told = dict.fromkeys(words.name(line, inner) for part in parts for line in part.lines)
    names = [*told] if inner else [f"{unit[:1].upper()}{unit[1:]}"]
    first = [", ".join(words.text(field) for field in parts[0].fields)] if parts[0].fields else []
    time = words.text("year" if isinstance(lines[0].points[0].when, Period) else "date")
    header = (*(cell(text) for text in (*first, time)), *(cell(name, NUMBER) for name in names))
    rows = (row for part in parts for row in part_rows(words, part, inner, names))
    shown = f"{title}, {unit}" if inner else title
    return Table(header, tuple(rows), 0, Caption((Text(shown),), identifier, 0))


def part_rows(
    words: FigureWords, part: Panel, inner: Sequence[str], names: Sequence[str]
) -> Iterable[tuple[Cell, ...]]:
    before = [words.name(part.lines[0], part.fields)] if part.fields else []
    columns = {
        words.name(line, inner) if inner else names[0]: {point.when: words.figure(point) for point in line.points}
        for line in part.lines
    }
    for when in times(part.lines):
        figures = (columns.get(name, {}).get(when, words.text("nothing")) for name in names)
        yield (*(cell(text) for text in (*before, words.edition.when(when))), *(cell(text, NUMBER) for text in figures))


def cell(text: str, align: str = WORDS) -> Cell:
    return Cell((Text(text),), align)
