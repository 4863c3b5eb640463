"""A table of rows to figures: a value a row, or several with their years or measures in the heading."""

from collections.abc import Iterator, Sequence

from safecomm.content.records import FigureColumn
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.intake.delimited import TableRow
from safecomm.intake.dialects import dialect_of
from safecomm.intake.figure_text import parse_figure
from safecomm.intake.figures import Dialect, Dimension, FigureCell, FigureTable, Shape
from safecomm.intake.headings import Column, TableHeading
from safecomm.intake.row_labels import letter_of, with_labels
from safecomm.intake.words import PRELIMINARY, without_preliminary

YEAR_IN_HEADING = Dimension("", FigureColumn.YEAR)
FINAL = "slutlig"


def read_rows(
    rows: Sequence[TableRow], heading: TableHeading, separator: str, is_quoted: bool, name: str
) -> FigureTable:
    """Raises ContentError for rows that do not fit their heading."""
    above = [" ".join(filter(None, row.cells)) for row in rows[: heading.row] if any(row.cells)]
    dialect = dialect_of(above, [column.name for column in heading.columns], separator, is_quoted)
    body = table_below(rows, heading, name)
    columns = with_values(heading.columns, body, dialect)
    measured = next((place for place, column in enumerate(columns) if column.is_measure), None)
    dimensions = [
        place for place, column in enumerate(columns) if place != measured and is_dimension(column, place, body)
    ]
    told = " ".join(above)
    preliminary = PRELIMINARY.search(told) is not None and FINAL not in told.casefold()
    body = with_labels(body, columns, dimensions, not separator, name)
    shown = [Dimension(columns[place].name or letter_of(place), columns[place].role) for place in dimensions]
    shown += [YEAR_IN_HEADING] * any(column.year for column in columns)
    cells = (cell for row in body for cell in cells_of(row, columns, dimensions, measured))
    if preliminary:
        cells = (cell._replace(preliminary=True) for cell in cells)
    return FigureTable(dialect, tuple(shown), tuple(cells), {"title": above[0]} if above else {})


def table_below(rows: Sequence[TableRow], heading: TableHeading, name: str) -> list[TableRow]:
    """The rows up to an empty one, below which only notes may stand."""
    body: list[TableRow] = []
    wanted, ended = len(heading.columns), False
    for row in rows[heading.row + 1 :]:
        filled = sum(map(bool, row.cells))
        ended = ended or (bool(body) and not filled)
        if not filled or (ended and filled == 1):
            continue
        if ended or len(row.cells) != wanted:
            raise ContentError([problem("csv-cells", Location(name, row.line), found=len(row.cells), expected=wanted)])
        body.append(row)
    if not body:
        raise ContentError([problem("import-nothing", Location(name))])
    return body


def with_values(columns: Sequence[Column], body: Sequence[TableRow], dialect: Dialect) -> list[Column]:
    """Also those hold values that nobody knows by their names, and that hold numbers; of PxWeb's only the last does.

    Where the heading tells which hold any, none is looked for, except beside the one that is to be taken.
    """
    if any(column.has_values and column.role is not FigureColumn.VALUE for column in columns):
        return list(columns)
    last = len(columns) - 1
    unknown = [
        place
        for place, column in enumerate(columns)
        if column.name and not (column.role or column.is_measure or column.has_values)
    ]
    possible = [place for place in unknown if dialect.shape is not Shape.PXWEB or place == last]
    filled = {place for place in possible if is_numeric([row.cells[place] for row in body], dialect)}
    return [column._replace(has_values=column.has_values or place in filled) for place, column in enumerate(columns)]


def is_numeric(cells: Sequence[str], dialect: Dialect) -> bool:
    return 2 * sum(parse_figure(cell, dialect.mark) is not None or cell in dialect.signs for cell in cells) > len(cells)


def is_dimension(column: Column, place: int, body: Sequence[TableRow]) -> bool:
    """A column without a name and without words is none."""
    has_words = column.name or any(row.cells[place] for row in body)
    return bool(has_words) and not column.has_values


def cells_of(
    row: TableRow, columns: Sequence[Column], dimensions: Sequence[int], measured: int | None
) -> Iterator[FigureCell]:
    """Of each column of values one; `measured` is the place of the column that says what the row measures."""
    labels = tuple(row.cells[place] for place in dimensions)
    measure, preliminary = without_preliminary("" if measured is None else row.cells[measured])
    has_years = any(column.year for column in columns)
    for place, column in enumerate(columns):
        if column.has_values:
            words = (*labels, column.year) if has_years else labels
            flagged = preliminary or column.preliminary
            yield FigureCell(row.line, words, measure or column.name, row.cells[place], preliminary=flagged)
