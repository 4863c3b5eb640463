"""The chosen cells to rows of our tables: whom each is about, and what its sign means."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from typing import NamedTuple

from safecomm.content.field_types import THOUSANDS_OR_DECIMALS
from safecomm.content.records import Community, FigureColumn, FigureSign
from safecomm.diagnostic import ContentError, Diagnostic, Location, brief, problem
from safecomm.intake.choosing import LIMITS, Chosen, choose, unclear, with_roles
from safecomm.intake.figure_text import parse_figure
from safecomm.intake.figures import Choices, FigureCell, FigureTable
from safecomm.intake.limits import MOST_FIGURES
from safecomm.intake.words import YEAR_HEAD, is_both, is_total, place_name, same_place, sex_of, without_preliminary

EMPTY = "empty"
"""How an option names the sign that is nothing at all."""
MOST_PROBLEMS = 10
FORMULA = re.compile(r"[=@].*|[+-].*[(|!].*")
"""A word that Excel would compute when somebody opens our table in it."""
DATE = re.compile(r"\d{4}-\d\d-\d\d")
OF_VALUES = {FigureSign.PRELIMINARY, FigureSign.ESTIMATED}


class FigureRow(NamedTuple):
    """A row of our table, by its columns."""

    year: str = ""
    date: str = ""
    sex: str = ""
    age: str = ""
    cause: str = ""
    place: str = ""
    series: str = ""
    value: str = ""
    lower: str = ""
    upper: str = ""
    status: str = ""


KEY = FigureRow._fields[:7]


class Understood(NamedTuple):
    """What a file says, as it would be written; `cells` are those of the places that are taken, of all `chosen`."""

    table: FigureTable
    chosen: Chosen
    cells: Sequence[FigureCell]
    rows: Sequence[FigureRow]


class RefusedCellError(Exception):
    """A cell that says nothing that we know: the code, and what its message names."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code, self.values = code, values


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
    return Understood(table, chosen, mine, sorted(rows))


def unplaced(table: FigureTable, choices: Choices, community: Community, place: Location) -> Iterator[Diagnostic]:
    """What is to be said of the year and the place."""
    columns = {dimension.role: number for number, dimension in enumerate(table.dimensions)}
    has_years = bool({FigureColumn.YEAR, FigureColumn.DATE} & columns.keys())
    if has_years != (choices.year is None):
        yield problem("import-year-known" if has_years else "import-year", place)
    if FigureColumn.PLACE not in columns:
        if len(choices.places) != 1:
            yield problem("import-place", place, name=community.name)
        return
    words = {cell.labels[columns[FigureColumn.PLACE]] for cell in table.cells}
    if missing := [wanted for wanted, _ in named(choices) if not any(same_place(word, wanted) for word in words)]:
        yield problem("import-place-unknown", place, place=missing[0])
    elif not choices.places and not any(is_community(word, community) for word in words):
        yield problem("import-place", place, name=community.name)


def named(choices: Choices) -> Iterator[tuple[str, str]]:
    """Each place as the file has it, and as our table is to where it is said: `0000=Riket`."""
    for wanted in choices.places:
        word, _, name = wanted.partition("=")
        yield word.strip(), name.strip()


def is_community(word: str, community: Community) -> bool:
    return any(same_place(word, own) for own in (community.name, community.code) if own)


def place_of(cell: FigureCell, chosen: Chosen, choices: Choices, community: Community) -> str | None:
    """Empty for the community, None for a place that is not taken."""
    if FigureColumn.PLACE not in chosen.places:
        word, name = next(named(choices))
        return "" if is_community(word, community) else name or place_name(word)
    label = cell.labels[chosen.places[FigureColumn.PLACE]]
    if is_community(label, community):
        return ""
    return next((name or place_name(label) for word, name in named(choices) if same_place(label, word)), None)


