"""What a template may show of statistics."""

from typing import NamedTuple

from safecomm.charts.chart import ChartGrid
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
