"""The figures of a statistics file: a CSV with the columns `year` and `value`, as Excel writes it anywhere."""

import csv
import re

from safecomm.content.yaml_data import Data, Value
from safecomm.diagnostic import Location, problem

COLUMNS = ["year", "value"]
SEPARATOR = re.compile("sep=[;,]", re.IGNORECASE)
"""The line that Excel takes, and some programs write, before the table."""


def parse(text: str, path: str) -> Data:
    """A list with a `year` and a `value` (text, None for an empty cell) for each row, with the line of each."""
    figures: list[Value] = []
    years: dict[str, int] = {}
    data = Data(path, figures)
    lines = text.split("\n")
    above = SEPARATOR.fullmatch(lines[0]) is not None
    rows = csv.reader(lines[above:], delimiter=";" if ";" in lines[0] else ",", strict=True)
    try:
        header = [cell.strip() for cell in next(rows, [])]
        if header != COLUMNS:
            place = Location(path, rows.line_num + above)
            data.problems.append(problem("csv-header", place, found=";".join(header), expected=";".join(COLUMNS)))
            # In another table the other lines mean something else.
            return data
        for row in rows:
            add_row(data, figures, years, [cell.strip() for cell in row], rows.line_num + above)
    except csv.Error:
        data.problems.append(problem("csv-quote", Location(path, rows.line_num + above)))
    return data


def add_row(data: Data, figures: list[Value], years: dict[str, int], cells: list[str], line: int) -> None:
    """`years` holds the line on which each has been read."""
    place = Location(data.path, line)
    if not any(cells):
        # Excel writes what once was filled as a line of separators.
        return
    if len(cells) == len(COLUMNS) and (first := years.setdefault(cells[0], line)) != line:
        data.problems.append(problem("csv-year", place, year=cells[0], first=first))
    elif len(cells) == len(COLUMNS):
        data.values[len(figures),] = place
        figures.append({"year": cells[0], "value": cells[1] or None})
    else:
        data.problems.append(problem("csv-cells", place, found=len(cells), expected=len(COLUMNS)))
