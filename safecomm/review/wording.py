"""The wording that a reviewer gave a text, with marks beside what is more than its words: then it is not written."""

from collections.abc import Iterator
from itertools import groupby

from safecomm.review.draft import Block
from safecomm.review.paragraphs import Paragraph, Piece
from safecomm.review.runs import OBJECT, Look
from safecomm.review.symbols import STRANGE
from safecomm.review.words import LONGEST, differences, joined_by


def wording(block: Block, paragraph: Paragraph) -> str:
    """Stranger than the text of the paragraph by a mark for each object, link or emphasis that the reviewer brought."""
    pieces = paragraph.left()
    text, looks = "".join(map(without_objects, pieces)), paragraph.looks()
    if max(len(block.text), len(text)) > LONGEST:
        return text
    odd = set(new_looks(block, text, looks))
    runs = groupby(range(len(text)), lambda at: looks[at] if at in odd else None)
    return "".join(told("".join(text[at] for at in run), look) for look, run in runs)


def without_objects(piece: Piece) -> str:
    """No note or number that a reviewer inserted is one of the draft's."""
    return piece.text.replace(OBJECT, STRANGE) if piece.change.kind == "inserted" else piece.text


def told(words: str, look: Look | None) -> str:
    if look is None:
        return words
    return f"{STRANGE}{words}{f' ({look.address})' if look.address else ''}{STRANGE}"


def new_looks(block: Block, text: str, looks: tuple[Look, ...]) -> Iterator[int]:
    """The characters that would not look so where they would be written, and old ones that have become a link."""
    at = shift = 0
    for start, end, begin, finish in differences(block.text, text):
        yield from (
            old + shift for old in range(at, start) if looks[old + shift].address and not block.looks[old].address
        )
        beside = start if start < end else joined_by(start, text[begin:finish], len(block.text))
        written = block.looks[beside]
        yield from (new for new in range(begin, finish) if looks[new] != written and not text[new].isspace())
        at, shift = end, finish - end
    yield from (
        old + shift for old in range(at, len(block.text)) if looks[old + shift].address and not block.looks[old].address
    )
