"""Which cells that are kept back follow from the others, so that they are not kept back at all."""

from collections.abc import Container, Iterable, Iterator, Sequence
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
    """Where a cell that is kept back follows: from the whole and the other parts, or as the whole from all of them."""
    told = lines(statistics)
    cells = {(line.key, point.when): point for line in told for point in line.points}
    for group, parts in groups(told, statistics.comparison).items():
        whole = cells.get((group.whole, group.when))
        if whole is not None and follows(whole, parts):
            yield group


def groups(told: Iterable[Line], compared: Container[str]) -> dict[Partition, list[Point]]:
    """Places that are only compared with are no parts of the community."""
    found: dict[Partition, list[Point]] = {}
    for line in told:
        for field in PARTED_BY:
            value = getattr(line.key, field)
            if value is not None and not (field == "place" and value in compared):
                whole = line.key._replace(**{field: None})
                for point in line.points:
                    found.setdefault(Partition(whole, field, point.when), []).append(point)
    return found


def follows(whole: Point, parts: Sequence[Point]) -> bool:
    """Parts that are more than the whole do not make it up, and of a single one nobody knows what it lacks."""
    known = [point.value for point in parts if point.value is not None]
    hidden = sum(point.status is FigureStatus.SUPPRESSED for point in (whole, *parts))
    if len(parts) < 2 or not known or len(known) + hidden != len(parts) + (whole.value is None):
        return False
    if whole.value is None:
        return hidden == 1
    rest = whole.value - sum(known)
    # Where nothing is left for them, all that are kept back are zero.
    return hidden > 0 and (rest == 0 or (rest > 0 and hidden == 1))
