"""The table of figures: a column for each of few lines, else a row for each with the times across or below."""

from collections.abc import Iterator, Sequence

from safecomm.content.field_types import Period
from safecomm.documents.figure_words import FigureWords
from safecomm.figures.lines import Line, LineKey, Point, times
from safecomm.figures.panels import MOST_LINES, varying
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
    if len(lines) <= MOST_LINES:
        return lines_across(words, lines, unit)
    return times_across(words, lines) if fits_across(lines) else one_below_the_other(words, lines, unit)


def figures_in_order(lines: Sequence[Line]) -> Iterator[tuple[LineKey, Point]]:
    """Of each of their table's cells, row by row."""
    if len(lines) <= MOST_LINES:
        return (
            (line.key, point) for when in times(lines) for line in lines for point in line.points if point.when == when
        )
    return ((line.key, point) for line in lines for point in line.points)


def lines_across(words: FigureWords, lines: Sequence[Line], unit: str) -> Iterator[tuple[Cell, ...]]:
    fields = varying(lines)
    names = [words.name(line, fields) for line in lines] if fields else [unit]
    yield row([time_word(words, lines)], names)
    columns = [{point.when: words.figure(point) for point in line.points} for line in lines]
    for when in times(lines):
        yield row([words.edition.when_counted(when)], [column.get(when, words.text("nothing")) for column in columns])


def times_across(words: FigureWords, lines: Sequence[Line]) -> Iterator[tuple[Cell, ...]]:
    fields, whens = varying(lines), times(lines)
    yield row(heads(words, fields), [words.edition.when_counted(when) for when in whens])
    for line in lines:
        figures = {point.when: words.figure(point) for point in line.points}
        yield row(values(words, line, fields), [figures.get(when, words.text("nothing")) for when in whens])


def one_below_the_other(words: FigureWords, lines: Sequence[Line], unit: str) -> Iterator[tuple[Cell, ...]]:
    fields = varying(lines)
    yield row([*heads(words, fields), time_word(words, lines)], [unit])
    for line in lines:
        for point in line.points:
            yield row([*values(words, line, fields), words.edition.when_counted(point.when)], [words.figure(point)])


def fits_across(lines: Sequence[Line]) -> bool:
    return len(times(lines)) <= MOST_ACROSS and all(map(is_bare, (point for line in lines for point in line.points)))


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
