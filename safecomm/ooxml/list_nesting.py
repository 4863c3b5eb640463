"""Items of lists, which Word has one after the other, as lists within lists."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
DEEPEST = 6
"""Lists within each other; what Word has deeper stands in the last."""


class ListedItem(NamedTuple, Generic[T]):
    """`number` is None for a bullet."""

    level: int
    number: int | None
    content: T


class NestedItem(NamedTuple, Generic[T]):
    content: T
    below: "tuple[NestedList[T], ...]"


class NestedList(NamedTuple, Generic[T]):
    """`start` is the number of the first item, None for bullets."""

    start: int | None
    items: tuple[NestedItem[T], ...]


def nest(items: Sequence[ListedItem[T]]) -> Iterator[NestedList[T]]:
    """A list ends where the numbers do not run on, or where bullets become numbers."""
    top = min(items[0].level, DEEPEST) if items else 0
    runs: list[tuple[ListedItem[T], list[ListedItem[T]]]] = []
    for item in items:
        if runs and min(item.level, DEEPEST) > top:
            runs[-1][1].append(item)
        else:
            runs.append((item, []))
    for _, group in groupby(enumerate(runs), key=lambda run: _kind(run[0], run[1][0])):
        of_list = [run for _, run in group]
        nested = (NestedItem(item.content, tuple(nest(below))) for item, below in of_list)
        yield NestedList(of_list[0][0].number, tuple(nested))


def _kind(place: int, item: ListedItem[T]) -> int | None:
    """The same for all items of a list."""
    return None if item.number is None else item.number - place
