"""Which cells that are kept back follow from the others, so that they are not kept back at all."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from safecomm.content.records import Statistics
from safecomm.content.vocabulary import FigureStatus
from safecomm.figures.lines import Line, LineKey, Point, When, lines

PARTED_BY = ("sex", "age", "cause", "place")
"""By these all is parted into groups that make up the whole; series may be anything."""


class Partition(NamedTuple):
    """The parts of one whole at one time."""

    whole: LineKey
    field: str
    when: When


def derivable(statistics: Statistics) -> Iterator[Partition]:
    """Where all parts but one are known, and the whole is."""
    told = [line for line in lines(statistics) if line.key.place not in statistics.comparison]
    wholes = {(line.key, point.when): point for line in told for point in line.points}
    for group, parts in groups(told).items():
        whole = wholes.get((group.whole, group.when))
        if whole is not None and whole.value is not None and follows(parts, whole.value):
            yield group


def groups(told: list[Line]) -> dict[Partition, list[Point]]:
    found: dict[Partition, list[Point]] = {}
    for line in told:
        for field in PARTED_BY:
            if getattr(line.key, field) is not None:
                whole = line.key._replace(**{field: None})
                for point in line.points:
                    found.setdefault(Partition(whole, field, point.when), []).append(point)
    return found


def follows(parts: list[Point], whole: Decimal) -> bool:
    """Parts that are more than the whole do not make it up."""
    known = [point.value for point in parts if point.value is not None]
    hidden = [point for point in parts if point.status is FigureStatus.SUPPRESSED]
    return len(hidden) == 1 and 0 < len(known) == len(parts) - 1 and sum(known) <= whole
