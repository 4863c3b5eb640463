"""A series as the indicator of an objective or a measure: where it began, where it is now, and which way it goes."""

from typing import NamedTuple

from safecomm.content.field_types import Period
from safecomm.content.records import Level, Statistics
from safecomm.figures.lines import Line, Point, key_of, last_year, lines, start
from safecomm.figures.trend import Trend, trend


class Indicator(NamedTuple):
    """`line` is the one that is followed.

    `broken` is the year between the start and the latest figure from which something else is counted.
    """

    line: Line
    first: Point
    latest: Point
    trend: Trend | None
    broken: int | None


def indicator(
    statistics: Statistics, series: str | None, decided: Level | None, until: int | None = None
) -> Indicator | None:
    """From the level that was decided, else from the first figure; None where the series has no figure.

    Only with what was measured `until` a year, if one is given.
    """
    keys = {row.line: key_of(row) for row in statistics.rows}
    line = next((line for line in lines(statistics) if line.key == keys.get(series or "")), None)
    if line and until:
        line = line._replace(points=tuple(point for point in line.points if last_year(point) <= until))
    if line is None or not line.known:
        return None
    first = decided_point(decided) if decided else line.known[0]
    since = Line(line.key, tuple(point for point in line.points if start(point) >= start(first)))
    latest = line.known[-1]
    years = sorted(cut.year for cut in statistics.breaks if last_year(first) < cut.year <= last_year(latest))
    way = trend(since, statistics) if since.points else None
    return Indicator(line, first, latest, way, years[-1] if years else None)


def decided_point(level: Level) -> Point:
    return Point(Period(start=level.year, end=level.year), level.value)
