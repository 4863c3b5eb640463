"""Any file of figures to a table: bounded, and known by what it holds, whatever its name."""

import json
from pathlib import Path

from safecomm.bounded_read import NotRegularError, TooLargeError, read_bounded
from safecomm.diagnostic import ContentError, Location, listed, problem
from safecomm.intake.delimited import TableRow, rows_of_text, text_of_file
from safecomm.intake.figures import Choices, FigureTable
from safecomm.intake.headings import find_heading
from safecomm.intake.json_data import BrokenDataError, parse_json
from safecomm.intake.json_stat import is_json_stat, read_json_stat
from safecomm.intake.kolada import is_kolada, read_kolada
from safecomm.intake.limits import LARGEST
from safecomm.intake.person_rows import count_rows
from safecomm.intake.rows_to_figures import read_rows
from safecomm.intake.workbook import is_workbook, rows_of_workbook

PERSONS = {"olyckor", "personer"}
"""The sheets of Strada: each row is about somebody."""


def read_source(file: Path) -> bytes:
    """Raises ContentError for what is no file, or too large a one."""
    place = Location(file.name)
    try:
        return read_bounded(file, LARGEST)
    except FileNotFoundError:
        fault = problem("import-missing", place)
    except NotRegularError:
        fault = problem("not-a-file", place)
    except TooLargeError:
        fault = problem("import-too-large", place, megabytes=LARGEST // 1_000_000)
    except (OSError, ValueError):
        fault = problem("unreadable-file", place)
    raise ContentError([fault])


def read_table(data: bytes, name: str, choices: Choices, language: str) -> FigureTable:
    """Raises ContentError for what is no table that is known, and says by which option it could be."""
    if is_workbook(data):
        rows, sheets = rows_of_workbook(data, choices.sheet, name)
        require_choices(sheets, choices, Location(name), language)
        return read_grid(rows, "", "", choices, name)
    text = text_of_file(data, name)
    if text.lstrip().startswith(("{", "[")):
        return read_json(text, name)
    if text.lstrip().startswith("<"):
        # A page of a website, which offices also name .csv or .xls.
        raise ContentError([problem("import-foreign", Location(name))])
    rows, separator = rows_of_text(text, name)
    return read_grid(rows, separator, text.lstrip()[:1], choices, name)


def require_choices(sheets: list[str], choices: Choices, place: Location, language: str) -> None:
    """Asks for the sheet, and before anything of people's is shown whether to count them."""
    if choices.sheet not in sheets and len(sheets) != 1:
        raise ContentError([problem("import-sheet", place, sheets=listed(sheets, language))])
    sheet = choices.sheet or sheets[0]
    if sheet.casefold() in PERSONS and not choices.counts:
        raise ContentError([problem("import-persons", place, sheet=sheet)])


def read_grid(rows: list[TableRow], separator: str, beginning: str, choices: Choices, name: str) -> FigureTable:
    if not any(any(row.cells) for row in rows):
        raise ContentError([problem("import-nothing", Location(name))])
    if choices.counts and not choices.columns:
        raise ContentError([problem("import-columns", Location(name))])
    heading = find_heading(rows, choices.columns, name)
    if choices.counts:
        return count_rows(rows, heading, list(choices.columns), name)
    return read_rows(rows, heading, separator, beginning == '"', name)


def read_json(text: str, name: str) -> FigureTable:
    data = parse_json(text, name)
    try:
        if is_json_stat(data):
            return with_lines(read_json_stat(data), text)
        if is_kolada(data):
            return with_lines(read_kolada(data), text)
    except (BrokenDataError, LookupError, TypeError, AttributeError, ValueError):
        raise ContentError([problem("import-broken", Location(name))]) from None
    raise ContentError([problem("import-foreign", Location(name))])


def with_lines(table: FigureTable, text: str) -> FigureTable:
    """With the line on which each sign first stands."""
    signs = {cell.text or cell.flag for cell in table.cells if not cell.text.isdecimal()}
    lines = {sign: text.count("\n", 0, max(text.find(json.dumps(sign)), 0)) + 1 for sign in signs}
    cells = (cell._replace(line=lines.get(cell.text or cell.flag, 0)) for cell in table.cells)
    return table._replace(cells=tuple(cells))
