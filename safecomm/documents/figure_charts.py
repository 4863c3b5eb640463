"""The charts of figures: lines through time, or bars where there is one time only; several have the same axis."""

from collections.abc import Sequence
from decimal import Decimal
from math import gcd

from safecomm.charts.chart import Chart, ChartGrid, Series
from safecomm.content.field_types import Period
from safecomm.documents.figure_words import FigureWords
from safecomm.documents.links import figures_caption
from safecomm.figures.lines import Line, When, times
from safecomm.figures.panels import MOST_LINES, MOST_PANELS, Panel, panels, varying

STEPS = (1, 2, 4, 5, 10)
SHORTEST = 3
"""With fewer points there is no line to look at."""


def chart_grid(words: FigureWords, lines: Sequence[Line], unit: str) -> ChartGrid | None:
    """None where the lines are too many to be told apart, or too short to be any."""
    whens, parts = times(lines), panels(lines)
    if len(whens) == 1:
        return ChartGrid((bars(words, lines, unit),))
    if len(whens) < SHORTEST or len(parts) > MOST_PANELS or max(len(panel.lines) for panel in parts) > MOST_LINES:
        return None
    inner = [field for field in varying(lines) if field not in parts[0].fields]
    highest = top(lines) if len(lines) > 1 else None
    drawn = (line_chart(words, panel, inner, axis(whens), unit) for panel in parts)
    return ChartGrid(tuple(chart._replace(highest=highest) for chart in drawn))


def bars(words: FigureWords, lines: Sequence[Line], unit: str) -> Chart:
    fields = varying(lines)
    named = [(words.name(line, fields), line) for line in lines]
    values = tuple(line.points[0].value for line in lines)
    description = words.description("bar_chart", words.title, named)
    categories = tuple(name for name, _ in named)
    chart = Chart(figures_caption(words.id), "bar", words.title, unit, categories, (Series(unit, values),), description)
    return chart._replace(record=chart.name)


def line_chart(words: FigureWords, panel: Panel, inner: Sequence[str], whens: Sequence[When], unit: str) -> Chart:
    heading = words.name(panel.lines[0], panel.fields) if panel.fields else ""
    title = f"{words.title}, {heading}" if heading else words.title
    parts = [[*words.parts(words.name(line, inner), line)] for line in panel.lines]
    return Chart(
        name=f"{figures_caption(words.id)}:{heading}",
        kind="line",
        title=title,
        unit=unit,
        categories=tuple(map(words.edition.when, whens)),
        series=tuple(series(named, whens, style) for style, pieces in enumerate(parts) for named in pieces),
        description=words.description("line_chart", title, (named for pieces in parts for named in pieces)),
        heading=heading,
        record=figures_caption(words.id),
        broken=any(point.value is None for line in panel.lines for point in line.points),
    )


def series(named: tuple[str, Line], whens: Sequence[When], style: int) -> Series:
    name, line = named
    values = {point.when: point.value for point in line.points}
    return Series(name, tuple(map(values.get, whens)), style)


def axis(whens: Sequence[When]) -> Sequence[When]:
    """With the years between in their places, so that slopes are true."""
    years = [when.start for when in whens if isinstance(when, Period) and when.start == when.end]
    if len(years) < len(whens):
        return whens
    step = gcd(*(year - years[0] for year in years))
    return [Period(start=year, end=year) for year in range(years[0], years[-1] + 1, step)]


def top(lines: Sequence[Line]) -> Decimal:
    """A round number that no figure is above."""
    most = max((point.value for line in lines for point in line.known if point.value is not None), default=Decimal())
    if most <= 0:
        return Decimal(1)
    unit = Decimal(10) ** most.adjusted()
    return next(step * unit for step in STEPS if step * unit >= most)
