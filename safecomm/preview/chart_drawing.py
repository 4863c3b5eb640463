"""A chart as lines, bars and labels with their places: what the page draws as SVG."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

WIDTH = 720.0
STEPS = (1, 2, 5, 10)


class PlacedText(NamedTuple):
    """`y` is the base of its first line; `series` is the number of the one that it belongs to."""

    x: float
    y: float
    lines: tuple[str, ...]
    series: int = 0


class DrawnLine(NamedTuple):
    """`paths` are where it runs without a break; `style` is its stroke and the form of its points."""

    style: int
    paths: tuple[str, ...]
    points: tuple[tuple[float, float], ...]


class DrawnBar(NamedTuple):
    series: int
    x: float
    y: float
    width: float
    height: float


class ChartDrawing(NamedTuple):
    """`grid` are the places of the steps of its axis, from one of its `ends` to the other.

    `values` stand at points or bars, `names` beside lines.
    """

    kind: str
    height: float
    width: float = WIDTH
    grid: tuple[float, ...] = ()
    ends: tuple[float, float] = (0, WIDTH)
    steps: tuple[PlacedText, ...] = ()
    categories: tuple[PlacedText, ...] = ()
    lines: tuple[DrawnLine, ...] = ()
    bars: tuple[DrawnBar, ...] = ()
    names: tuple[PlacedText, ...] = ()
    values: tuple[PlacedText, ...] = ()
    legend: tuple[PlacedText, ...] = ()


class Scale(NamedTuple):
    """An axis, both of whose ends are steps."""

    low: Decimal
    high: Decimal
    step: Decimal

    def share(self, value: Decimal | int) -> float:
        return float((Decimal(value) - self.low) / (self.high - self.low))

    def steps(self) -> Iterator[Decimal]:
        value = self.low
        while value <= self.high:
            yield value
            value += self.step


def scale(low: Decimal, high: Decimal) -> Scale:
    """With round steps, about five."""
    span = (high - low) / 5 or Decimal(1)
    unit = Decimal(10) ** span.adjusted()
    step = next(factor * unit for factor in STEPS if factor * unit >= span)
    first, last = (low / step).to_integral_value("ROUND_FLOOR"), (high / step).to_integral_value("ROUND_CEILING")
    return Scale(first * step, max(last, first + 1) * step, step)
