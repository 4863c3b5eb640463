"""A line of a Markdown twin as what it is in the document, and two forms of it compared: for who reads no Markdown."""

import re
from typing import Literal, NamedTuple

from safecomm.changes.pieces import Piece, Row, words

HEADING = re.compile(r"#{1,6} ")
ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)]) ")
BORDER = re.compile(r"\|(?: :?-+:? \|)+")
CELL = re.compile(r"(?<!\\)\|")
LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\]\\])*)\]\(<?([^)>]*)>?\)")
EMPHASIS = re.compile(r"(?<!\\)\*+")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class ComparedLine(NamedTuple):
    """`cells` are the texts of a row of a table; all else has one."""

    kind: Literal["heading", "item", "row", "text"]
    cells: tuple[str, ...]


class ChangedLine(NamedTuple):
    """A line with what stayed, went and came in each of its cells."""

    kind: str
    cells: tuple[Row, ...]


def changed_line(row: Row) -> list[ChangedLine]:
    """The line in both forms as one; as two, the old one first, where it has become something else."""
    old, new = (form(row, without) for without in ("ins", "del"))
    if old and new and old.kind == new.kind and len(old.cells) == len(new.cells):
        return [ChangedLine(new.kind, tuple(map(words, old.cells, new.cells)))]
    return [*([whole("del", old)] if old else []), *([whole("ins", new)] if new else [])]


def form(row: Row, without: str) -> ComparedLine | None:
    text = "".join(piece.text for piece in row if piece.tag != without)
    return read_line(text) if text.strip() and not BORDER.fullmatch(text) else None


def whole(tag: Literal["del", "ins"], line: ComparedLine) -> ChangedLine:
    return ChangedLine(line.kind, tuple((Piece(tag, cell),) if cell else () for cell in line.cells))


def read_line(text: str) -> ComparedLine:
    if text.startswith("|"):
        return ComparedLine("row", tuple(plain(cell.strip()) for cell in CELL.split(text)[1:-1]))
    if mark := HEADING.match(text):
        return ComparedLine("heading", (plain(text[mark.end() :]),))
    if mark := ITEM.match(text):
        return ComparedLine("item", (plain(text[mark.end() :]),))
    return ComparedLine("text", (plain(text),))


def plain(text: str) -> str:
    """The words without their marks; a link with its address, which may be what has changed."""
    linked = LINK.sub(r"\1 (\2)", text)
    return ESCAPED.sub(r"\1", EMPHASIS.sub("", linked.replace("<br>", "\n")))
