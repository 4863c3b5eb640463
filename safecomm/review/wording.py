"""The wording that a reviewer gave a text, with marks beside what is more than its words: then it is not written."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from safecomm.review.draft import DraftParagraph
from safecomm.review.reviewed_paragraph import ReviewedParagraph, ReviewedText
from safecomm.review.run_text import OBJECT, STRANGE, CharacterFormat
from safecomm.review.word_changes import LONGEST, joined_by, stretches


def wording(block: DraftParagraph, paragraph: ReviewedParagraph) -> str:
    """Stranger than the text of the paragraph by a mark for each object, link or emphasis that the reviewer brought."""
    pieces = paragraph.pieces_after()
    text, looks = "".join(map(without_objects, pieces)), paragraph.formats()
    if (text, looks) == (block.text, block.formats) or max(len(block.text), len(text)) > LONGEST:
        return text
    odd = set(new_looks(block, text, looks))
    runs = groupby(range(len(text)), lambda at: looks[at] if at in odd else None)
    return "".join(mark_format("".join(text[at] for at in run), look) for look, run in runs)


def without_objects(piece: ReviewedText) -> str:
    """No note or number that a reviewer inserted is one of the draft's."""
    return piece.text.replace(OBJECT, STRANGE) if piece.change.kind == "inserted" else piece.text


def mark_format(words: str, look: CharacterFormat | None) -> str:
    if look is None:
        return words
    return f"{STRANGE}{words}{f' ({look.address})' if look.address else ''}{STRANGE}"


def new_looks(block: DraftParagraph, text: str, looks: tuple[CharacterFormat, ...]) -> Iterator[int]:
    """The characters that would not look so where they would be written, and old words that have become a link."""
    for start, end, begin, finish, kept in stretches(block.text, text):
        if kept and links(looks[begin:finish]) and not links(block.formats[start:end]):
            yield from range(begin, finish)
        elif not kept:
            beside = start if start < end else joined_by(start, text[begin:finish], len(block.text))
            yield from unlike(block.formats[beside], text, looks, range(begin, finish))


def links(looks: Sequence[CharacterFormat]) -> bool:
    return any(look.address for look in looks)


def same_look(one: CharacterFormat, other: CharacterFormat) -> bool:
    """Programs add the last slash to an address."""
    return one.emphases == other.emphases and one.address.rstrip("/") == other.address.rstrip("/")


def unlike(expected: CharacterFormat, text: str, looks: Sequence[CharacterFormat], new: range) -> Iterator[int]:
    """Those of the new characters that look in another way; of blanks alone nobody sees how they look."""
    for look, run in groupby(new, looks.__getitem__):
        places = list(run)
        if not same_look(look, expected) and text[places[0] : places[-1] + 1].strip():
            yield from places
