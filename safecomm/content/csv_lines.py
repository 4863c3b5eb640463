"""A statistics file by its lines: those of rows that stay the same stay as they are written."""

import csv
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from io import StringIO
from typing import NamedTuple

from safecomm.content.csv_file import COLUMNS, SEPARATOR
from safecomm.content.file import text_of
from safecomm.diagnostic import ContentError, Location, problem

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
BOM = "\ufeff"


class EditedRow(NamedTuple):
    """`number` is the row's in the file, from 0; None of a new one. `cells` are by column."""

    number: int | None
    cells: Mapping[str, str]


class FigureFile(NamedTuple):
    """A CSV as it is written: each of `rows` with its cells and its lines, below the lines that go before them.

    `digest` tells one state of it from another.
    """

    digest: str
    above: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Mapping[str, str], str], ...]
    delimiter: str
    line_end: str


def read_figure_file(data: bytes, path: str) -> FigureFile:
    """Of a file that the loader has read; raises ContentError for one that is no text."""
    text_of(data, path)
    text = data.decode()
    lines = LINE.findall(text)
    above = bool(lines) and SEPARATOR.fullmatch(lines[0].strip().lstrip(BOM)) is not None
    delimiter = ";" if lines and ";" in lines[0] else ","
    records = records_of(lines[above:], delimiter, path)
    header = records[0] if records else ([], "")
    columns = tuple(cell.strip().lstrip(BOM) for cell in header[0])
    rows = [
        ({column: cell.strip() for column, cell in zip(columns, cells, strict=False)}, written)
        for cells, written in records[1:]
    ]
    line_end = "\r\n" if "\r\n" in text else "\n"
    before = "".join(lines[:above]) + header[1]
    return FigureFile(sha256(data).hexdigest(), before, columns, tuple(rows), delimiter, line_end)


def records_of(lines: Sequence[str], delimiter: str, path: str) -> list[tuple[list[str], str]]:
    """The cells of each record, and its lines with the empty ones below it."""
    found, begin = [], 0
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((cells, begin))
            begin = reader.line_num
    except csv.Error:
        raise ContentError([problem("csv-quote", Location(path, reader.line_num))]) from None
    ends = [*(begin for _, begin in found[1:]), len(lines)]
    return [(cells, "".join(lines[begin:end])) for (cells, begin), end in zip(found, ends, strict=False)]


def write_rows(file: FigureFile, rows: Sequence[EditedRow]) -> str:
    """A column that comes to the table changes every line, else a line stays where its row says the same."""
    filled = {column for row in rows for column, cell in row.cells.items() if cell}
    columns = (*file.columns, *(column for column in COLUMNS if column in filled - {*file.columns}))
    header = file.above if columns == file.columns else csv_line(columns, file)
    return header + "".join(line_of(row, columns, file) for row in rows)


def line_of(row: EditedRow, columns: Sequence[str], file: FigureFile) -> str:
    if row.number is not None and columns == file.columns:
        cells, written = file.rows[row.number]
        if all(row.cells.get(column, "") == cells.get(column, "") for column in columns):
            return written if written.endswith(("\r", "\n")) else written + file.line_end
    return csv_line([row.cells.get(column, "") for column in columns], file)


def csv_line(cells: Sequence[str], file: FigureFile) -> str:
    text = StringIO()
    csv.writer(text, delimiter=file.delimiter, lineterminator=file.line_end).writerow(cells)
    return text.getvalue()
