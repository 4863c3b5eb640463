"""A table of PxWeb whose words stand with their codes, `1 - män`, to one with the words."""

import re
from collections.abc import Sequence

from safecomm.intake.delimited import TableRow

CODE_AND_TEXT = re.compile(r"(\S+) - (.+)")
PLACE = re.compile(r"\d{2}|\d{4}")


def without_codes(rows: Sequence[TableRow]) -> list[TableRow]:
    """Where each cell of the heading has one."""
    first = next((number for number, row in enumerate(rows) if len(row.cells) > 1), len(rows))
    if not all(CODE_AND_TEXT.fullmatch(cell) for row in rows[first : first + 1] for cell in row.cells):
        return [*rows]
    return [*rows[:first], *(row._replace(cells=tuple(map(text_of, row.cells))) for row in rows[first:])]


def text_of(cell: str) -> str:
    """A place keeps its code, by which it is known."""
    match = CODE_AND_TEXT.fullmatch(cell)
    if match is None:
        return cell
    code, text = match.groups()
    return f"{code} {text}" if PLACE.fullmatch(code) and not text[0].isdigit() else text
