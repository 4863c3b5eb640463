"""Prose as lines to compare: its Markdown written out again, a paragraph, heading, list item or table row a line."""

from collections.abc import Iterable, Iterator

from safecomm.markdown.blocks import (
    Block,
    BlockQuote,
    Emphasis,
    Footnote,
    HardBreak,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Picture,
    Prose,
    Reference,
    Span,
    Strong,
    Table,
    Text,
)
from safecomm.markdown.traversal import footnotes


def prose_lines(prose: Prose) -> tuple[str, ...]:
    """Without the lines of the file, so that a text which only moved or was wrapped anew is the same."""
    notes = {note.label: note for note in footnotes(prose.blocks)}
    return (*block_lines(prose.blocks), *(line for note in notes.values() for line in note_lines(note)))


def block_lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading(level, children):
                yield f"{'#' * level} {inline(children)}"
            case Paragraph(children):
                yield inline(children)
            case List():
                yield from list_lines(block)
            case BlockQuote(inner):
                yield from (f"> {line}" for line in block_lines(inner))
            case Table():
                yield from (
                    f"| {' | '.join(inline(cell.children) for cell in row)} |" for row in (block.header, *block.rows)
                )
                yield from caption_line(block)
            case Picture():
                yield f"![{block.description}]({block.path})"
                yield from caption_line(block)


def list_lines(block: List) -> Iterator[str]:
    for number, item in enumerate(block.items, start=block.start or 0):
        mark = "- " if block.start is None else f"{number}. "
        for index, line in enumerate(block_lines(item.children)):
            yield (mark if index == 0 else " " * len(mark)) + line


def caption_line(block: Table | Picture) -> Iterator[str]:
    if block.caption:
        identifier = f" {{#{block.caption.identifier}}}" if block.caption.identifier else ""
        yield f": {inline(block.caption.children)}{identifier}"


def note_lines(note: Footnote) -> Iterator[str]:
    for index, line in enumerate(block_lines(note.children)):
        yield (f"[^{note.label}]: " if index == 0 else "    ") + line


def inline(inlines: Iterable[Inline]) -> str:
    return "".join(map(_inline, inlines))


def _inline(part: Inline) -> str:
    match part:
        case Text(value):
            return value
        case HardBreak():
            return " / "
        case Footnote(label):
            return f"[^{label}]"
        case _:
            before, after = marks_around(part)
            return f"{before}{inline(part.children)}{after}"


def marks_around(part: Emphasis | Strong | Link | Span | Reference) -> tuple[str, str]:
    match part:
        case Emphasis():
            return "*", "*"
        case Strong():
            return "**", "**"
        case Link():
            return "[", f"]({part.destination})"
        case Span():
            return "[", f"]{{lang={part.language}}}"
        case Reference():
            return "[", f"]({part.kind}:{part.identifier})"
