"""The series by which objectives and measures are followed: from where to where, and which way."""

from decimal import Decimal

from safecomm.content.records import Level, Measure, Objective
from safecomm.documents.edition import Edition
from safecomm.documents.figure_views import IndicatorView, LevelView
from safecomm.documents.figure_words import FigureWords
from safecomm.figures.indicators import Indicator, indicator
from safecomm.figures.lines import Line, Point


def indicator_view(edition: Edition, record: Objective | Measure, start: Level | None = None) -> IndicatorView | None:
    """From the start that was decided, else from the first figure."""
    if record.statistics is None:
        return None
    words = FigureWords(edition, record.statistics)
    found = indicator(words.statistics, record.series, start)
    if found is None:
        return None
    return IndicatorView(name(words, found.line), point_view(edition, found.first), latest(edition, found))


def name(words: FigureWords, line: Line) -> str:
    fields = [field for field, value in line.key._asdict().items() if value is not None]
    return f"{words.title}, {words.name(line, fields)}" if fields else words.title


def point_view(edition: Edition, point: Point) -> LevelView:
    return LevelView(edition.number(point.value or Decimal()), edition.when(point.when))


def latest(edition: Edition, found: Indicator) -> LevelView:
    """With the way that it has gone; nothing goes any way over a year from which something else is counted."""
    broken = str(found.broken) if found.broken else None
    direction = found.trend.direction if found.trend and not broken else None
    return point_view(edition, found.latest)._replace(direction=direction, broken=broken)
