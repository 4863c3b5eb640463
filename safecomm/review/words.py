"""Texts compared and merged by words."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

WORD = re.compile(r"\w+|\s|[^\w\s]")


LONGEST = 20_000
"""Characters that are compared for likeness."""


class Change(NamedTuple):
    """`text` in the place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


def changes(old: str, new: str) -> list[Change]:
    """What makes the new text of the old one, in whole words."""
    before, after = WORD.findall(old), WORD.findall(new)
    starts = [0]
    for word in before:
        starts.append(starts[-1] + len(word))
    return [
        Change(starts[first], starts[last], "".join(after[begin:end]))
        for kind, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        if kind != "equal"
    ]


def likeness(one: str, other: str) -> float:
    """From 0, no word in common, to 1."""
    first, second = (WORD.findall(each[:LONGEST]) for each in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def changed(text: str, made: Sequence[Change]) -> str:
    for each in sorted(made, reverse=True):
        text = text[: each.start] + each.text + text[each.end :]
    return text


def merged(base: str, texts: Sequence[str]) -> str | None:
    """The base with the changes of every text; None where two of them touch each other."""
    made = sorted({change for text in texts for change in changes(base, text)})
    for one, next_ in pairwise(made):
        if next_.start <= one.end:
            return None
    return changed(base, made)


def marked(old: str, new: str, removed: str = "[-{}-]", added: str = "{{+{}+}}", around: int = 40) -> str:
    """Both texts in one line, the changes marked, with as much `around` them as tells them apart."""
    pieces, at = [], 0
    for each in changes(old, new):
        pieces.append(_shortened(old[at : each.start], around, at > 0, True))
        pieces += [removed.format(old[each.start : each.end])] if each.start < each.end else []
        pieces += [added.format(each.text)] if each.text else []
        at = each.end
    return "".join((*pieces, _shortened(old[at:], around, True, False)))


def _shortened(text: str, around: int, before: bool, after: bool) -> str:
    """The ends of a text that touch a change."""
    if len(text) <= 2 * around + 1:
        return text
    return f"{text[:around] if before else ''}…{text[-around:] if after else ''}"


def overlaps(changes: Sequence[Change], found: range) -> bool:
    return any(each.start <= found.stop and found.start <= each.end for each in changes)


def occurrences(text: str, part: str) -> Iterator[range]:
    start = text.find(part)
    while start >= 0:
        yield range(start, start + len(part))
        start = text.find(part, start + 1)
