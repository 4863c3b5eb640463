"""Where the heading of a table is, and what each of its columns holds."""

import re
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from safecomm.content.records import FigureColumn
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.intake.delimited import NEAR, TableRow
from safecomm.intake.words import (
    MEASURE,
    MEASURE_HEAD,
    PERSONAL_HEAD,
    YEAR_HEAD,
    clean,
    measure_and_years,
    role_of,
    without_preliminary,
)

VALUES = {FigureColumn.VALUE, FigureColumn.LOWER, FigureColumn.UPPER}


class Column(NamedTuple):
    """Of a column of words the `role` it has in our tables, if that is known; of one of values what they measure.

    `year` is that of a column which has its year in the heading.
    """

    name: str
    role: FigureColumn | None = None
    has_values: bool = False
    is_measure: bool = False
    year: str = ""
    preliminary: bool = False


class TableHeading(NamedTuple):
    """`row` is the place among the rows of the heading, below which the table stands."""

    row: int
    columns: tuple[Column, ...]


def find_heading(rows: Sequence[TableRow], given: Mapping[FigureColumn, str], name: str) -> TableHeading:
    """The first row with all columns that are named; where none is, the first with several words that are known.

    Raises ContentError where there is none. A value may be named that is no column, but one of several measures, which
    stand in the rows below.
    """
    near = rows[:NEAR]
    sought = dict(given)
    sought.pop(FigureColumn.VALUE, None)
    named = {role: column for role, column in sought.items() if any(has(row.cells, column) for row in near)}
    others = {role: column for role, column in sought.items() if role not in named}
    lettered = {role: letter(column) for role, column in others.items()}
    if missing := [others[role] for role, place in lettered.items() if place is None]:
        raise ContentError([problem("import-column", Location(name), column=missing[0])])
    for number, row in enumerate(near):
        here = {role: column for role, column in given.items() if has(row.cells, column)}
        if named.keys() <= here.keys() and (here or is_heading(row.cells)):
            roles: dict[int | None, FigureColumn] = {place: role for role, place in lettered.items()}
            roles |= {names(row.cells).index(clean(column).casefold()): role for role, column in here.items()}
            columns = (column_of(cell, roles.get(place), given) for place, cell in enumerate(row.cells))
            return TableHeading(number, tuple(columns))
    raise ContentError([problem("import-columns", Location(name))])


def has(cells: Sequence[str], column: str) -> bool:
    return clean(column).casefold() in names(cells)


def names(cells: Sequence[str]) -> list[str]:
    return [without_preliminary(cell)[0].casefold() for cell in cells]


def letter(column: str) -> int | None:
    """The place of a column that is called by its letter, as those of a sheet can be."""
    return ord(column) - ord("A") if re.fullmatch("[A-Z]", column) else None


def is_heading(cells: Sequence[str]) -> bool:
    """Whether several cells are known, or the first has no name and all that do are known, as in a sheet of PxWeb."""
    known = [is_known(cell) for cell in cells if cell]
    return sum(known) > 1 or (any(known) and all(known) and not cells[0])


def is_known(cell: str) -> bool:
    """Whether it is the heading of a column that the program knows."""
    plain, _ = without_preliminary(cell)
    return any((role_of(plain), *(pattern.fullmatch(plain) for pattern in (YEAR_HEAD, MEASURE_HEAD, PERSONAL_HEAD))))


def column_of(cell: str, role: FigureColumn | None, given: Container[FigureColumn]) -> Column:
    """With the role that it has been given, else one that is known and that no other column has been given."""
    plain, preliminary = without_preliminary(cell)
    dated = measure_and_years(plain)
    if dated and role is None:
        return Column(dated[0], None, True, False, dated[1], preliminary)
    known = role_of(plain)
    role = role or (None if known in given else known)
    if role is None and MEASURE.fullmatch(plain):
        return Column(plain, is_measure=True)
    has_values = role in VALUES or (role is None and MEASURE_HEAD.fullmatch(plain) is not None)
    return Column(plain, role, has_values, preliminary=has_values and preliminary)