def make_rows(cells: Sequence[FigureCell], make: Callable[[FigureCell], FigureRow], name: str) -> list[FigureRow]:
    """Raises ContentError for the first cells that nobody understands, and for two of the same."""
    rows: dict[tuple[str, ...], FigureRow] = {}
    problems: list[Diagnostic] = []
    for cell in cells:
        try:
            row = make(cell)
            if rows.setdefault(row[: len(KEY)], row) is not row:
                raise RefusedCellError("import-twice", what=brief(", ".join(filter(None, row[: len(KEY)]))))
        except RefusedCellError as fault:
            problems.append(problem(fault.code, Location(name, cell.line), **fault.values))
        if len(problems) == MOST_PROBLEMS:
            break
    if problems:
        raise ContentError(problems)
    return list(rows.values())


def row_of(table: FigureTable, chosen: Chosen, choices: Choices, community: Community, cell: FigureCell) -> FigureRow:
    """Raises RefusedCellError."""
    labels = {column: cell.labels[place] for column, place in chosen.places.items()}
    signs, mark = {**table.dialect.signs, **choices.signs}, table.dialect.mark
    year, preliminary = without_preliminary(labels.get(FigureColumn.YEAR, str(choices.year or "")))
    date = labels.get(FigureColumn.DATE, "")
    if not (DATE.fullmatch(date) if date else YEAR_HEAD.fullmatch(year) and year.isdecimal()):
        raise RefusedCellError("import-not-a-year", label=brief(date or year))
    lower, upper = (limit(chosen.limits.get(column, {}).get(cell.labels), mark) for column in LIMITS)
    value, status = figure(cell._replace(preliminary=cell.preliminary or preliminary), signs, mark)
    row = FigureRow(
        year="" if date else year,
        date=date,
        sex=sex(labels.get(FigureColumn.SEX, "")),
        age=word(labels.get(FigureColumn.AGE, "")),
        cause=word(labels.get(FigureColumn.CAUSE, "")),
        place=harmless(place_of(cell, chosen, choices, community) or ""),
        series=word(labels.get(FigureColumn.SERIES, "")),
        value=value,
        status=status,
    )
    return row._replace(lower=lower, upper=upper) if value and lower and upper else row


def sex(label: str) -> str:
    found = sex_of(label)
    if found is None and not is_both(label):
        raise RefusedCellError("import-sex", label=brief(label))
    return str(found or "")


def word(label: str) -> str:
    """Empty for all."""
    return "" if is_total(label) else harmless(label)


def harmless(label: str) -> str:
    """Nothing that a spreadsheet would compute."""
    if FORMULA.fullmatch(label):
        raise RefusedCellError("import-formula", label=brief(label))
    return label


def figure(cell: FigureCell, signs: Mapping[str, FigureSign], mark: str) -> tuple[str, str]:
    """The value and the status of a cell."""
    sign = signs.get(cell.text or EMPTY, signs.get(cell.text))
    if sign is FigureSign.ZERO:
        return "0", preliminary(cell)
    if sign is not None and sign not in OF_VALUES:
        return "", sign.value
    number, flag = number_text(cell.text, mark), signs.get(cell.flag)
    known = not cell.flag or flag in OF_VALUES or (flag is FigureSign.ZERO and number == "0")
    if number is None or not known:
        raise RefusedCellError("import-sign", sign=shown(cell.text if number is None else cell.flag))
    return number, flag.value if flag in OF_VALUES else preliminary(cell)


def preliminary(cell: FigureCell) -> str:
    return FigureSign.PRELIMINARY.value if cell.preliminary else ""


def shown(sign: str) -> str:
    """A sign as a message names it; a text may be anybody's and is not quoted."""
    return (sign if len(sign) <= MOST_PROBLEMS else "…") or EMPTY


def limit(cell: FigureCell | None, mark: str) -> str:
    """Empty where there is none, as of a value that is suppressed."""
    return number_text(cell.text, mark) or "" if cell else ""


def number_text(text: str, mark: str) -> str | None:
    """The number as our tables have it: with a point, and never as what could be thousands."""
    number = parse_figure(text, mark)
    if number is None:
        return None
    written = f"{number:f}"
    return f"{written}0" if THOUSANDS_OR_DECIMALS.fullmatch(written) else written


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
