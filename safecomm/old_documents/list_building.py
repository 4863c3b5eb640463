"""Items of lists, one after the other, as lists within lists."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from safecomm.markdown.blocks import Block, Inline, List, ListItem, Paragraph

DEEPEST = 6
"""Lists within each other; what Word has deeper stands in the last."""


class WordListItem(NamedTuple):
    """`number` is None for a bullet."""

    level: int
    number: int | None
    children: tuple[Inline, ...]


def build_lists(items: list[WordListItem]) -> Iterator[List]:
    """A list ends where the numbers do not run on, or where bullets become numbers."""
    top = min(items[0].level, DEEPEST)
    runs: list[tuple[WordListItem, list[WordListItem]]] = []
    for item in items:
        if runs and item.level > top and runs[-1][0] is not item:
            runs[-1][1].append(item)
        else:
            runs.append((item, []))
    for _, group in groupby(enumerate(runs), key=lambda run: kind_of(run[0], run[1][0])):
        of_list = [run for _, run in group]
        yield List(of_list[0][0].number, tuple(ListItem(tuple(children(*run))) for run in of_list), 0)


def kind_of(place: int, item: WordListItem) -> int | None:
    """The same for all items of a list."""
    return None if item.number is None else item.number - place


def children(item: WordListItem, below: list[WordListItem]) -> Iterator[Block]:
    yield Paragraph(item.children, 0)
    if below:
        raised = [inner._replace(level=min(inner.level, DEEPEST)) for inner in below]
        yield from build_lists(raised)
