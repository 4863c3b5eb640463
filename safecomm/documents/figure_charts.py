"""The charts of figures: lines through time, or bars where there is one time only; several have the same axis."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from safecomm.charts.chart import Chart, ChartGrid, Series
from safecomm.content.field_types import Period
from safecomm.documents.figure_words import FigureWords
from safecomm.figures.lines import Line, When, segments, start, times
from safecomm.figures.panels import MOST_LINES, MOST_PANELS, Panel, varying

STEPS = (1, 2, 4, 5, 10)


def chart_grid(words: FigureWords, panels: Sequence[Panel], unit: str) -> ChartGrid | None:
    """None where the lines are too many to be told apart."""
    lines = [line for panel in panels for line in panel.lines]
    if len(times(lines)) == 1:
        return ChartGrid((bars(words, lines, unit),))
    if len(panels) > MOST_PANELS or max(len(panel.lines) for panel in panels) > MOST_LINES:
        return None
    whens, highest = axis(lines), top(lines)
    inner = [field for field in varying(lines) if field not in panels[0].fields]
    drawn = (line_chart(words, panel, inner, whens, unit) for panel in panels)
    return ChartGrid(tuple(chart._replace(highest=highest if len(lines) > 1 else None) for chart in drawn))


def bars(words: FigureWords, lines: Sequence[Line], unit: str) -> Chart:
    fields = varying(lines)
    named = [(words.name(line, fields), line) for line in lines]
    values = tuple(line.points[0].value for line in lines)
    description = words.description("bar_chart", words.title, named)
    categories = tuple(name for name, _ in named)
    return Chart(f"statistics:{words.id}", "bar", words.title, unit, categories, (Series(unit, values),), description)


def line_chart(words: FigureWords, panel: Panel, inner: Sequence[str], whens: Sequence[When], unit: str) -> Chart:
    heading = words.name(panel.lines[0], panel.fields) if panel.fields else ""
    title = f"{words.title}, {heading}" if heading else words.title
    named = [(words.name(line, inner), line) for line in panel.lines]
    parts = (part for style, (name, line) in enumerate(named) for part in series(words, name, line, whens, style))
    return Chart(
        name=f"statistics:{words.id}:{heading}",
        kind="line",
        title=title,
        unit=unit,
        categories=tuple(map(words.edition.when, whens)),
        series=tuple(parts),
        description=words.description("line_chart", title, named),
        heading=heading,
        broken=any(point.value is None for line in panel.lines for point in line.points),
    )


def series(words: FigureWords, name: str, line: Line, whens: Sequence[When], style: int) -> Iterator[Series]:
    """The line in one piece, or in several between which something else began to be counted."""
    parts = segments(line, [cut.year for cut in words.statistics.breaks])
    for part in parts:
        values = {point.when: point.value for point in part.points}
        is_last = part is parts[-1]
        own = name if is_last else words.text("until", name=name, year=str(start(part.points[-1]).year))
        yield Series(own, tuple(map(values.get, whens)), style)


def axis(lines: Sequence[Line]) -> tuple[When, ...]:
    """Every year from the first to the last, so that slopes are true."""
    whens = times(lines)
    years = [when.start for when in whens if isinstance(when, Period) and when.start == when.end]
    if len(years) < len(whens):
        return whens
    return tuple(Period(start=year, end=year) for year in range(years[0], years[-1] + 1))


def top(lines: Sequence[Line]) -> Decimal:
    """A round number that no figure is above."""
    most = max((point.value for line in lines for point in line.known if point.value is not None), default=Decimal())
    if most <= 0:
        return Decimal(1)
    unit = Decimal(10) ** most.adjusted()
    return next(step * unit for step in STEPS if step * unit >= most)
