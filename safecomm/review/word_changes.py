"""Texts compared and merged by words."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple
from unicodedata import normalize

from safecomm import diffing
from safecomm.changes.pieces import Row, compare_words, replacement
from safecomm.diffing import opcodes, split_words

LONGEST = 20_000
"""Characters that are compared for likeness."""
AROUND = 40
"""Characters that are shown beside a change."""
KEPT = 0.25
MARKUP = {"del": "[-{}-]", "ins": "{{+{}+}}"}


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
    return [
        TextChange(stretch.start, stretch.end, compose(new[stretch.begin : stretch.finish]))
        for stretch in stretches(old, new)
        if not stretch.kept
    ]


def stretches(text: str, other: str) -> Iterator[Stretch]:
    """Each word that was kept, although its letters may be made of other characters, and between them what changed."""
    before, after = split_words(text), split_words(other)
    places, new_places = ([0, *accumulate(map(len, words))] for words in (before, after))
    for kind, first, last, begin, end in opcodes([*map(compose, before)], [*map(compose, after)]):
        if kind == "equal":
            for old, new in zip(range(first, last), range(begin, end), strict=True):
                yield Stretch(places[old], places[old + 1], new_places[new], new_places[new + 1], True)
        else:
            yield Stretch(places[first], places[last], new_places[begin], new_places[end], False)


def compose(text: str) -> str:
    return normalize("NFC", text)


def joined_by(start: int, text: str, length: int) -> int:
    """Which of the two characters around it inserted words belong to, in a text of this length."""
    return start if start == 0 or (start < length and text[:1].isspace()) else start - 1


def likeness(one: str, other: str) -> float:
    """From 0, no word in common, to 1."""
    return diffing.likeness(compared_words(one), compared_words(other))


def compared_words(text: str) -> list[str]:
    return split_words(compose(text[:LONGEST]))


def lost_end(old: str, new: str) -> str:
    """What stood at the end of the old text and does not stand in the new one."""
    made = changes(old[-LONGEST:], new[-LONGEST:])
    return old[-LONGEST:][made[-1].start :] if made and made[-1].end == len(old[-LONGEST:]) else ""


def lost_start(old: str, new: str) -> str:
    """What stood at the beginning of the old text and does not stand in the new one."""
    made = changes(old[:LONGEST], new[:LONGEST])
    return old[: made[0].end] if made and made[0].start == 0 else ""


def share(part: str, text: str) -> float:
    """How many of the words of a part stand in the text in its order, from 0 to 1."""
    words, others = ([word for word in compared_words(words) if word[0].isalnum()] for words in (part, text))
    return diffing.count_common(words, others) / len(words) if words else 0


def apply_changes(text: str, changes: Iterable[TextChange]) -> str:
    for change in sorted(changes, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def merge(base: str, texts: Sequence[str]) -> str | None:
    """The base with the changes of every text; None where two of them touch each other."""
    made = sorted({change for text in texts for change in changes(base, text)})
    for one, next_ in pairwise(made):
        if next_.start <= one.end:
            return None
    return apply_changes(base, made)


def mark_changes(old: str, new: str) -> str:
    """Both texts in one line, the changes marked, with as much around them as tells them apart."""
    row = told_pieces(compose(old), compose(new))
    return "".join(
        _shorten(piece.text, number > 0, number < len(row) - 1)
        if piece.tag == "same"
        else MARKUP[piece.tag].format(piece.text)
        for number, piece in enumerate(row)
    )


def told_pieces(old: str, new: str) -> Row:
    """One after the other where so little of the shorter text stayed that nobody could read them together."""
    row = compare_words(old, new)
    kept = sum(len(piece.text.strip()) for piece in row if piece.tag == "same")
    return row if kept > KEPT * min(len(old.strip()), len(new.strip())) else replacement(old, new)


def _shorten(text: str, before: bool, after: bool) -> str:
    """The ends of a text that touch a change."""
    if len(text) <= 2 * AROUND + 1:
        return text
    return f"{text[:AROUND] if before else ''}…{text[-AROUND:] if after else ''}"


def touches(changes: Sequence[TextChange], text: str, part: str) -> bool:
    """Whether one of the changes touches the part, wherever it stands in the text."""
    start = text.find(part)
    while start >= 0:
        if any(change.start <= start + len(part) and start <= change.end for change in changes):
            return True
        start = text.find(part, start + 1)
    return False
