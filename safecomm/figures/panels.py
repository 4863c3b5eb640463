"""Many lines parted into few beside each other, by what tells them apart."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from safecomm.figures.lines import Line, LineKey

MOST_LINES, MOST_PANELS = 4, 6


class Panel(NamedTuple):
    """Lines that have the same value in these fields of their keys."""

    fields: tuple[str, ...]
    lines: tuple[Line, ...]


def varying(lines: Iterable[Line]) -> tuple[str, ...]:
    """The fields of the keys in which the lines differ."""
    keys = [line.key for line in lines]
    return tuple(field for field in LineKey._fields if len({getattr(key, field) for key in keys}) > 1)


def panels(lines: Sequence[Line]) -> tuple[Panel, ...]:
    """One if that is enough, else by the first field that makes few of few lines; one for each line if none does."""
    if len(lines) <= MOST_LINES:
        return (Panel((), tuple(lines)),)
    fields = varying(lines)
    ways = [parted(lines, (field,)) for field in fields]
    fitting = [way for way in ways if max(len(panel.lines) for panel in way) <= MOST_LINES]
    few = [way for way in fitting if len(way) <= MOST_PANELS]
    return next(iter((*few, *fitting)), parted(lines, fields))


def parted(lines: Iterable[Line], fields: tuple[str, ...]) -> tuple[Panel, ...]:
    groups: dict[tuple[str | None, ...], list[Line]] = {}
    for line in lines:
        groups.setdefault(tuple(getattr(line.key, field) for field in fields), []).append(line)
    return tuple(Panel(fields, tuple(group)) for group in groups.values())
