"""The wording that a reviewer gave a text, with marks beside what is more than its words: then it is not written."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from urllib.parse import unquote

from safecomm.review.draft import DraftParagraph
from safecomm.review.reviewed_paragraph import ReviewedParagraph, ReviewedText
from safecomm.review.run_text import OBJECT, STRANGE, CharacterFormat
from safecomm.review.word_changes import LONGEST, joined_by, stretches


class OddLook(NamedTuple):
    """Where the words led before and lead now; empty where that is not what is odd about them."""

    before: str
    now: str


def wording(block: DraftParagraph, paragraph: ReviewedParagraph) -> str:
    """Stranger than the text of the paragraph by a mark for each object, link or emphasis that the reviewer brought."""
    pieces = paragraph.pieces_after()
    text, looks = "".join(map(without_objects, pieces)), paragraph.formats()
    if (text, looks) == (block.text, block.formats) or max(len(block.text), len(text)) > LONGEST:
        return text
    odd = dict(new_looks(block, text, looks))
    runs = groupby(range(len(text)), lambda at: odd.get(at))
    return "".join(mark_format("".join(text[at] for at in run), look) for look, run in runs)


def without_objects(piece: ReviewedText) -> str:
    """No note or number that a reviewer inserted is one of the draft's."""
    return piece.text.replace(OBJECT, STRANGE) if piece.change.kind == "inserted" else piece.text


def mark_format(words: str, look: OddLook | None) -> str:
    if look is None:
        return words
    leads = f"{look.before} → {look.now or '–'}" if look.before else look.now
    return f"{STRANGE}{words}{f' ({leads})' if leads else ''}{STRANGE}"


def new_looks(block: DraftParagraph, text: str, looks: Sequence[CharacterFormat]) -> Iterator[tuple[int, OddLook]]:
    """The characters that would not look so where they would be written, and old words that lead elsewhere now."""
    for start, end, begin, finish, kept in stretches(block.text, text):
        if kept:
            old, new = address_of(block.formats[start:end]), address_of(looks[begin:finish])
            if not same_address(old, new):
                yield from ((at, OddLook(old, new)) for at in range(begin, finish))
        else:
            beside = start if start < end else joined_by(start, text[begin:finish], len(block.text))
            for at in unlike(block.formats[beside], text, looks, range(begin, finish)):
                yield at, OddLook("", looks[at].address)


def relooked(block: DraftParagraph, paragraph: ReviewedParagraph) -> str:
    """The old words that somebody made bold, struck or coloured, or that are so no more."""
    pieces = paragraph.pieces_after()
    text, looks = "".join(piece.text for piece in pieces), paragraph.formats()
    if (text, looks) == (block.text, block.formats) or max(len(block.text), len(text)) > LONGEST:
        return ""
    other = (
        text[stretch.begin : stretch.finish]
        for stretch in stretches(block.text, text)
        if stretch.kept
        and shown_looks(block.text, block.formats, stretch.start, stretch.end)
        != shown_looks(text, looks, stretch.begin, stretch.finish)
    )
    return " ".join(other)


def shown_looks(text: str, looks: Sequence[CharacterFormat], start: int, end: int) -> set[tuple[object, ...]]:
    """Of a stretch of words, of whose blanks nobody sees how they look."""
    return {(*looks[at][:1], *looks[at][2:]) for at in range(start, end) if text[at].strip()}


def address_of(looks: Sequence[CharacterFormat]) -> str:
    return next((look.address for look in looks if look.address), "")


def same_address(one: str, other: str) -> bool:
    """Programs add the last slash to an address and write its letters in other ways."""
    return unquote(one).rstrip("/") == unquote(other).rstrip("/")


def same_look(one: CharacterFormat, other: CharacterFormat) -> bool:
    return one.emphases == other.emphases and same_address(one.address, other.address)


def unlike(expected: CharacterFormat, text: str, looks: Sequence[CharacterFormat], new: range) -> Iterator[int]:
    """Those of the new characters that look in another way; of blanks alone nobody sees how they look."""
    for look, run in groupby(new, looks.__getitem__):
        places = list(run)
        if not same_look(look, expected) and text[places[0] : places[-1] + 1].strip():
            yield from places
