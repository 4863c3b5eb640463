"""Two changes of one value made into one, where they concern different parts of it."""

import json
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from safecomm.content.yaml_data import Value
from safecomm.diffing import equal_pairs


class DivergedError(Exception):
    """Both changes concern the same part: somebody has to choose."""


class Region(NamedTuple):
    """The items from `start` to before `end` of what both began with, and what one of them has there."""

    start: int
    end: int
    items: tuple[str, ...]


def merge(base: Value, ours: Value, theirs: Value) -> Value:
    """What says both changes of `base`; raises DivergedError. Texts are merged by paragraphs, lists by entries."""
    if ours in (base, theirs):
        return theirs
    if theirs == base:
        return ours
    if isinstance(base, dict) and isinstance(ours, dict) and isinstance(theirs, dict):
        names = dict.fromkeys((*theirs, *ours))
        merged = {name: merge(base.get(name), ours.get(name), theirs.get(name)) for name in names}
        return {name: value for name, value in merged.items() if value is not None}
    if isinstance(base, list) and isinstance(ours, list) and isinstance(theirs, list):
        written = ([json.dumps(entry) for entry in entries] for entries in (base, ours, theirs))
        return [json.loads(entry) for entry in merge_items(*written)]
    if isinstance(base, str) and isinstance(ours, str) and isinstance(theirs, str):
        return "\n\n".join(merge_items(*(paragraphs(text) for text in (base, ours, theirs))))
    raise DivergedError


def paragraphs(text: str) -> list[str]:
    """What empty lines part."""
    found: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return ["\n".join(lines) for lines in found if lines]


def merge_items(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The items with both changes; raises DivergedError where these touch the same items, or come to the same place."""
    changed = sorted({*regions(base, ours), *regions(base, theirs)})
    for first, second in pairwise(changed):
        if second.start < first.end or first[:2] == second[:2]:
            raise DivergedError
    made: list[str] = []
    at = 0
    for start, end, items in changed:
        made += [*base[at:start], *items]
        at = end
    return [*made, *base[at:]]


def regions(old: Sequence[str], new: Sequence[str]) -> list[Region]:
    """Where the new sequence is another."""
    pairs = [(-1, -1), *equal_pairs(old, new), (len(old), len(new))]
    between = ((Region(i + 1, next_i, tuple(new[j + 1 : next_j]))) for (i, j), (next_i, next_j) in pairwise(pairs))
    return [region for region in between if region.start < region.end or region.items]
