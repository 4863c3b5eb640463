"""Figures drawn from data: what they show, not yet how."""

from decimal import Decimal
from typing import Literal, NamedTuple


class Series(NamedTuple):
    """A value for each category of the chart; None where there is no figure, which is not zero.

    `style` is the stroke of a line, from zero: those of the same style are parts of one.
    """

    name: str
    values: tuple[Decimal | int | None, ...]
    style: int = 0


class Chart(NamedTuple):
    """`name` tells it from all others; the other texts are words, or values whose labels stand in the phrases.

    `description` says what the chart shows to whoever does not see it; a template gives it with the filter `described`.
    `heading` stands above it, `highest` is where its axis ends: charts beside each other have the same. A line that is
    `broken` stops where a figure is missing, and does not go on over it. The paragraph of charts is the place of
    the `record` (`statistics:falls`) that they are of.
    """

    name: str
    kind: Literal["line", "bar"]
    title: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    description: str = ""
    heading: str = ""
    highest: Decimal | None = None
    broken: bool = False
    record: str = ""

    def rows(self) -> tuple[tuple[str | Decimal | int | None, ...], ...]:
        """The chart as a table: the names of the series, and below them each category with its values."""
        columns = zip(*(series.values for series in self.series), strict=True)
        head = (self.unit, *(series.name for series in self.series))
        return (head, *((category, *values) for category, values in zip(self.categories, columns, strict=True)))


class ChartGrid(NamedTuple):
    """Charts beside each other, or one alone, in one paragraph."""

    charts: tuple[Chart, ...]


def styles(chart: Chart) -> set[int]:
    return {series.style for series in chart.series}
