"""Any file of figures to a table: what it holds says of which kind it is."""

import json

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.intake.delimited import text_of_file
from safecomm.intake.figures import Choices, FigureTable
from safecomm.intake.grid import Grid, grid_of_text, grid_of_workbook
from safecomm.intake.headings import find_heading
from safecomm.intake.json_data import BrokenDataError, parse_json
from safecomm.intake.json_stat import as_version_2, is_json_stat, read_json_stat
from safecomm.intake.kolada import is_kolada, read_kolada
from safecomm.intake.person_rows import are_persons, count_rows
from safecomm.intake.rows_to_figures import read_rows
from safecomm.intake.workbook import is_workbook

PERSONS = {"olyckor", "personer"}
"""The sheets of Strada: each row is about somebody."""


def read_table(data: bytes, name: str, choices: Choices, language: str) -> FigureTable:
    """Raises ContentError for what is no table that is known, and says by which option it could be."""
    if is_workbook(data):
        grid = grid_of_workbook(data, name, choices.sheet, language)
        refuse_persons(grid, choices, Location(name))
        return read_figures(grid, choices, name)
    text = text_of_file(data, name)
    if text.lstrip().startswith(("{", "[")):
        return read_json(text, name)
    if text.lstrip().startswith("<"):
        # A page of a website, which offices also name .csv or .xls.
        raise ContentError([problem("import-foreign", Location(name))])
    return read_figures(grid_of_text(text, name), choices, name)


def refuse_persons(grid: Grid, choices: Choices, place: Location) -> None:
    """Asks before anything of people's is shown whether to count them."""
    if grid.sheet.casefold() in PERSONS and not choices.counts:
        raise ContentError([problem("import-persons", place, what=grid.sheet)])


def read_figures(grid: Grid, choices: Choices, name: str) -> FigureTable:
    if not any(any(row.cells) for row in grid.rows):
        raise ContentError([problem("import-nothing", Location(name))])
    if choices.counts and not choices.columns:
        raise ContentError([problem("import-columns", Location(name))])
    heading = find_heading(grid.rows, choices.columns, name)
    if choices.counts:
        return count_rows(grid.rows, heading, list(choices.columns), name)
    if are_persons(grid.rows, heading):
        raise ContentError([problem("import-persons", Location(name), what=name)])
    return read_rows(grid.rows, heading, grid.separator, grid.is_quoted, name)


def read_json(text: str, name: str) -> FigureTable:
    data = parse_json(text, name)
    try:
        if is_json_stat(data):
            return with_lines(read_json_stat(as_version_2(data)), text)
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
