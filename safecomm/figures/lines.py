"""The rows of statistics as lines through time, one for each sex, age, cause, place and series that they tell of."""

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from safecomm.content.field_types import Period
from safecomm.content.records import Observation, Statistics
from safecomm.content.vocabulary import FigureStatus

When = Period | datetime.date
"""One year or several, both included, or a day."""


class LineKey(NamedTuple):
    """Whom and what a line is about; None is all."""

    series: str | None = None
    cause: str | None = None
    place: str | None = None
    age: str | None = None
    sex: str | None = None


class Point(NamedTuple):
    """The limits are those of its confidence interval; without a value the status says why there is none."""

    when: When
    value: Decimal | None
    lower: Decimal | None = None
    upper: Decimal | None = None
    status: FigureStatus | None = None


class Line(NamedTuple):
    key: LineKey
    points: tuple[Point, ...]
    """In the order of time."""

    @property
    def known(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.value is not None)


def lines(statistics: Statistics) -> tuple[Line, ...]:
    """In the order in which the rows tell of them, those of places that are only compared with last."""
    found: dict[LineKey, list[Point]] = {}
    for row in statistics.rows:
        found.setdefault(key_of(row), []).append(point_of(row))
    made = (Line(key, tuple(sorted(points, key=start))) for key, points in found.items())
    return tuple(sorted(made, key=lambda line: line.key.place in statistics.comparison))


def key_of(row: Observation) -> LineKey:
    return LineKey(*(getattr(row, field) for field in LineKey._fields))


def point_of(row: Observation) -> Point:
    when = row.date or row.year
    assert when
    reason = None if row.value is not None else FigureStatus.NOT_AVAILABLE
    value, lower, upper = map(rounded, (row.value, row.lower, row.upper))
    return Point(when, value, lower, upper, row.status or reason)


def rounded(number: Decimal | None) -> Decimal | None:
    """To hundredths, or to three digits of what is smaller: a database writes out all that it has divided."""
    if number is None or not number:
        return number
    finest = Decimal(1).scaleb(-max(2, 2 - number.adjusted()))
    return number if number == number.quantize(finest) else number.quantize(finest)


def start(point: Point) -> datetime.date:
    return first_day(point.when)


def first_day(when: When) -> datetime.date:
    return datetime.date(when.start, 1, 1) if isinstance(when, Period) else when


def last_year(point: Point) -> int:
    """What a figure of several years counts as."""
    return point.when.end if isinstance(point.when, Period) else point.when.year


def segments(line: Line, breaks: Iterable[int]) -> tuple[Line, ...]:
    """The line's parts, none of which goes over a year from which something else is counted."""
    years = sorted(breaks)
    parts: dict[int, list[Point]] = {}
    for point in line.points:
        parts.setdefault(sum(last_year(point) >= year for year in years), []).append(point)
    return tuple(Line(line.key, tuple(points)) for points in parts.values())


def yearly(line: Line) -> Mapping[int, Point]:
    """The point of each single year; of several days in one, that of the last."""
    return {last_year(point): point for point in line.points if start(point).year == last_year(point)}


def times(lines: Iterable[Line]) -> tuple[When, ...]:
    """All at which one of them has a point, in order."""
    return tuple(sorted({point.when for line in lines for point in line.points}, key=first_day))
