"""What of two sequences belongs together: the equal first, then within each gap between them the similar."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from safecomm.diffing import Match, equal_pairs, heaviest_chain
from safecomm.redline.compared_blocks import StoryBlock

SIMILAR = 0.5
"""The least share of common words by which one block counts as another's new form."""
WINDOW = 40
"""How far from its place in a gap a block's new form is looked for: keeps the time in proportion to the length."""


def merged(paired: Sequence[Match], old: int, new: int) -> Iterator[tuple[int | None, int | None]]:
    """Every index below the lengths `old` and `new` once, in the order of both: matched, or alone, the old first."""
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *paired, (old, new)]):
        yield from ((index, None) for index in range(i + 1, next_i))
        yield from ((None, index) for index in range(j + 1, next_j))
        if next_i < old:
            yield next_i, next_j


def aligned(
    old: Sequence[StoryBlock], new: Sequence[StoryBlock]
) -> Iterator[tuple[StoryBlock | None, StoryBlock | None]]:
    """Every block once, in the order of both documents: with its new form, or alone."""
    anchors = equal_pairs([block.key for block in old], [block.key for block in new])
    paired: list[Match] = []
    for (i, j), anchor in pairwise([(-1, -1), *anchors, (len(old), len(new))]):
        similar = heaviest_chain(_candidates(old[i + 1 : anchor[0]], new[j + 1 : anchor[1]]))
        paired += [*((i + 1 + before, j + 1 + after) for before, after in similar), anchor]
    for before, after in merged(paired[:-1], len(old), len(new)):
        yield None if before is None else old[before], None if after is None else new[after]


def _candidates(old: Sequence[StoryBlock], new: Sequence[StoryBlock]) -> Iterator[tuple[int, int, float]]:
    """Old and new index with likeness; the new ones backward, so that no chain takes two forms of one block."""
    for i, block in enumerate(old):
        middle = i * len(new) // len(old)
        for j in range(min(middle + WINDOW, len(new) - 1), max(middle - WINDOW, 0) - 1, -1):
            if block.kind == new[j].kind and (weight := common_share(block.words, new[j].words)) >= SIMILAR:
                yield i, j, weight


def common_share(old: frozenset[tuple[str, int]], new: frozenset[tuple[str, int]]) -> float:
    """The share of words that both have (Dice's coefficient); two without any are alike."""
    return 2 * len(old & new) / (len(old) + len(new)) if old or new else 1.0
