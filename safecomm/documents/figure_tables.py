"""The table of figures: a row for each of many lines with the times across, else the times below and lines across."""

from collections.abc import Iterator, Sequence

from safecomm.content.field_types import Period
from safecomm.documents.figure_words import FigureWords
from safecomm.figures.lines import Line, LineKey, Point, times
from safecomm.figures.panels import MOST_LINES, Panel, panels, parted, varying
from safecomm.markdown.blocks import Caption, Cell, Table, Text

NUMBER, WORDS = "right", ""
MOST_FIELDS = 2
MOST_ACROSS = 10
"""So many times fit beside each other on an upright page, if nothing but a number belongs to each."""


def figure_table(words: FigureWords, lines: Sequence[Line], unit: str, identifier: str) -> Table:
    """`identifier` is what references to the caption call it."""
    title = words.with_unit(unit) if len(lines) > 1 else words.title
    header, *body = table_rows(words, lines, f"{unit[:1].upper()}{unit[1:]}")
    return Table(header, tuple(body), 0, Caption((Text(title),), identifier, 0))


def table_rows(words: FigureWords, lines: Sequence[Line], unit: str) -> Iterator[tuple[Cell, ...]]:
    return times_across(words, lines) if fits_across(lines) else parts_below(words, lines, unit)


def figures_in_order(lines: Sequence[Line]) -> Iterator[tuple[LineKey, Point]]:
    """Of each of their table's cells, row by row."""
    if fits_across(lines):
        yield from ((line.key, point) for line in lines for point in line.points)
        return
    parts = table_parts(lines)
    columns = list(columns_of(lines, parts))
    for part in parts:
        ordered = sorted(part.lines, key=lambda line: columns.index(column_of(line, part.fields)))
        for when in times(part.lines):
            yield from ((line.key, point) for line in ordered for point in line.points if point.when == when)


def times_across(words: FigureWords, lines: Sequence[Line]) -> Iterator[tuple[Cell, ...]]:
    fields, whens = varying(lines), times(lines)
    yield row(heads(words, fields), [words.edition.when_counted(when) for when in whens])
    for line in lines:
        figures = {point.when: words.figure(point) for point in line.points}
        yield row(values(words, line, fields), [figures.get(when, words.text("nothing")) for when in whens])


def parts_below(words: FigureWords, lines: Sequence[Line], unit: str) -> Iterator[tuple[Cell, ...]]:
    """A column for each of few lines, below each other for those that charts would show beside each other."""
    parts = table_parts(lines)
    outer, columns = parts[0].fields, columns_of(lines, parts)
    inner = [field for field in varying(lines) if field not in outer]
    names = [words.name(line, inner) for line in columns.values()] if inner else [unit]
    yield row([*heads(words, outer), time_word(words, lines)], names)
    for part in parts:
        figures = {
            column_of(line, outer): {point.when: words.figure(point) for point in line.points} for line in part.lines
        }
        for when in times(part.lines):
            cells = [figures.get(column, {}).get(when, words.text("nothing")) for column in columns]
            yield row([*values(words, part.lines[0], outer), words.edition.when_counted(when)], cells)


def table_parts(lines: Sequence[Line]) -> tuple[Panel, ...]:
    """Each line for itself where its parts have too many columns together."""
    parts = panels(lines)
    return parts if len(columns_of(lines, parts)) <= MOST_LINES else parted(lines, varying(lines))


def columns_of(lines: Sequence[Line], parts: Sequence[Panel]) -> dict[LineKey, Line]:
    """With the first line that stands in each."""
    found: dict[LineKey, Line] = {}
    for line in lines:
        found.setdefault(column_of(line, parts[0].fields), line)
    return found


def column_of(line: Line, outer: Sequence[str]) -> LineKey:
    return line.key._replace(**dict.fromkeys(outer))


def fits_across(lines: Sequence[Line]) -> bool:
    """Many lines, with so few times that they fit beside each other."""
    is_bare_number = all(is_bare(point) for line in lines for point in line.points)
    return len(lines) > MOST_LINES and len(times(lines)) <= MOST_ACROSS and is_bare_number


def is_bare(point: Point) -> bool:
    return point.value is not None and point.lower is None and point.status is None


def time_word(words: FigureWords, lines: Sequence[Line]) -> str:
    return words.text("year" if isinstance(lines[0].points[0].when, Period) else "date")


def heads(words: FigureWords, fields: Sequence[str]) -> list[str]:
    """One column for lines that differ in many ways, most of which say nothing of any one of them."""
    return [words.text(field) for field in fields] if len(fields) <= MOST_FIELDS else [words.text("group")]


def values(words: FigureWords, line: Line, fields: Sequence[str]) -> list[str]:
    if len(fields) > MOST_FIELDS:
        return [words.name(line, fields)]
    return [words.value(field, getattr(line.key, field)) for field in fields]


def row(texts: Sequence[str], numbers: Sequence[str]) -> tuple[Cell, ...]:
    return (*(Cell((Text(text),), WORDS) for text in texts), *(Cell((Text(number),), NUMBER) for number in numbers))
