"""Ways through a text in document order."""

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
