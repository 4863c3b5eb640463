"""Blocks and diagnostics as short lines, the notation of the fixtures."""

from collections.abc import Iterable, Iterator

from safecomm.diagnostic import Diagnostic
from safecomm.markdown.blocks import (
    Block,
    BlockQuote,
    Caption,
    Emphasis,
    Footnote,
    HardBreak,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Picture,
    Reference,
    Span,
    Strong,
    Table,
    Text,
)
from safecomm.markdown.parse import parse
from safecomm.markdown.traversal import footnotes


def outline(text: str, first_line: int = 1, language: str = "sv") -> str:
    """What the parser makes of a text: its blocks, each called note once, then the problems."""
    blocks, problems = parse(text, "x.md", first_line, language)
    notes = {note.label: note for note in footnotes(blocks)}
    lines = [*block_lines(blocks), *note_lines(notes.values()), *map(problem_line, problems)]
    return "".join(f"{line}\n" for line in lines)


def problem_line(each: Diagnostic) -> str:
    values = ", ".join(f"{key}={value}" for key, value in each.values.items())
    return f"! {each.location.line}:{each.location.column} {each.code} {values}".rstrip()


def note_lines(notes: Iterable[Footnote]) -> Iterator[str]:
    for note in notes:
        yield f"note {note.label}"
        yield from indented(block_lines(note.children))


def block_lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield f"{block.line} {header(block)}"
        match block:
            case BlockQuote():
                yield from indented(block_lines(block.children))
            case List():
                for item in block.items:
                    yield "  item"
                    yield from indented(indented(block_lines(item.children)))
            case Table():
                for row in (block.header, *block.rows):
                    yield "  |" + "|".join(inline_text(cell.children) for cell in row) + "|"
                yield from caption_lines(block.caption)
            case Picture():
                yield from caption_lines(block.caption)


def caption_lines(caption: Caption | None) -> Iterator[str]:
    if caption:
        yield f"  {caption.line} caption {caption.identifier or '-'}: {inline_text(caption.children)}"


def header(block: Block) -> str:
    match block:
        case Heading():
            return f"heading {block.level}: {inline_text(block.children)}"
        case Paragraph():
            return f"paragraph: {inline_text(block.children)}"
        case List():
            return "bullets" if block.start is None else f"list from {block.start}"
        case BlockQuote():
            return "quote"
        case Table():
            return "table " + ",".join(cell.align or "-" for cell in block.header)
        case Picture(path, description):
            return f"picture {path}: {description}"


def inline_text(inlines: Iterable[Inline]) -> str:
    return "".join(map(one_inline, inlines))


def one_inline(inline: Inline) -> str:
    match inline:
        case Text(value):
            return value
        case HardBreak():
            return "{break}"
        case Footnote(label):
            return "{note " + label + "}"
        case _:
            return "{" + f"{mark(inline)} {inline_text(inline.children)}" + "}"


def mark(inline: Emphasis | Strong | Link | Span | Reference) -> str:
    match inline:
        case Link(destination, title):
            return f"link {destination} {title!r}"
        case Span(language):
            return f"lang {language}"
        case Reference(kind, identifier, _, line, column):
            return f"{line}:{column} {kind} {identifier}"
        case Emphasis():
            return "em"
        case Strong():
            return "strong"


def indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)
