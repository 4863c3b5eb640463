"""What of a table is taken: one of its measures, and of each dimension what it is in our tables."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from safecomm.content.records import FigureColumn
from safecomm.diagnostic import Diagnostic, Location, brief, listed, problem
from safecomm.intake.figures import Choices, Dimension, FigureCell, FigureTable
from safecomm.intake.words import clean, is_both, role_of, sex_of

LIMITS = (FigureColumn.LOWER, FigureColumn.UPPER)


class Chosen(NamedTuple):
    """`places` says at which place the labels of a cell have each column of ours, `fixed` what holds of all `cells`.

    `limits` are those of the confidence interval by the labels of its value.
    """

    measure: str
    cells: Sequence[FigureCell]
    places: Mapping[FigureColumn, int]
    fixed: Mapping[str, str]
    limits: Mapping[FigureColumn, Mapping[tuple[str, ...], FigureCell]]


def with_roles(table: FigureTable, choices: Choices) -> FigureTable:
    """With what has been said of its dimensions; measures that are the sexes, as in a crossed heading, are one."""
    said = columns_given(choices)
    dimensions = tuple(dimension._replace(role=role_in(dimension, said)) for dimension in table.dimensions)
    table = table._replace(dimensions=dimensions)
    if all(sex_of(cell.measure) or (cell.measure and is_both(cell.measure)) for cell in table.cells):
        cells = (cell._replace(labels=(*cell.labels, cell.measure), measure="") for cell in table.cells)
        return table._replace(dimensions=(*dimensions, Dimension("", FigureColumn.SEX)), cells=tuple(cells))
    return table


def role_in(dimension: Dimension, said: Mapping[str, FigureColumn]) -> FigureColumn | None:
    """What has been said, else what is known; no dimension is taken for what another has been said to be."""
    known = None if dimension.name and dimension.role in said.values() else dimension.role
    return said.get(dimension.name.casefold(), known)


def choose(table: FigureTable, choices: Choices) -> Chosen:
    """Of a table without `unclear` questions."""
    given, words = columns_given(choices), distinct(table)
    measure = next(iter(measures(table, choices)))
    limits: dict[FigureColumn, dict[tuple[str, ...], FigureCell]] = {}
    for cell in table.cells:
        if (role := limit_of(cell.measure, given)) is not None:
            limits.setdefault(role, {})[cell.labels] = cell
    places = {dimension.role: place for place, dimension in enumerate(table.dimensions) if dimension.role}
    fixed = {dimension.name: words[place][0] for place, dimension in enumerate(table.dimensions) if not dimension.role}
    return Chosen(measure, [cell for cell in table.cells if cell.measure == measure], places, fixed, limits)


def unclear(table: FigureTable, choices: Choices, place: Location, language: str) -> Iterator[Diagnostic]:
    """What is to be said before anything can be chosen."""
    found = measures(table, choices)
    if not found:
        yield problem("import-column", place, column=choices.columns[FigureColumn.VALUE])
    if len(found) > 1:
        yield problem("import-measures", place, measures=listed(map(brief, found), language))
    taken: set[FigureColumn] = set()
    for words, dimension in zip(distinct(table), table.dimensions, strict=True):
        if len(words) > 1 and (dimension.role is None or dimension.role in taken):
            yield problem("import-dimension", place, dimension=brief(dimension.name), number=len(words))
        if dimension.role:
            taken.add(dimension.role)


def measures(table: FigureTable, choices: Choices) -> list[str]:
    """Those that could be meant, without the limits of confidence intervals."""
    given = columns_given(choices)
    names = dict.fromkeys(cell.measure for cell in table.cells)
    values = [name for name in names if limit_of(name, given) is None]
    wanted = next((name for name, role in given.items() if role is FigureColumn.VALUE), None)
    return [name for name in values if wanted in (None, name.casefold())]


def columns_given(choices: Choices) -> dict[str, FigureColumn]:
    return {clean(column).casefold(): role for role, column in choices.columns.items()}


def limit_of(measure: str, given: Mapping[str, FigureColumn]) -> FigureColumn | None:
    role = given.get(measure.casefold(), role_of(measure))
    return role if role in LIMITS else None


def distinct(table: FigureTable) -> list[list[str]]:
    """The different words of each dimension, in the order of the file."""
    columns = [list(dict.fromkeys(words)) for words in zip(*(cell.labels for cell in table.cells), strict=True)]
    return list(chain(columns, [[""]] * (len(table.dimensions) - len(columns))))
