"""What changed between two Markdown twins; a line of one as what it is in the document, for who reads no Markdown."""

import re
from itertools import accumulate, groupby
from typing import Literal, NamedTuple

from safecomm.changes.pieces import Piece, Row, compare_words, placed_rows

HEADING = re.compile(r"#{1,6} ")
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)]) ")
BORDER = re.compile(r"\|(?: :?-+:? \|)+")
CELL = re.compile(r"(?<!\\)\|")
LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\(<?([^)>]*)>?\)")
EMPHASIS = re.compile(r"(?<!\\)\*+")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")

Section = tuple[str, tuple[Row, ...]]
"""A heading, and the lines below it that changed."""


class ChangedLine(NamedTuple):
    """What stayed, went and came in each cell of a row of a table; all else has one cell."""

    kind: Literal["heading", "item", "row", "text"]
    cells: tuple[Row, ...]


def changed_sections(old: str, new: str) -> tuple[Section, ...]:
    """By the heading that stands above in the new text."""
    before, after = ([line for line in text.splitlines() if line.strip()] for text in (old, new))
    headings = list(accumulate(after, lambda above, line: line if HEADING.match(line) else above, initial=""))
    sections = groupby(placed_rows(before, after), key=lambda placed: headings[placed[0]])
    return tuple((heading.lstrip("# "), tuple(row for _, row in rows)) for heading, rows in sections)


def read_row(row: Row) -> list[ChangedLine]:
    """The line in both forms as one; as two, the old one first, where it has become something else."""
    old, new = _read_side(row, "del"), _read_side(row, "ins")
    if old and new and old.kind == new.kind and len(old.cells) == len(new.cells):
        return [ChangedLine(new.kind, tuple(map(compare_words, map(_text, old.cells), map(_text, new.cells))))]
    return [line for line in (old, new) if line]


def _read_side(row: Row, tag: Literal["del", "ins"]) -> ChangedLine | None:
    """The line as it was or is, all of it gone or come; None where there is nothing to read."""
    text = _text(tuple(piece for piece in row if piece.tag in ("same", tag)))
    if not text.strip() or BORDER.fullmatch(text):
        return None
    if text.startswith("|"):
        return ChangedLine("row", tuple(_cell(tag, cell.strip()) for cell in CELL.split(text)[1:-1]))
    if mark := HEADING.match(text):
        return ChangedLine("heading", (_cell(tag, text[mark.end() :]),))
    if mark := ITEM.match(text):
        return ChangedLine("item", (_cell(tag, text[mark.end() :]),))
    return ChangedLine("text", (_cell(tag, text),))


def _text(row: Row) -> str:
    return "".join(piece.text for piece in row)


def _cell(tag: Literal["del", "ins"], markdown: str) -> Row:
    """The words without their marks; a link with its address, which may be what has changed."""
    linked = LINK.sub(r"\1 (\2)", markdown)
    text = ESCAPED.sub(r"\1", EMPHASIS.sub("", linked.replace("<br>", "\n")))
    return (Piece(tag, text),) if text else ()
