"""What a template may show of statistics."""

from typing import NamedTuple

from safecomm.charts.chart import ChartGrid
from safecomm.figures.trend import Direction
from safecomm.markdown.blocks import Prose, Title


class StatisticsView(NamedTuple):
    """Figures by time: `tables` with their captions, `notes` on them and their source, and charts where they are many.

    `charts_title` says in words how they go, where that can be told.
    """

    title: Title
    tables: Prose
    notes: tuple[str, ...]
    charts: ChartGrid | None
    charts_title: str


class LevelView(NamedTuple):
    """A value that a series starts from, has reached or is to reach, and of which year.

    `direction` is the way from the start to it, `broken` the year since which something else is counted.
    """

    value: str
    when: str
    direction: Direction | None = None
    broken: str | None = None


class IndicatorView(NamedTuple):
    """A series by which an objective or a measure is followed."""

    name: str
    start: LevelView
    now: LevelView
