"""Whether figures rose or fell, which is said only where chance alone would not have made them."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from safecomm.content.records import REASONS, Statistics
from safecomm.content.vocabulary import StatisticsSubject
from safecomm.figures.lines import Line, Point, segments
from safecomm.figures.rates import byar

EVENTS = {StatisticsSubject.INJURIES, StatisticsSubject.CRIME}
"""What happens now and then, so that its numbers vary by chance."""


class Direction(StrEnum):
    ROSE = "rose"
    FELL = "fell"
    UNCLEAR = "unclear"
    SAME = "same"


class Trend(NamedTuple):
    direction: Direction
    first: Point
    last: Point


def counts_events(statistics: Statistics) -> bool:
    return statistics.per is not None or statistics.subject in EVENTS


def trend(line: Line, statistics: Statistics) -> Trend | None:
    """From the first figure to the last, after the last break; None where nothing tells how certain they are."""
    part = segments(line, [cut.year for cut in statistics.breaks])[-1]
    known = [point for point in part.known if point.status is None]
    if len(known) < 2:
        return None
    first, last = known[0], known[-1]
    earlier, later = limits(first, statistics), limits(last, statistics)
    return Trend(direction(earlier, later), first, last) if earlier and later else None


def limits(point: Point, statistics: Statistics) -> tuple[Decimal, Decimal] | None:
    """Between which numbers the true one lies; inhabitants are all counted."""
    if point.value is None or point.status in REASONS:
        return None
    if point.lower is not None and point.upper is not None:
        return point.lower, point.upper
    if counts_events(statistics) and is_count(point.value):
        lower, upper = byar(int(point.value))
        return Decimal(lower), Decimal(upper)
    return (point.value, point.value) if statistics.subject is StatisticsSubject.POPULATION else None


def is_count(value: Decimal) -> bool:
    return value >= 0 and value == int(value)


def direction(earlier: tuple[Decimal, Decimal], later: tuple[Decimal, Decimal]) -> Direction:
    if earlier == later and earlier[0] == earlier[1]:
        return Direction.SAME
    if later[0] > earlier[1]:
        return Direction.ROSE
    return Direction.FELL if later[1] < earlier[0] else Direction.UNCLEAR
