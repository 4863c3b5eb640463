"""Any file with a table to its rows: bounded, and known by what it holds, whatever its name."""

from pathlib import Path
from typing import NamedTuple

from safecomm.bounded_read import NotRegularError, TooLargeError, read_bounded
from safecomm.diagnostic import ContentError, Location, listed, problem
from safecomm.intake.coded_texts import without_codes
from safecomm.intake.delimited import TableRow, rows_of_text, text_of_file
from safecomm.intake.limits import LARGEST
from safecomm.intake.workbook import is_workbook, rows_of_workbook


class Grid(NamedTuple):
    """The rows of a file: those of the `sheet` of a workbook, or of a text whose cells a `separator` parts."""

    rows: list[TableRow]
    sheet: str = ""
    separator: str = ""
    is_quoted: bool = False


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


def read_grid(data: bytes, name: str, sheet: str | None, language: str) -> Grid:
    """Raises ContentError for what is no table, and where a sheet must be chosen."""
    if is_workbook(data):
        return grid_of_workbook(data, name, sheet, language)
    return grid_of_text(text_of_file(data, name), name)


def grid_of_workbook(data: bytes, name: str, sheet: str | None, language: str) -> Grid:
    rows, sheets = rows_of_workbook(data, sheet, name)
    if sheet not in sheets and len(sheets) != 1:
        raise ContentError([problem("import-sheet", Location(name), sheets=listed(sheets, language))])
    if not rows:
        raise ContentError([problem("import-nothing", Location(name))])
    return Grid(rows, sheet or sheets[0])


def grid_of_text(text: str, name: str) -> Grid:
    rows, separator = rows_of_text(text, name)
    is_quoted = text.lstrip().startswith('"')
    return Grid(without_codes(rows) if is_quoted else rows, "", separator, is_quoted)
