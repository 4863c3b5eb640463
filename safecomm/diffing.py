"""Two sequences compared, most often the words of two texts: what stayed, how alike they are, what was not moved."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

TOKEN = re.compile(r"[\w\u0300-\u036f]+|\s|[^\w\s]")
"""A letter of macOS may be two characters: the letter and its mark."""

COMPARED = 1_000_000
"""How many pairs of equal items may be looked at one by one."""
PASSAGES = 1, 6, 36
Match = tuple[int, int]
"""The index of an old item and that of its new form."""
Opcode = tuple[str, int, int, int, int]
"""`equal`, `replace`, `delete` or `insert`, where it begins and ends in the old sequence, and where in the new one."""


def split_words(text: str) -> list[str]:
    """Words, spaces and marks, of which every character is in one."""
    return TOKEN.findall(text)


def is_word(token: str) -> bool:
    return token[0].isalnum() or token[0] == "_"


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable], skim: bool = False) -> list[Opcode]:
    """What makes the new sequence of the old one; `skim` does not look at what stands there again and again."""
    return [*SequenceMatcher(None, old, new, autojunk=skim).get_opcodes()]


def equal_pairs(old: Sequence[Hashable], new: Sequence[Hashable], lengths: Sequence[int] = PASSAGES) -> list[Match]:
    """Those that are equal, in the order of both: all at the beginning and the end, and those between.

    Long sequences are first cut where passages of these `lengths` stand in each once, so that time grows as they do.
    """
    shortest = min(len(old), len(new))
    head = next((index for index in range(shortest) if old[index] != new[index]), shortest)
    tail = next((index for index in range(shortest - head) if old[~index] != new[~index]), shortest - head)
    middle = _inner_pairs(old[head : len(old) - tail], new[head : len(new) - tail], lengths)
    return [
        *((index, index) for index in range(head)),
        *((head + i, head + j) for i, j in middle),
        *((len(old) - index, len(new) - index) for index in range(tail, 0, -1)),
    ]


def _inner_pairs(old: Sequence[Hashable], new: Sequence[Hashable], lengths: Sequence[int]) -> Iterator[Match]:
    if not old or not new:
        return
    if _count_equal(old, new) <= COMPARED:
        for i, j, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            yield from ((i + step, j + step) for step in range(size))
    elif lengths:
        first, *longer = lengths
        anchors = [*_lone_passages(old, new, first), (len(old), len(new))]
        for (i, j), (next_i, next_j) in pairwise([(0, 0), *anchors]):
            yield from ((i + a, j + b) for a, b in equal_pairs(old[i:next_i], new[j:next_j], longer))
    else:
        yield from ((index, index) for index, pair in enumerate(zip(old, new, strict=False)) if pair[0] == pair[1])


def _count_equal(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    counts = Counter(new)
    return sum(count * counts[item] for item, count in Counter(old).items())


def _lone_passages(old: Sequence[Hashable], new: Sequence[Hashable], length: int) -> list[Match]:
    """Where passages of this length begin that stand in each once, in the order of both."""
    before, after = ([*zip(*(items[start:] for start in range(length)), strict=False)] for items in (old, new))
    once = items_standing_once(before) & items_standing_once(after)
    places = {passage: index for index, passage in enumerate(after)}
    return heaviest_chain((index, places[passage], 1) for index, passage in enumerate(before) if passage in once)


def merge_indexes(matches: Sequence[Match], old: int, new: int) -> Iterator[tuple[int | None, int | None]]:
    """Every index below the lengths `old` and `new` once, in the order of both: matched, or alone, the old first."""
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *matches, (old, new)]):
        yield from ((index, None) for index in range(i + 1, next_i))
        yield from ((None, index) for index in range(j + 1, next_j))
        if next_i < old:
            yield next_i, next_j


def likeness(old: Sequence[Hashable], new: Sequence[Hashable]) -> float:
    """The share of what both have in the same order, from 0 to 1; two without anything are alike."""
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def count_common(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """How many both have in the same order."""
    return sum(block.size for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks())


class Chain(NamedTuple):
    """Matches in the order of both sequences, the last one first; `weight` is the sum of theirs."""

    weight: float
    match: Match
    before: "Chain | None"


def heaviest_chain(candidates: Iterable[tuple[int, int, float]]) -> list[Match]:
    """Of matches with weights, those that rise in both indexes and weigh most together.

    The candidates come in the order of the old index; those with the same one, the greatest new index first.
    """
    ends: list[int] = []
    chains: list[Chain] = []
    for i, j, weight in candidates:
        place = bisect_left(ends, j)
        before = chains[place - 1] if place else None
        chain = Chain(weight + (before.weight if before else 0), (i, j), before)
        # `chains` grows in weight with the new index that each ends at.
        last = place
        while last < len(chains) and chains[last].weight <= chain.weight:
            last += 1
        if last > place or place == len(chains) or ends[place] > j:
            ends[place:last], chains[place:last] = [j], [chain]
    return list(_unroll(chains[-1] if chains else None))[::-1]


def _unroll(chain: Chain | None) -> Iterator[Match]:
    while chain is not None:
        yield chain.match
        chain = chain.before


def opcodes_around_unique(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Opcode]:
    """As `opcodes`, for long sequences of which most items stand in each once: in time that grows as they do."""
    once = items_standing_once(old) & items_standing_once(new)
    places = {item: index for index, item in enumerate(new)}
    anchors = heaviest_chain((index, places[item], 1) for index, item in enumerate(old) if item in once)
    at = first = 0
    for here, there in (*anchors, (len(old), len(new))):
        if at < here or first < there:
            for kind, start, end, begin, finish in opcodes(old[at:here], new[first:there]):
                yield kind, at + start, at + end, first + begin, first + finish
        if here < len(old):
            yield "equal", here, here + 1, there, there + 1
        at, first = here + 1, there + 1


def items_standing_once(items: Sequence[Hashable]) -> set[Hashable]:
    return {item for item, count in Counter(items).items() if count == 1}
