"""What a reader who listens to the document, or moves through it by its headings, would miss."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING

from safecomm.markdown.blocks import (
    Block,
    BlockQuote,
    Footnote,
    HardBreak,
    Heading,
    Inline,
    List,
    Paragraph,
    Strong,
    Text,
)
from safecomm.markdown.source import Source, start_of
from safecomm.markdown.traversal import blocks_in, plain_text

if TYPE_CHECKING:
    from markdown_it.token import Token

# The beginning of a list item that was typed as text; a backslash kept CommonMark from making a list of it.
TYPED = re.compile(
    r"[ \t]*(?:[•·▪‣◦●○■□–—]|\\?[-*+](?=\s)|-(?=[^\W\d_])|(?:\d{1,3}\\?[.)]|[^\W\d_]\\?\))(?=\s|[^\W\d_]))"
)
BULLET = re.compile(r"\s*[-*+•·▪‣◦●○■□]\s")
WORD = re.compile(r"\w")
ADDRESS = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
LONGEST_ADDRESS = 60
"""Characters of an address that can still be listened to."""
HEADING = re.compile(r"(?=.*\w).{0,100}(?<![.!?…])\s*")
VAGUE = {
    *("här", "klicka här", "läs mer", "läs mer här", "läs här", "se här", "mer", "länk", "länken", "denna länk"),
    *("here", "click here", "read more", "read more here", "see here", "more", "link", "this link", "learn more"),
}


def code_of_link_text(children: tuple[Inline, ...]) -> str | None:
    """The code for a link text that does not say where the link leads."""
    text = plain_text(children).strip()
    if len(text) > LONGEST_ADDRESS and ADDRESS.fullmatch(text):
        return "link-address"
    return "link-text" if text.strip(" .:!…»›>→").casefold() in VAGUE else None


def report_typed(holder: "Token", source: Source) -> None:
    """A list that was typed as the lines of one paragraph."""
    if "\n" not in holder.content:
        return
    lines = holder.content.split("\n")
    typed = [bool(TYPED.match(line)) for line in lines]
    if (typed[0] and sum(typed) > 1) or any(map(all, pairwise(typed))):
        source.report("list-typed", start_of(holder) + typed.index(True))


def report_structure(blocks: tuple[Block, ...], notes: Iterable[tuple[Block, ...]], source: Source) -> None:
    reported = {(fault.location.line, fault.code) for fault in source.problems}
    typed_lists = (*_typed_lists(blocks), *chain.from_iterable(map(_typed_lists, notes)))
    for line, code in (*_skipped_levels(blocks), *_bold_headings(blocks), *typed_lists):
        if (line, code) not in reported:
            source.report(code, line - source.first_line)


def _skipped_levels(blocks: tuple[Block, ...]) -> Iterator[tuple[int, str]]:
    """Headings more than one level below the one before; the first stands below the heading of the document's own."""
    headings = [block for block in blocks_in(blocks) if isinstance(block, Heading)]
    levels = [1, *(heading.level for heading in headings)]
    for heading, (above, level) in zip(headings, pairwise(levels), strict=True):
        if level > above + 1:
            yield heading.line, "heading-skipped"


def _bold_headings(blocks: tuple[Block, ...]) -> Iterator[tuple[int, str]]:
    """Short paragraphs in bold from end to end that are no sentence; in a list that is a term."""
    for block in blocks:
        match block:
            case BlockQuote():
                yield from _bold_headings(block.children)
            case Paragraph(children) if all(map(_is_bold, children)) and HEADING.fullmatch(plain_text(children)):
                yield block.line, "heading-bold"


def _is_bold(inline: Inline) -> bool:
    """Blanks and signs may be both."""
    match inline:
        case Text(value):
            return not WORD.search(value)
        case Strong() | HardBreak() | Footnote():
            return True
        case _:
            return bool(inline.children) and all(map(_is_bold, inline.children))


def _typed_lists(blocks: tuple[Block, ...]) -> Iterator[tuple[int, str]]:
    """Lists that were typed as paragraphs, one an item; a bullet alone tells a list, a number needs a second."""
    for typed, run in groupby(blocks, key=partial(_begins, TYPED)):
        first, *others = run
        if typed and (others or _begins(BULLET, first)):
            yield first.line, "list-typed"
    for block in blocks:
        match block:
            case BlockQuote():
                yield from _typed_lists(block.children)
            case List():
                for item in block.items:
                    yield from _typed_lists(item.children)


def _begins(mark: re.Pattern[str], block: Block) -> bool:
    match block:
        case Paragraph(children=(Text(value), *_)):
            return bool(mark.match(value))
    return False
