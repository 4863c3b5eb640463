"""Texts compared and merged by words."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple
from unicodedata import normalize

from safecomm import diffing
from safecomm.diffing import opcodes, split_words

LONGEST = 20_000
"""Characters that are compared for likeness."""


class TextChange(NamedTuple):
    """`text` in the place of the characters from `start` to `end`."""

    start: int
    end: int
    text: str


class Stretch(NamedTuple):
    """The characters of the old text from `start` to `end` became those of the new one from `begin` to `finish`."""

    start: int
    end: int
    begin: int
    finish: int
    kept: bool


def changes(old: str, new: str) -> list[TextChange]:
    """What makes the new text of the old one, in whole words, each letter one character where there is one."""
    found = (each for each in stretches(old, new) if not each.kept)
    return [TextChange(each.start, each.end, composed(new[each.begin : each.finish])) for each in found]


def stretches(text: str, other: str) -> Iterator[Stretch]:
    """Each word that was kept, although its letters may be made of other characters, and between them what changed."""
    before, after = split_words(text), split_words(other)
    places, new_places = ([0, *accumulate(map(len, words))] for words in (before, after))
    for kind, first, last, begin, end in opcodes([*map(composed, before)], [*map(composed, after)]):
        if kind == "equal":
            for old, new in zip(range(first, last), range(begin, end), strict=True):
                yield Stretch(places[old], places[old + 1], new_places[new], new_places[new + 1], True)
        else:
            yield Stretch(places[first], places[last], new_places[begin], new_places[end], False)


def composed(text: str) -> str:
    return normalize("NFC", text)


def joined_by(start: int, text: str, length: int) -> int:
    """Which of the two characters around it inserted words belong to, in a text of this length."""
    return start if start == 0 or (start < length and text[:1].isspace()) else start - 1


def likeness(one: str, other: str) -> float:
    """From 0, no word in common, to 1."""
    return diffing.likeness(*(split_words(composed(text[:LONGEST])) for text in (one, other)))


def lost_end(old: str, new: str) -> str:
    """What stood at the end of the old text and does not stand in the new one."""
    made = changes(old[-LONGEST:], new[-LONGEST:])
    return old[-LONGEST:][made[-1].start :] if made and made[-1].end == len(old[-LONGEST:]) else ""


def share(part: str, text: str) -> float:
    """How many of the words of a part stand in the text in its order, from 0 to 1."""
    words, others = (
        [word for word in split_words(composed(each[:LONGEST])) if word[0].isalnum()] for each in (part, text)
    )
    return diffing.count_common(words, others) / len(words) if words else 0


def changed(text: str, made: Sequence[TextChange]) -> str:
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


def overlaps(changes: Sequence[TextChange], found: range) -> bool:
    return any(each.start <= found.stop and found.start <= each.end for each in changes)


def occurrences(text: str, part: str) -> Iterator[range]:
    start = text.find(part)
    while start >= 0:
        yield range(start, start + len(part))
        start = text.find(part, start + 1)
