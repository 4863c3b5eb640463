"""The figures of a statistics file: a CSV with columns for fields of Observation, as Excel writes it anywhere."""

import csv
import re

from safecomm.content.records import Observation
from safecomm.content.yaml_data import Data, Value
from safecomm.diagnostic import Location, problem

COLUMNS = list(Observation.model_fields)
YEAR, DATE, VALUE = "year", "date", "value"
"""A table has one of the first two columns, and the last; of the others those that it needs, in any order."""

SEPARATOR = re.compile("sep=[;,]", re.IGNORECASE)
"""The line that Excel takes, and some programs write, before the table."""


def parse(text: str, path: str) -> Data:
    """A list with a mapping of column and text (None for an empty cell) for each row, with the line of each."""
    figures: list[Value] = []
    data = Data(path, figures)
    lines = text.split("\n")
    above = SEPARATOR.fullmatch(lines[0]) is not None
    rows = csv.reader(lines[above:], delimiter=";" if ";" in lines[0] else ",", strict=True)
    try:
        columns = [cell.strip() for cell in next(rows, [])]
        if not is_header(columns):
            place = Location(path, rows.line_num + above)
            data.problems.append(problem("csv-header", place, found=";".join(columns), columns=", ".join(COLUMNS)))
            # In another table the other lines mean something else.
            return data
        seen: dict[tuple[str, ...], int] = {}
        for row in rows:
            add_row(data, figures, columns, seen, [cell.strip() for cell in row], rows.line_num + above)
    except csv.Error:
        data.problems.append(problem("csv-quote", Location(path, rows.line_num + above)))
    return data


def is_header(columns: list[str]) -> bool:
    known = len(set(columns)) == len(columns) and set(columns) <= set(COLUMNS)
    return known and VALUE in columns and (YEAR in columns) != (DATE in columns)


def add_row(
    data: Data, figures: list[Value], columns: list[str], seen: dict[tuple[str, ...], int], cells: list[str], line: int
) -> None:
    """`seen` holds the line on which each combination of year, sex, age and so on has been read."""
    place = Location(data.path, line)
    if not any(cells):
        # Excel writes what once was filled as a line of separators.
        return
    if len(cells) != len(columns):
        data.problems.append(problem("csv-cells", place, found=len(cells), expected=len(columns)))
        return
    row: dict[str, Value] = {column: cell or None for column, cell in zip(columns, cells, strict=True)}
    key = tuple(cell for column, cell in zip(columns, cells, strict=True) if column in Observation.KEY)
    if (first := seen.setdefault(key, line)) != line:
        data.problems.append(problem("csv-year", place, row=", ".join(filter(None, key)), first=first))
    else:
        data.values[len(figures),] = place
        figures.append(row)
