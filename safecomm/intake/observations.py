"""The chosen cells to rows of our tables: whom each is about, and what its sign means."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import product
from typing import NamedTuple

from safecomm.content.records import Community, FigureColumn
from safecomm.diagnostic import ContentError, Diagnostic, Location, brief, problem
from safecomm.intake.cell_values import RefusedCellError, figure, harmless, limit, meanings, sex, word
from safecomm.intake.choosing import LIMITS, Chosen, choose, unclear, with_roles
from safecomm.intake.figures import KEY, Choices, FigureCell, FigureRow, FigureTable, in_order
from safecomm.intake.limits import MOST_FIGURES
from safecomm.intake.places import place_of, unplaced
from safecomm.intake.words import ages_in, without_preliminary, years_in

MOST_PROBLEMS = 10
DATE = re.compile(r"\d{4}-\d\d-\d\d")


class Understood(NamedTuple):
    """What a file says, as it would be written; `cells` are those of the places that are taken, of all `chosen`."""

    table: FigureTable
    chosen: Chosen
    cells: Sequence[FigureCell]
    rows: Sequence[FigureRow]


def understand(table: FigureTable, choices: Choices, community: Community, name: str, language: str) -> Understood:
    """Raises ContentError with what the file does not say, or says and nobody knows."""
    place = Location(name)
    if not table.cells:
        raise ContentError([problem("import-nothing", place)])
    table = with_roles(table, choices)
    problems = [*unclear(table, choices, place, language), *unplaced(table, choices, community, place)]
    if problems:
        raise ContentError(problems)
    chosen = choose(table, choices)
    mine = [cell for cell in chosen.cells if place_of(cell, chosen, choices, community) is not None]
    rows = make_rows(mine, partial(row_of, table, chosen, choices, community), name)
    if table.dialect.absent_is_zero:
        rows += absent(rows)
    if not rows:
        raise ContentError([problem("import-nothing", place)])
    if len(rows) > MOST_FIGURES:
        raise ContentError([problem("import-too-many-figures", place, rows=MOST_FIGURES)])
    return Understood(table, chosen, mine, in_order(rows))


def make_rows(cells: Sequence[FigureCell], make: Callable[[FigureCell], FigureRow], name: str) -> list[FigureRow]:
    """Raises ContentError for the first cells that nobody understands, each sign told once, and for two of the same."""
    rows: dict[tuple[str, ...], FigureRow] = {}
    problems: dict[object, Diagnostic] = {}
    for cell in cells:
        try:
            row = make(cell)
            if rows.setdefault(row[: len(KEY)], row) is not row:
                raise RefusedCellError("import-twice", what=brief(", ".join(filter(None, row[: len(KEY)]))))
        except RefusedCellError as fault:
            told = fault.code, *fault.values.items()
            problems.setdefault(told, problem(fault.code, Location(name, cell.line), **fault.values))
        if len(problems) == MOST_PROBLEMS:
            break
    if problems:
        raise ContentError(problems.values())
    return list(rows.values())


def row_of(table: FigureTable, chosen: Chosen, choices: Choices, community: Community, cell: FigureCell) -> FigureRow:
    """Raises RefusedCellError."""
    labels = {column: cell.labels[place] for column, place in chosen.places.items()}
    signs, mark = meanings(table.dialect, choices), table.dialect.mark
    year, preliminary = without_preliminary(labels.get(FigureColumn.YEAR, str(choices.year or "")))
    date, years = labels.get(FigureColumn.DATE, ""), years_in(year)
    if not (DATE.fullmatch(date) if date else years):
        raise RefusedCellError("import-not-a-year", label=brief(date or year))
    lower, upper = (limit(chosen.limits.get(column, {}).get(cell.labels), signs, mark) for column in LIMITS)
    value, status = figure(cell._replace(preliminary=cell.preliminary or preliminary), signs, mark)
    row = FigureRow(
        year="" if date else years or "",
        date=date,
        sex=sex(labels.get(FigureColumn.SEX, "")),
        age=ages_in(word(labels.get(FigureColumn.AGE, ""))),
        cause=word(labels.get(FigureColumn.CAUSE, "")),
        place=harmless(place_of(cell, chosen, choices, community) or ""),
        series=word(labels.get(FigureColumn.SERIES, "")),
        value=value,
        status=status,
    )
    return row._replace(lower=lower, upper=upper) if value and lower and upper else row


def absent(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """A zero for each group without a row: of which there are others in its year, and whose parts all occur."""
    shapes: dict[tuple[bool, ...], list[FigureRow]] = {}
    for row in rows:
        shapes.setdefault(tuple(map(bool, row[: len(KEY)])), []).append(row)
    zeros: list[FigureRow] = []
    for alike in shapes.values():
        there = {row[: len(KEY)] for row in alike}
        words = [sorted(set(column)) for column in zip(*there, strict=True)]
        for key in product(*words):
            if len(zeros) > MOST_FIGURES:
                break
            if key not in there:
                zeros.append(FigureRow(*key)._replace(value="0"))
    return zeros
