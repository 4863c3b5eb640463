"""Lines through time: where each point, name and value stands."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from textwrap import wrap

from safecomm.charts.chart import Chart, Series
from safecomm.charts.chart_labels import has_labels, has_names, letters_in_line, moved_names, named_every, plot_area
from safecomm.charts.chart_look import figures
from safecomm.language import write_number
from safecomm.preview.chart_drawing import WIDTH, ChartDrawing, DrawnLine, PlacedText, scale

HEIGHT, SMALL_WIDTH, SMALL_HEIGHT = 400.0, 420.0, 300.0
"""Small are charts that stand beside each other, and so have headings."""
ALONE = {"x": 0.12, "y": 0.1, "w": 0.84, "h": 0.74}
"""Where lines stand that need no room for their names, as shares of width and height."""
BELOW, BESIDE, ABOVE, LINE = 22, 10, 10, 18


class LineDrawing:
    """A chart on its way, with its axes."""

    def __init__(self, chart: Chart, language: str) -> None:
        shown = [Decimal(), *figures(chart), *([] if chart.highest is None else [chart.highest])]
        self.axis = scale(min(shown), max(shown))
        self.chart, self.language = chart._replace(highest=self.axis.high), language
        self.area: Mapping[str, float] = plot_area(chart) if has_names(chart) else ALONE
        self.size = (SMALL_WIDTH, SMALL_HEIGHT) if chart.heading else (WIDTH, HEIGHT)
        self.left, self.width = self.area["x"] * self.size[0], self.area["w"] * self.size[0]
        self.top, self.height = self.area["y"] * self.size[1], self.area["h"] * self.size[1]

    def draw(self) -> ChartDrawing:
        grid = [(self.y(value), value) for value in self.axis.steps()]
        return ChartDrawing(
            "line",
            height=self.size[1],
            width=self.size[0],
            grid=tuple(y for y, _ in grid),
            ends=(self.left, self.left + self.width),
            steps=tuple(PlacedText(self.left - BESIDE, y, (self.say(value),)) for y, value in grid),
            categories=self.categories(),
            lines=tuple(self.line(series) for series in self.chart.series),
            names=tuple(self.names()) if has_names(self.chart) else (),
            values=tuple(self.values()) if has_labels(self.chart) else (),
        )

    def x(self, place: int) -> float:
        return round(self.left + (place + 0.5) * self.width / len(self.chart.categories), 1)

    def y(self, value: Decimal | int) -> float:
        return round(self.top + self.height * (1 - self.axis.share(value)), 1)

    def say(self, value: Decimal | int) -> str:
        return write_number(Decimal(value), self.language)

    def categories(self) -> tuple[PlacedText, ...]:
        """Only so many as stand beside each other."""
        base, every = self.top + self.height + BELOW, named_every(self.chart)
        texts = [PlacedText(self.x(place), base, (text,)) for place, text in enumerate(self.chart.categories)]
        return tuple(texts[::every])

    def line(self, series: Series) -> DrawnLine:
        """It goes on over what is missing, unless the chart's lines are broken there."""
        runs = [[*run] for known, run in groupby(enumerate(series.values), key=is_known) if known]
        parts = [[(self.x(place), self.y(value or 0)) for place, value in run] for run in runs]
        points = tuple(point for part in parts for point in part)
        paths = parts if self.chart.broken else [points]
        return DrawnLine(series.style, tuple(" ".join(f"{x},{y}" for x, y in path) for path in paths), points)

    def names(self) -> Iterator[PlacedText]:
        """Each beside the last point of its line, moved as in Word where others end near it."""
        letters = letters_in_line(self.chart)
        for series, move in moved_names(self.chart).items():
            place = max(place for place, value in enumerate(series.values) if value is not None)
            lines = tuple(wrap(series.name, letters))
            y = self.y(series.values[place] or 0) + move * self.size[1] - (len(lines) - 1) * LINE / 2
            yield PlacedText(self.x(place) + BESIDE, round(y, 1), lines, series.style)

    def values(self) -> Iterator[PlacedText]:
        for series in self.chart.series:
            for place, value in enumerate(series.values):
                if value is not None:
                    yield PlacedText(self.x(place), self.y(value) - ABOVE, (self.say(value),), series.style)


def is_known(placed: tuple[int, Decimal | int | None]) -> bool:
    return placed[1] is not None
