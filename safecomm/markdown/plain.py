"""Blocks as plain text: what a count, a comparison or a table of contents reads."""

from collections.abc import Iterable, Iterator

from safecomm.markdown.blocks import (
    Block,
    BlockQuote,
    Footnote,
    HardBreak,
    Heading,
    Inline,
    List,
    Paragraph,
    Picture,
    Reference,
    Table,
    Text,
)

# Stands for the number of a table or picture, which only Word knows; no text can hold it.
NUMBER = "\x1f"


def plain_text(inlines: Iterable[Inline]) -> str:
    """The characters that the reader sees in the line; a hard break is a line end, a footnote nothing."""
    return "".join(map(_plain, inlines))


def _plain(inline: Inline) -> str:
    match inline:
        case Text(value):
            return value
        case HardBreak():
            return "\n"
        case Footnote():
            return ""
        case Reference(children=()):
            return NUMBER
        case _:
            return plain_text(inline.children)


def paragraph_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The text of every heading, paragraph, cell and caption in document order, without the notes.

    A reference that shows a number parts the text in two.
    """
    return (text for run in _runs(blocks) for text in plain_text(run).split(NUMBER))


def footnotes(blocks: Iterable[Block]) -> Iterator[Footnote]:
    """Every call in document order; a note that is called twice comes twice."""
    for run in _runs(blocks):
        yield from _calls(run)


def _calls(inlines: Iterable[Inline]) -> Iterator[Footnote]:
    for inline in inlines:
        if isinstance(inline, Footnote):
            yield inline
        elif not isinstance(inline, Text | HardBreak):
            yield from _calls(inline.children)


def _runs(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.children
            case BlockQuote():
                yield from _runs(block.children)
            case List():
                for item in block.items:
                    yield from _runs(item.children)
            case Table():
                yield from _caption(block)
                yield from (cell.children for row in (block.header, *block.rows) for cell in row)
            case Picture():
                yield from _caption(block)


def _caption(block: Table | Picture) -> Iterator[tuple[Inline, ...]]:
    if block.caption:
        yield block.caption.children
