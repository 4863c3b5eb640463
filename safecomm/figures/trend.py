"""Whether figures rose or fell, which is said only where chance alone would not have made them."""

import re
from collections.abc import Sequence
from enum import StrEnum
from math import hypot
from typing import NamedTuple

from safecomm.content.records import Statistics
from safecomm.content.vocabulary import StatisticsSubject
from safecomm.figures.lines import Line, Point, segments
from safecomm.figures.rates import NORMAL, byar, is_count

EVENTS = {StatisticsSubject.INJURIES, StatisticsSubject.CRIME}
"""What happens now and then, so that its numbers vary by chance."""

RATE = re.compile(r"\bper\b|%|procent", re.IGNORECASE)
"""What the unit of a rate says, and that of a number does not."""


class Direction(StrEnum):
    ROSE = "rose"
    FELL = "fell"
    UNCLEAR = "unclear"
    SAME = "same"


class Trend(NamedTuple):
    direction: Direction
    first: Point
    last: Point


class Interval(NamedTuple):
    """A value and its standard error."""

    value: float
    error: float


def counts_events(statistics: Statistics) -> bool:
    """Rates of them, as Kolada and Brå give them, are no numbers of events."""
    is_rate = any(map(RATE.search, statistics.unit.texts.values()))
    whole = all(row.value is None or is_count(row.value) for row in statistics.rows)
    return statistics.per is not None or (statistics.subject in EVENTS and whole and not is_rate)


def trend(line: Line, statistics: Statistics) -> Trend | None:
    """From the first figure to the last, after the last break; None where nothing tells how certain they are."""
    part = segments(line, [cut.year for cut in statistics.breaks])[-1]
    known = [point for point in part.known if point.status is None]
    intervals = [interval for point in known if (interval := interval_of(point, statistics))]
    if len(known) < 2 or len(intervals) < len(known):
        return None
    return Trend(direction(intervals), known[0], known[-1])


def interval_of(point: Point, statistics: Statistics) -> Interval | None:
    """Inhabitants are all counted, and their number is certain."""
    if point.value is None:
        return None
    value = float(point.value)
    if point.lower is not None and point.upper is not None:
        return Interval(value, float(point.upper - point.lower) / (2 * NORMAL))
    if counts_events(statistics) and is_count(point.value):
        lower, upper = byar(int(value))
        return Interval(value, (upper - lower) / (2 * NORMAL))
    return Interval(value, 0) if statistics.subject is StatisticsSubject.POPULATION else None


def direction(intervals: Sequence[Interval]) -> Direction:
    """By the means of the first and the last third, of which both ends of the line must tell the same."""
    third = max(len(intervals) // 3, 1)
    earlier, later = mean(intervals[:third]), mean(intervals[-third:])
    change, certain = later.value - earlier.value, NORMAL * hypot(earlier.error, later.error)
    ends = intervals[-1].value - intervals[0].value
    if not certain and not ends:
        return Direction.SAME
    if abs(change) <= certain or change * ends <= 0:
        return Direction.UNCLEAR
    return Direction.ROSE if change > 0 else Direction.FELL


def mean(intervals: Sequence[Interval]) -> Interval:
    number = len(intervals)
    return Interval(
        sum(interval.value for interval in intervals) / number,
        hypot(*(interval.error for interval in intervals)) / number,
    )
