"""What differs between two texts: the lines that changed, each as the pieces that stayed, went and came."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from safecomm.diffing import is_word, likeness, opcodes, split_words

# A paragraph is far below this; the time grows with the product of both lengths.
MOST = 4_000_000
NEAR = 0.4
"""The likeness below which two texts are no versions of each other: all of the one went, all of the other came."""
MANY = 5_000
"""Lines above which those that come again and again no longer lead from the old text to the new one."""
WINDOW = 20
"""Lines in which a version of a line is looked for: one that went further is shown as gone and come."""
CONTEXT = 6
"""Words of what stayed that an excerpt shows beside a change."""
LONGEST = 30
"""Words that an excerpt shows of a whole text that came or went."""


class Piece(NamedTuple):
    tag: Literal["same", "del", "ins"]
    text: str


Row = tuple[Piece, ...]


def changed_rows(old: Sequence[str], new: Sequence[str]) -> Iterator[Row]:
    """The lines that changed, in the order of the new text."""
    return (row for _, row in placed_rows(old, new))


def placed_rows(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """Each with its place in the new text; what went, with the place of what stands there now."""
    for tag, start, end, begin, stop in opcodes(old, new, skim=len(new) > MANY):
        if tag != "equal":
            yield from ((begin + place, row) for place, row in pair_lines(old[start:end], new[begin:stop]))


def pair_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, Row]]:
    """Each old line beside the next new one that is a version of it, if there is one."""
    done = 0
    for line in old:
        near = range(done, min(done + WINDOW, len(new)))
        match = next((place for place in near if is_version(line, new[place])), None)
        if match is None:
            yield done, (Piece("del", line),)
            continue
        yield from ((place, (Piece("ins", new[place]),)) for place in range(done, match))
        yield match, compare_words(line, new[match])
        done = match + 1
    yield from ((place, (Piece("ins", new[place]),)) for place in range(done, len(new)))


def is_version(old: str, new: str) -> bool:
    """Whether one may be a version of the other, by the words that both have."""
    before, after = ([*filter(is_word, split_words(line))] for line in (old, new))
    if min(len(before), len(after)) < NEAR * max(len(before), len(after)) or len(before) * len(after) > MOST:
        return False
    return likeness(before, after) >= NEAR


def compare_words(old: str, new: str) -> Row:
    """One line's pieces; what stands between two changes and holds no word belongs to them."""
    before, after = split_words(old), split_words(new)
    pieces: list[Piece] = []
    gone = come = ""
    for tag, start, end, begin, stop in opcodes(before, after):
        same = "".join(before[start:end])
        if tag == "equal" and (any(map(is_word, before[start:end])) or end == len(before) or not gone + come):
            pieces += [*replacement(gone, come), Piece("same", same)]
            gone = come = ""
        else:
            gone, come = gone + same, come + "".join(after[begin:stop])
    return (*pieces, *replacement(gone, come))


def replacement(old: str, new: str) -> Row:
    return tuple(piece for piece in (Piece("del", old), Piece("ins", new)) if piece.text)


def excerpt(row: Row) -> Row:
    """The row with no more of what stayed than shows where the change is, and of what changed the first words."""
    last = len(row) - 1
    return tuple(
        Piece("same", shorten_same(piece.text, number > 0, number < last))
        if piece.tag == "same"
        else shorten_changed(piece)
        for number, piece in enumerate(row)
    )


def shorten_changed(piece: Piece) -> Piece:
    parts = re.findall(r"\s*\S+\s*", piece.text)
    return piece if len(parts) <= LONGEST else piece._replace(text="".join(parts[:LONGEST]).rstrip() + " …")


def shorten_same(text: str, after: bool, before: bool) -> str:
    """The words that stand `after` one change and `before` another."""
    parts = re.findall(r"\s*\S+\s*", text) or [text]
    kept = CONTEXT * (after + before)
    if len(parts) <= kept:
        return text
    head, tail = parts[: CONTEXT * after], parts[len(parts) - CONTEXT * before :]
    return "".join(head).rstrip() + (" … " if head and tail else "…" if tail else " …") + "".join(tail).lstrip()
