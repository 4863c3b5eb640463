"""Ways through a text in document order, and the text as plain characters."""

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


def blocks_in(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, with those in quotes and lists after the quote or list itself; without those of notes."""
    for block in blocks:
        yield block
        match block:
            case BlockQuote():
                yield from blocks_in(block.children)
            case List():
                for item in block.items:
                    yield from blocks_in(item.children)


def runs(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    """The running text of every heading, paragraph, cell and caption; a table's caption stands above it."""
    for block in blocks_in(blocks):
        match block:
            case Heading() | Paragraph():
                yield block.children
            case Table():
                if block.caption:
                    yield block.caption.children
                yield from (cell.children for row in (block.header, *block.rows) for cell in row)
            case Picture():
                if block.caption:
                    yield block.caption.children


def references(blocks: Iterable[Block]) -> Iterator[Reference]:
    """Those in the notes too, once each: many calls of a long note would make very many of them."""
    notes: set[str] = set()
    for run in runs(blocks):
        yield from _references(run, notes)


def _references(inlines: Iterable[Inline], notes: set[str]) -> Iterator[Reference]:
    """`notes` are the labels of those that have been called."""
    for inline in inlines:
        match inline:
            case Text() | HardBreak():
                continue
            case Footnote():
                if inline.label not in notes:
                    notes.add(inline.label)
                    yield from references(inline.children)
            case _:
                if isinstance(inline, Reference):
                    yield inline
                yield from _references(inline.children, notes)


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
    return (text for run in runs(blocks) for text in plain_text(run).split(NUMBER))


def footnotes(blocks: Iterable[Block]) -> Iterator[Footnote]:
    """Every call in document order; a note that is called twice comes twice."""
    for run in runs(blocks):
        yield from calls(run)


def calls(inlines: Iterable[Inline]) -> Iterator[Footnote]:
    for inline in inlines:
        if isinstance(inline, Footnote):
            yield inline
        elif not isinstance(inline, Text | HardBreak):
            yield from calls(inline.children)
