"""The workbook inside a chart: what Word opens when somebody edits the chart's data."""

import datetime
import re
from functools import reduce
from io import BytesIO
from zipfile import ZipFile

from safecomm.charts.chart import Chart
from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.wordml import parse_xml
from safecomm.user_cache import remember

SHEET = "Data"
NAMES = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
ESCAPED = re.compile("_x([0-9A-F]{4})_")
CREATED = datetime.datetime(1980, 1, 1)


def workbook(chart: Chart) -> bytes:
    """Its one sheet holds the chart's rows from the cell A1."""
    return remember("workbook", repr(chart.rows()).encode(), lambda: write_workbook(chart))


def write_workbook(chart: Chart) -> bytes:
    # Most of its time is the import, and most charts are those of the last run.
    from xlsxwriter import Workbook

    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet(SHEET)
        for number, row in enumerate(chart.rows()):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                elif cell is not None:
                    sheet.write_number(number, column, cell)
    with ZipFile(buffer) as archive:
        # Written anew, because the library tells on which system it ran.
        return write_parts({name: archive.read(name) for name in archive.namelist()})


def read_rows(data: bytes) -> list[list[str | float | None]]:
    """The cells of a workbook's first sheet, as the file holds them."""
    with ZipFile(BytesIO(data)) as archive:
        strings = parse_xml(archive.read("xl/sharedStrings.xml")).iterfind("s:si", NAMES)
        shared = [read_string(string.findtext("s:t", "", NAMES)) for string in strings]
        sheet = parse_xml(archive.read("xl/worksheets/sheet1.xml"))
    rows: list[list[str | float | None]] = []
    for row in sheet.iterfind("s:sheetData/s:row", NAMES):
        rows.append([])
        for cell in row:
            column, text = column_number(cell.get("r", "A1")), cell.findtext("s:v", "", NAMES)
            rows[-1] += [None] * (column - len(rows[-1]))
            rows[-1].append(shared[int(text)] if cell.get("t") == "s" else float(text))
    return rows


def column_number(cell: str) -> int:
    """`C7` stands in column 2, `AA7` in 26."""
    letters = cell.rstrip("0123456789").upper()
    return reduce(lambda number, letter: 26 * number + ord(letter) - ord("A") + 1, letters, 0) - 1


def column_letters(number: int) -> str:
    """The reverse of `column_number`."""
    above, letter = divmod(number, 26)
    return (column_letters(above - 1) if above else "") + chr(ord("A") + letter)


def read_string(text: str) -> str:
    """Excel writes a character that XML would lose as `_x000D_`, and so the text `_x000D_` as `_x005F_x000D_`."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
