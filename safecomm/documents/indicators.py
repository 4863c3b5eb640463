"""The series by which objectives and measures are followed: from where to where, and which way."""

from decimal import Decimal

from safecomm.content.records import Level, Measure, Objective
from safecomm.documents.edition import Edition
from safecomm.documents.figure_views import IndicatorView, LevelView
from safecomm.documents.figure_words import FigureWords
from safecomm.documents.followup_views import Course
from safecomm.figures.indicators import Indicator, indicator
from safecomm.figures.lines import Line, Point
from safecomm.figures.trend import Direction


def indicator_view(
    edition: Edition, record: Objective | Measure, start: Level | None = None, until: int | None = None
) -> IndicatorView | None:
    """From the start that was decided, else from the first figure; with what was measured `until` a year."""
    if record.statistics is None:
        return None
    words = FigureWords(edition, record.statistics)
    found = indicator(words.statistics, record.series, start, until)
    if found is None:
        return None
    return IndicatorView(name(words, found.line), point_view(edition, found.first), latest(edition, found))


def name(words: FigureWords, line: Line) -> str:
    fields = [field for field, value in line.key._asdict().items() if value is not None]
    return f"{words.title}, {words.name(line, fields)}" if fields else words.title


def course(edition: Edition, objective: Objective, until: int) -> Course | None:
    """Where the latest figure stands against the target; None where that cannot be told."""
    if objective.statistics is None or objective.target is None:
        return None
    found = indicator(edition.records.statistics[objective.statistics], objective.series, objective.start, until)
    if found is None or found.broken or found.first.value is None or found.latest.value is None:
        return None
    target, upwards = objective.target.value, objective.target.value >= found.first.value
    if found.latest.value >= target if upwards else found.latest.value <= target:
        certain = found.trend is not None and found.trend.direction is not Direction.UNCLEAR
        return Course.REACHED if certain else Course.REACHED_UNCLEAR
    return course_of(found.trend.direction, Direction.ROSE if upwards else Direction.FELL) if found.trend else None


def course_of(direction: Direction, wanted: Direction) -> Course:
    match direction:
        case Direction.ROSE | Direction.FELL:
            return Course.TOWARDS if direction is wanted else Course.AWAY
        case Direction.SAME:
            return Course.SAME
        case Direction.UNCLEAR:
            return Course.UNCLEAR


def point_view(edition: Edition, point: Point) -> LevelView:
    return LevelView(edition.number(point.value or Decimal()), edition.when_counted(point.when))


def latest(edition: Edition, found: Indicator) -> LevelView:
    """With the way that it has gone; nothing goes any way over a year from which something else is counted."""
    broken = str(found.broken) if found.broken else None
    direction = found.trend.direction if found.trend and not broken else None
    return point_view(edition, found.latest)._replace(direction=direction, broken=broken)
