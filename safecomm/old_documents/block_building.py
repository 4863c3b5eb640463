"""What stands in a Word part, as blocks of content: none of them is one that the loader would refuse."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest
from typing import NamedTuple

from safecomm.markdown.accessibility import TYPED
from safecomm.markdown.blocks import Block, Cell, HardBreak, Inline, Paragraph, Picture, Table, Text
from safecomm.markdown.parse import parse
from safecomm.markdown.traversal import footnotes, paragraph_texts
from safecomm.markdown.writing import to_markdown
from safecomm.old_documents.list_building import build_lists
from safecomm.old_documents.paragraph_reader import ReadParagraph, to_inlines
from safecomm.old_documents.word_parts import Aside
from safecomm.ooxml.list_nesting import ListedItem

BULLET = re.compile(r"\s*[-–—•·▪‣◦●○■□*]\s+")
"""What people type before an item where they do not know of lists."""
FOLDED = str.maketrans(dict.fromkeys("”“„»«", '"') | dict.fromkeys("’‘‚›‹", "'") | {"–": "-", "\xa0": " "})
"""Signs that are set anew in print."""
INNOCENT = re.compile(r"[^\W\d_]{2}[\w ,.;()/’”–-]*")
WIDEST = 63
"""Columns that a table of Word can have."""


class ReadItem(NamedTuple):
    """A paragraph of a list: its level and, unless it has a bullet, its number."""

    level: int
    number: int | None
    paragraph: ReadParagraph


class ReadTable(NamedTuple):
    """Its rows of cells, each with its paragraphs."""

    rows: list[list[list[ReadParagraph]]]


ReadBlock = ReadParagraph | ReadItem | ReadTable | Picture
Built = Block | Aside
"""An aside is a text that no form of content can hold."""


def build_blocks(read: Iterable[ReadBlock]) -> Iterator[Built]:
    """Those that show anything; what content cannot hold as it is, without its marks."""
    seen = (item for block in read for item in as_items(block))
    for is_list, group in groupby(seen, key=lambda block: isinstance(block, ReadItem)):
        if is_list:
            items = [item for item in group if isinstance(item, ReadItem)]
            yield from sound(build_items(items, marked=True), build_items(items, marked=False))
        else:
            for block in group:
                yield from build_block(block)


def build_block(block: ReadBlock) -> Iterator[Built]:
    match block:
        case ReadTable():
            return build_table(block)
        case ReadParagraph():
            return build_paragraph(block)
        case Picture():
            return iter([block])
    raise TypeError(type(block))


def as_items(block: ReadBlock) -> Iterator[ReadBlock]:
    """A paragraph that begins with a typed bullet or number is an item of a list, and so is such a line of one."""
    if not isinstance(block, ReadParagraph):
        yield block
        return
    lines = block.lines()
    for line in lines if any(TYPED.match(line.line) for line in lines) else [block]:
        if match := BULLET.match(line.line):
            yield ReadItem(0, None, line.without(match.end()))
        else:
            yield ReadItem(0, None, line) if TYPED.match(line.line) else line


def build_items(items: list[ReadItem], *, marked: bool) -> list[Block]:
    shown = [
        ListedItem(level, number, children)
        for level, number, paragraph in items
        if (children := to_inlines(paragraph.pieces, marked=marked))
    ]
    return [*build_lists(shown)]


def build_paragraph(paragraph: ReadParagraph) -> Iterator[Built]:
    marked, plain = (to_inlines(paragraph.pieces, marked=marked) for marked in (True, False))
    if marked:
        yield from sound([Paragraph(marked, 0)], [Paragraph(plain, 0)])


def build_table(table: ReadTable) -> Iterator[Built]:
    """One of a single row, or of a single column, was made to place texts: they follow each other."""
    width = max(map(len, table.rows), default=0)
    in_cells = [paragraph for row in table.rows for cell in row for paragraph in cell]
    if len(table.rows) < 2 or not 1 < width <= WIDEST:
        yield from build_blocks(in_cells)
    else:
        yield from sound([as_table(table, width, marked=True)], [as_table(table, width, marked=False)])


def as_table(table: ReadTable, width: int, *, marked: bool) -> Table:
    header, *rows = (
        tuple(Cell(cell_inlines(cell or [], marked=marked), "") for cell in fitted(row, width)) for row in table.rows
    )
    return Table(header, tuple(rows), 0)


def fitted(row: list[list[ReadParagraph]], width: int) -> list[list[ReadParagraph]]:
    return [cell or [] for cell, _ in zip_longest(row, range(width))]


def cell_inlines(paragraphs: list[ReadParagraph], *, marked: bool) -> tuple[Inline, ...]:
    """Each paragraph on a line of its own."""
    lines = [line for paragraph in paragraphs if (line := to_inlines(paragraph.pieces, marked=marked))]
    joined: list[Inline] = []
    for line in lines:
        joined += [HardBreak(), *line] if joined else line
    return tuple(joined)


def sound(*forms: list[Block]) -> Iterator[Built]:
    """The first of the forms that is read again as it is, or else only its texts."""
    form = next(filter(is_sound, forms), None)
    if form is None:
        yield from (Aside("odd", text) for text in texts_in(forms[-1]))
    else:
        yield from form


def is_sound(blocks: list[Block]) -> bool:
    """Whether the loader reads just this again."""
    if all(isinstance(block, Paragraph) and is_innocent(block) for block in blocks):
        return True
    again, problems = parse(to_markdown(blocks), "", 1, "")
    return not problems and texts_in(again) == texts_in(blocks)


def is_innocent(paragraph: Paragraph) -> bool:
    """Text that begins with a word and has no sign that could be markup, as most."""
    match paragraph.children:
        case (Text(value),):
            return "_" not in value and bool(INNOCENT.fullmatch(value))
    return False


def texts_in(blocks: Iterable[Block]) -> list[str]:
    bodies = [blocks, *(note.children for note in footnotes(blocks))]
    return [" ".join(text.translate(FOLDED).split()) for body in bodies for text in paragraph_texts(body)]
