"""Blocks as plain text: what a count, a comparison or a table of contents reads; and the notes that this leaves out."""

from collections.abc import Iterable, Iterator

from safecomm.markdown.blocks import Block, Footnote, HardBreak, Inline, Reference, Text
from safecomm.markdown.walk import runs

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
