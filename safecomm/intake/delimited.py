"""Text with separated cells to rows, in the encodings and with the separators that the sources write."""

import csv
from typing import NamedTuple

from safecomm.content.csv_file import SEPARATOR
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.intake.limits import MOST_CELLS, MOST_ROWS, too_many
from safecomm.intake.words import clean
from safecomm.markdown.source import FORBIDDEN

SEPARATORS = ";,\t"
NEAR = 40
"""Lines among which the heading of the table stands."""


class TableRow(NamedTuple):
    """`line` is that of the file, or the number of the row of a sheet."""

    line: int
    cells: tuple[str, ...]


def text_of_file(data: bytes, name: str) -> str:
    """UTF-8, else Windows-1252; raises ContentError for what is no text in either."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        if not FORBIDDEN.search(text):
            return text
    raise ContentError([problem("import-foreign", Location(name))])


def rows_of_text(text: str, name: str) -> tuple[list[TableRow], str]:
    """The rows that hold anything, and an empty one where the file has one or more; and what parts their cells."""
    lines = text.split("\n")
    above = SEPARATOR.fullmatch(lines[0]) is not None
    separator = lines[0][-1] if above else separator_of(lines)
    reader = csv.reader(lines[above:], delimiter=separator, strict=True)
    rows, cells = [], 0
    try:
        for row in reader:
            rows.append(TableRow(reader.line_num + above, tuple(map(clean, row))))
            cells += len(row)
            if len(rows) > MOST_ROWS or cells > MOST_CELLS:
                raise ContentError([too_many(Location(name))])
    except csv.Error:
        raise ContentError([problem("csv-quote", Location(name, reader.line_num + above))]) from None
    return rows, separator


def separator_of(lines: list[str]) -> str:
    """The one that most of the first lines have, as often as the most; a space only between words in quotes."""
    near = lines[:NEAR]
    if any('" "' in line for line in near) and not any(f'"{mark}' in line for line in near for mark in SEPARATORS):
        return " "
    return max(
        SEPARATORS, key=lambda mark: (sum(mark in line for line in near), sum(line.count(mark) for line in near))
    )
