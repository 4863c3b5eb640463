"""Blocks to Markdown, as `parse` reads them again: one line for each paragraph."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from posixpath import relpath

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
    Strong,
    Table,
    Text,
)
from safecomm.markdown.literal import literal, literal_beginning
from safecomm.markdown.traversal import footnotes

PARAGRAPH_BREAK, CELL_BREAK = "\\\n", "<br>"
MARKERS = {False: "-*", True: ".)"}
"""Of lists without and with numbers; two that follow each other need different ones."""


def to_markdown(blocks: Iterable[Block], folder: str = "") -> str:
    """With the notes behind them; `folder` leads from the project to the folder of the file, for its pictures."""
    blocks = [*blocks]
    notes = {note.label: note for note in footnotes(blocks)}
    return "\n\n".join([*write_blocks(blocks, folder), *map(write_note, notes.values())])


def write_blocks(blocks: Iterable[Block], folder: str = "") -> Iterator[str]:
    """Each of them."""
    for numbered, group in groupby(blocks, key=is_numbered):
        for count, block in enumerate(group):
            yield (
                write_list(block, MARKERS[bool(numbered)][count % 2])
                if isinstance(block, List)
                else write_block(block, folder)
            )


def is_numbered(block: Block) -> bool | None:
    return block.start is not None if isinstance(block, List) else None


def write_block(block: Block, folder: str) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {write_line(block.children)}"
        case Table():
            rows = [block.header, *block.rows]
            lines = [[write_cell(cell.children) for cell in row] for row in rows]
            return "\n".join(map(table_line, [lines[0], ["---"] * len(block.header), *lines[1:]]))
        case Picture():
            return f"![{literal(block.description)}]({relpath(block.path, folder or '.')})"
        case BlockQuote():
            return "\n".join(f"> {line}".rstrip() for line in to_markdown(block.children, folder).split("\n"))
        case List():
            return write_list(block, MARKERS[block.start is not None][0])
        case Paragraph():
            return write_paragraph(block.children)
    raise TypeError(type(block))


def write_list(block: List, marker: str) -> str:
    items = (item_lines(item.children, mark_of(block, number, marker)) for number, item in enumerate(block.items))
    return "\n".join(items)


def mark_of(block: List, number: int, marker: str) -> str:
    return f"{marker} " if block.start is None else f"{block.start + number}{marker} "


def item_lines(children: tuple[Block, ...], mark: str) -> str:
    inside = "\n".join(write_blocks(children))
    return mark + inside.replace("\n", "\n" + " " * len(mark))


def write_note(note: Footnote) -> str:
    """Its further paragraphs are set in."""
    inside = "\n\n".join(write_blocks(note.children)).split("\n")
    return f"[^{note.label}]: " + "\n".join([inside[0], *(f"    {line}".rstrip() for line in inside[1:])])


def write_paragraph(children: tuple[Inline, ...]) -> str:
    lines = write_inlines(children, "\n").split("\n")
    return PARAGRAPH_BREAK.join(map(literal_beginning, lines))


def write_line(children: tuple[Inline, ...]) -> str:
    """A heading has no second line."""
    return write_inlines(children, " ")


def write_cell(children: tuple[Inline, ...]) -> str:
    return write_inlines(children, CELL_BREAK).replace("|", "\\|")


def write_inlines(children: Iterable[Inline], line_end: str) -> str:
    return "".join(write_inline(inline, line_end) for inline in children)


def write_inline(inline: Inline, line_end: str) -> str:
    match inline:
        case Text(value):
            return literal(value)
        case HardBreak():
            return line_end
        case Footnote():
            return f"[^{inline.label}]"
        case Emphasis():
            return f"*{write_inlines(inline.children, line_end)}*"
        case Strong():
            return f"**{write_inlines(inline.children, line_end)}**"
        case Link():
            return f"[{write_inlines(inline.children, line_end)}]({write_address(inline.destination)})"
    raise TypeError(type(inline))


def write_address(address: str) -> str:
    return f"<{address}>" if re.search(r"[\s()\\]", address) else address


def table_line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
