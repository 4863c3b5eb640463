"""Events per so many inhabitants, over as many years as it takes to tell a difference from chance.

A rate is made of the line's own figures and of nothing else: where one of them is missing or suppressed there is none,
so that no cell that is kept back follows from it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from math import sqrt

from safecomm.content.field_types import Period
from safecomm.content.records import Statistics
from safecomm.content.vocabulary import FigureStatus
from safecomm.figures.lines import Line, LineKey, Point, lines, segments, yearly

FEWEST = 20
"""With fewer events the figures of single years say little."""
WINDOWS = (1, 3, 5)
TENTH = Decimal("0.1")
NORMAL = 1.959964
"""The quantile of the normal distribution for an interval of 95 per cent."""

Years = Mapping[int, Point]
Inhabitants = Mapping[LineKey, Years]
"""Their number by year, of each sex, age and place that is told of."""


def inhabitants(statistics: Statistics) -> Inhabitants:
    return {line.key: yearly(line) for line in lines(statistics)}


def population_of(key: LineKey, everyone: Inhabitants) -> Years:
    """Those among whom the line's events happen; empty where nobody has counted them."""
    return everyone.get(LineKey(sex=key.sex, age=key.age, place=key.place), {})


def byar(events: int) -> tuple[float, float]:
    """The limits of the 95 per cent interval of a number of events, by Byar's approximation (Breslow and Day 1987)."""
    above = events + 1
    lower = events * (1 - 1 / (9 * events) - NORMAL / (3 * sqrt(events))) ** 3 if events else 0.0
    return lower, above * (1 - 1 / (9 * above) + NORMAL / (3 * sqrt(above))) ** 3


def rate_lines(
    counted: Iterable[Line], everyone: Inhabitants, per: int, breaks: Sequence[int]
) -> tuple[int, tuple[Line, ...]]:
    """The width of the windows in years, and the rates of those lines whose inhabitants are known."""
    parts = {
        line.key: [years for part in segments(line, breaks) if (years := yearly(part))]
        for line in counted
        if population_of(line.key, everyone)
    }
    width = window_width([part for listed in parts.values() for part in listed])
    made = (Line(key, tuple(rates(listed, width, population_of(key, everyone), per))) for key, listed in parts.items())
    return width, tuple(line for line in made if line.known)


def window_width(parts: Sequence[Years]) -> int:
    """The fewest years in which no line has fewer events than are needed; the widest that fits, if none has."""
    fitting = [width for width in WINDOWS if width == 1 or any(windows(part, width) for part in parts)]
    return next((width for width in fitting if all(is_enough(part, width) for part in parts)), fitting[-1])


def is_enough(part: Years, width: int) -> bool:
    numbers = (total(part, window) for window in windows(part, width))
    return all(number is None or number >= FEWEST for number in numbers)


def windows(part: Years, width: int) -> tuple[Period, ...]:
    """Whole ones after each other, of which the last ends with the line."""
    ends = range(max(part), min(part) + width - 2, -width)
    return tuple(Period(start=end - width + 1, end=end) for end in reversed(ends))


def rates(parts: Iterable[Years], width: int, people: Years, per: int) -> Iterator[Point]:
    for part in parts:
        for window in windows(part, width):
            yield rate(part, window, people, per)


def rate(part: Years, window: Period, people: Years, per: int) -> Point:
    events, years, status = total(part, window), total(people, window), status_of(part, window)
    if events is None or not is_count(events) or not years:
        return Point(window, None, status=status if events is None else FigureStatus.NOT_AVAILABLE)
    numbers = (Decimal(number) * per / years for number in (events, *byar(int(events))))
    value, lower, upper = (number.quantize(TENTH) for number in numbers)
    return Point(window, value, lower, upper, status)


def is_count(number: Decimal) -> bool:
    """Events come whole."""
    return number >= 0 and number == int(number)


def total(years: Years, window: Period) -> Decimal | None:
    """None where one of its years has no figure."""
    numbers = [years[year].value if year in years else None for year in years_of(window)]
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal()) if len(known) == len(numbers) else None


def status_of(part: Years, window: Period) -> FigureStatus | None:
    """What is to be known of one of the window's figures is to be known of all that is made of it."""
    found = {part[year].status if year in part else FigureStatus.NOT_AVAILABLE for year in years_of(window)}
    return next((status for status in FigureStatus if status in found), None)


def years_of(window: Period) -> range:
    return range(window.start, window.end + 1)
