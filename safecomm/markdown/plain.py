"""Blocks as plain text: what a count, a comparison or a table of contents reads."""

from collections.abc import Iterable, Iterator

from safecomm.markdown.blocks import Block, BlockQuote, Footnote, HardBreak, Heading, Inline, List, Paragraph, Text


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
        case _:
            return plain_text(inline.children)


def paragraph_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The text of every heading, paragraph and cell in document order, without the notes."""
    return map(plain_text, _runs(blocks))


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
            case _:
                yield from (cell.children for row in (block.header, *block.rows) for cell in row)
