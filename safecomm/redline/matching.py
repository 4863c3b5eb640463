"""What of two sequences belongs together: the equal first, then within each gap between them the similar."""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from safecomm.redline.compared_blocks import StoryBlock

Match = tuple[int, int]
"""The index of an old item and that of its new form."""

SIMILAR = 0.5
"""The least share of common words by which one block counts as another's new form."""
WINDOW = 40
"""How far from its place in a gap a block's new form is looked for: keeps the time in proportion to the length."""


def equal(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """Those that are equal, in the order of both."""
    shortest = min(len(old), len(new))
    head = next((index for index in range(shortest) if old[index] != new[index]), shortest)
    tail = next((index for index in range(shortest - head) if old[~index] != new[~index]), shortest - head)
    middle = SequenceMatcher(None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False)
    return [
        *((index, index) for index in range(head)),
        *((head + i + each, head + j + each) for i, j, size in middle.get_matching_blocks() for each in range(size)),
        *((len(old) - index, len(new) - index) for index in range(tail, 0, -1)),
    ]


def merged(matches: Sequence[Match], old: int, new: int) -> Iterator[tuple[int | None, int | None]]:
    """Every index below the lengths `old` and `new` once, in the order of both: matched, or alone, the old first."""
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *matches, (old, new)]):
        yield from ((each, None) for each in range(i + 1, next_i))
        yield from ((None, each) for each in range(j + 1, next_j))
        if next_i < old:
            yield next_i, next_j


def aligned(
    old: Sequence[StoryBlock], new: Sequence[StoryBlock]
) -> Iterator[tuple[StoryBlock | None, StoryBlock | None]]:
    """Every block once, in the order of both documents: with its new form, or alone."""
    anchors = equal([each.key for each in old], [each.key for each in new])
    matches: list[Match] = []
    for (i, j), anchor in pairwise([(-1, -1), *anchors, (len(old), len(new))]):
        similar = _similar(old[i + 1 : anchor[0]], new[j + 1 : anchor[1]])
        matches += [*((i + 1 + before, j + 1 + after) for before, after in similar), anchor]
    for before, after in merged(matches[:-1], len(old), len(new)):
        yield None if before is None else old[before], None if after is None else new[after]


class Chain(NamedTuple):
    """Matches in the order of both sequences, the last one first; `weight` is the sum of their likenesses."""

    weight: float
    match: Match
    before: "Chain | None"


def _similar(old: Sequence[StoryBlock], new: Sequence[StoryBlock]) -> list[Match]:
    """The heaviest chain of similar blocks."""
    ends: list[int] = []
    chains: list[Chain] = []
    for i, j, weight in _candidates(old, new):
        place = bisect_left(ends, j)
        before = chains[place - 1] if place else None
        chain = Chain(weight + (before.weight if before else 0), (i, j), before)
        # `chains` grows in weight with the new index that each ends at.
        last = place
        while last < len(chains) and chains[last].weight <= chain.weight:
            last += 1
        if last > place or place == len(chains) or ends[place] > j:
            ends[place:last], chains[place:last] = [j], [chain]
    return list(_unrolled(chains[-1] if chains else None))[::-1]


def _unrolled(chain: Chain | None) -> Iterator[Match]:
    while chain is not None:
        yield chain.match
        chain = chain.before


def _candidates(old: Sequence[StoryBlock], new: Sequence[StoryBlock]) -> Iterator[tuple[int, int, float]]:
    """Old and new index with likeness; the new ones backward, so that no chain takes two forms of one block."""
    for i, block in enumerate(old):
        middle = i * len(new) // len(old)
        for j in range(min(middle + WINDOW, len(new) - 1), max(middle - WINDOW, 0) - 1, -1):
            if block.kind == new[j].kind and (weight := likeness(block.words, new[j].words)) >= SIMILAR:
                yield i, j, weight


def likeness(old: frozenset[tuple[str, int]], new: frozenset[tuple[str, int]]) -> float:
    """The share of words that both have (Dice's coefficient); two without any are alike."""
    return 2 * len(old & new) / (len(old) + len(new)) if old or new else 1.0
