"""Bars, one below the other, each of them the sum of its series: where each stands, and its name and value."""

from collections.abc import Iterator
from decimal import Decimal
from textwrap import wrap

from safecomm.charts.chart import Chart
from safecomm.language import write_number
from safecomm.preview.chart_drawing import WIDTH, ChartDrawing, DrawnBar, PlacedText, Scale, scale

FROM, TO = 250.0, 640.0
"""Where the longest bar begins and ends; behind it stands its value."""
LETTERS = 30
"""Of the name of a bar in one line."""
LINE, GAP, BEFORE, BEHIND = 18.0, 12.0, 12.0, 8.0


class BarDrawing:
    """A chart on its way: its rows from the top."""

    def __init__(self, chart: Chart, language: str) -> None:
        self.chart, self.language = chart, language
        self.names = [tuple(wrap(category, LETTERS)) or ("",) for category in chart.categories]
        self.top = LINE * 2 if len(chart.series) > 1 else GAP
        self.axis = self.scale()

    def scale(self) -> Scale:
        ends = [end for place in range(len(self.names)) for _, _, end in self.parts(place)]
        return scale(min(Decimal(), *ends), max(Decimal(), *ends))

    def draw(self) -> ChartDrawing:
        rows, height = [*self.rows()], sum(len(name) * LINE + GAP for name in self.names) + self.top
        return ChartDrawing(
            "bar",
            height=height,
            grid=(self.x(Decimal()),),
            ends=(self.top - GAP / 2, height),
            categories=tuple(PlacedText(FROM - BEFORE, y + LINE * 0.75, name) for y, name, _ in rows),
            bars=tuple(bar for y, name, place in rows for bar in self.bars(y, len(name) * LINE, place)),
            values=tuple(self.total(y + len(name) * LINE / 2, place) for y, name, place in rows if self.known(place)),
            legend=self.legend(),
        )

    def rows(self) -> Iterator[tuple[float, tuple[str, ...], int]]:
        y = self.top
        for place, name in enumerate(self.names):
            yield y, name, place
            y += len(name) * LINE + GAP

    def known(self, place: int) -> list[tuple[int, Decimal]]:
        """The values of one bar that there are, with the number of each one's series."""
        values = ((number, series.values[place]) for number, series in enumerate(self.chart.series))
        return [(number, Decimal(value)) for number, value in values if value is not None]

    def parts(self, place: int) -> Iterator[tuple[int, Decimal, Decimal]]:
        """Its parts, which follow each other away from zero: the number of the series, the beginning and the end."""
        ends = {True: Decimal(), False: Decimal()}
        for number, value in self.known(place):
            start = ends[value >= 0]
            ends[value >= 0] = start + value
            yield number, start, start + value

    def bars(self, y: float, height: float, place: int) -> Iterator[DrawnBar]:
        for number, start, stop in self.parts(place):
            left, right = sorted((self.x(start), self.x(stop)))
            yield DrawnBar(number, left, y, round(right - left, 1), height)

    def x(self, value: Decimal) -> float:
        return round(FROM + (TO - FROM) * self.axis.share(value), 1)

    def total(self, middle: float, place: int) -> PlacedText:
        """The values of a bar, one after another, behind its end."""
        said = " + ".join(write_number(value, self.language) for _, value in self.known(place))
        end = max(self.x(stop) for _, _, stop in self.parts(place))
        return PlacedText(end + BEHIND, middle + LINE / 4, (said,))

    def legend(self) -> tuple[PlacedText, ...]:
        if len(self.chart.series) < 2:
            return ()
        width = WIDTH / len(self.chart.series)
        named = enumerate(self.chart.series)
        return tuple(PlacedText(number * width + LINE, LINE, (series.name,), number) for number, series in named)
