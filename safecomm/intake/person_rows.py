"""A table with a row for each person or accident: counted by the chosen columns; no cell of another is looked at."""

import re
from collections import Counter
from collections.abc import Sequence

from safecomm.content.records import FigureColumn
from safecomm.content.vocabulary import Age
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.intake.delimited import TableRow
from safecomm.intake.figure_text import parse_figure
from safecomm.intake.figures import Dialect, Dimension, FigureCell, FigureTable, Shape
from safecomm.intake.headings import TableHeading
from safecomm.intake.words import PERSONAL_HEAD, UNKNOWN, sex_of

LONGEST_GROUP, FEW_GROUPS, MOST_GROUPS = 60, 8, 40
"""A column with longer words, or with nearly as many as there are rows, is no group: it may tell of somebody."""
PERSONAL = re.compile(r"\d{6}[-+]?\d{4}|@")
PERSONAL_NUMBER = re.compile(r"\b(?:(?:19|20)?\d\d[01]\d{3}[-+]|(?:19|20)\d\d[01]\d[0-3]\d)\d{4}\b")
"""Not that of an organisation, whose third digit is larger."""
AGES = ((15, Age.CHILDREN), (25, Age.YOUTH), (65, Age.ADULTS), (200, Age.OLDER))
"""The ages at which each group has ended."""
SIGN = re.compile(r"\W+|X{1,2}")
AGE = re.compile(r"(\d{1,3})(?: (?:år|years?))?")
NAME = re.compile("namn|name", re.IGNORECASE)
DATE = re.compile(r"(?:19|20)\d\d[-/.]\d\d[-/.]\d\d")
DAY = re.compile(r"((?:19|20)\d\d)(?:[-/.]\d\d[-/.]\d\d.*|\d{4})?")


def are_persons(rows: Sequence[TableRow], heading: TableHeading) -> bool:
    """Whether each row seems to be about somebody; where that is not certain, the answer is yes."""
    columns = heading.columns
    body = [row.cells for row in rows[heading.row + 1 :] if any(row.cells)]
    if any(PERSONAL_HEAD.fullmatch(column.name) for column in columns):
        return True
    if any(PERSONAL_NUMBER.search(cell) for cells in body for cell in cells):
        return True
    if not any(column.role in (FigureColumn.SEX, FigureColumn.AGE) for column in columns):
        return False
    unknown = [place for place, column in enumerate(columns) if column.role is None and not column.has_values]
    cells = [[row[place] for row in body if place < len(row) and row[place]] for place in unknown]
    has_values = any(column.has_values for column in columns) or any(map(are_numbers, cells))
    return not has_values or any(map(tell_of_somebody, cells))


def are_numbers(cells: Sequence[str]) -> bool:
    """Or the signs that stand for one."""
    return 2 * sum(SIGN.fullmatch(cell) is not None or parse_figure(cell, ",") is not None for cell in cells) > len(
        cells
    )


def tell_of_somebody(cells: Sequence[str]) -> bool:
    """Days, or texts longer than the name of a group is."""
    return 2 * sum(len(cell) > LONGEST_GROUP or DATE.match(cell) is not None for cell in cells) > len(cells)


def count_rows(
    rows: Sequence[TableRow], heading: TableHeading, chosen: Sequence[FigureColumn], name: str
) -> FigureTable:
    """How many there are in each year and place, and of each group; whose group is not known is in the first only.

    Raises ContentError, which quotes nothing of the file.
    """
    places = {column.role: place for place, column in enumerate(heading.columns) if column.role in chosen}
    body = [row for row in rows[heading.row + 1 :] if any(row.cells)]
    roles = [role for role in chosen if role not in (FigureColumn.YEAR, FigureColumn.DATE, FigureColumn.VALUE)]
    groups = {role: [group(row.cells[places[role]], role) for row in body] for role in roles}
    for role, words in groups.items():
        require_groups(words, heading.columns[places[role]].name, name)
    years = years_of(body, places, name)
    kept = [words if role is FigureColumn.PLACE else [""] * len(body) for role, words in groups.items()]
    counted = Counter(zip(*years, *kept, strict=True))
    known = (labels for labels in zip(*years, *groups.values(), strict=True) if all(labels))
    cells = [FigureCell(0, labels, "", str(number)) for labels, number in {**Counter(known), **counted}.items()]
    dimensions = [Dimension("", FigureColumn.YEAR)] * len(years)
    dimensions += [Dimension(heading.columns[places[role]].name, role) for role in roles]
    return FigureTable(Dialect(Shape.PERSONS, absent_is_zero=True), tuple(dimensions), tuple(cells))


def years_of(body: Sequence[TableRow], places: dict[FigureColumn | None, int], name: str) -> list[list[str]]:
    """The year of each row, in a list; none where no column has them."""
    place = places.get(FigureColumn.YEAR, places.get(FigureColumn.DATE))
    if place is None:
        return []
    days = [(row.line, DAY.match(row.cells[place])) for row in body]
    if unknown := [line for line, day in days if day is None]:
        raise ContentError([problem("import-person-year", Location(name, unknown[0]))])
    return [[day[1] for _, day in days if day]]


def group(cell: str, role: FigureColumn) -> str:
    """The group that somebody is in; empty where it is not known."""
    if cell.casefold() in UNKNOWN:
        return ""
    if role is FigureColumn.SEX:
        return str(sex_of(cell) or "")
    if role is FigureColumn.AGE and (years := AGE.fullmatch(cell)):
        return next((str(age) for end, age in AGES if int(years[1]) < end), "")
    return cell


def require_groups(words: Sequence[str], column: str, name: str) -> None:
    different = set(filter(None, words))
    most = max(2, min(FEW_GROUPS, 2 * len(words) // 3), min(MOST_GROUPS, len(words) // 2))
    is_personal = NAME.fullmatch(column) or PERSONAL_HEAD.fullmatch(column)
    tells = any(len(word) > LONGEST_GROUP or PERSONAL.search(word) for word in different)
    if tells or is_personal or not 0 < len(different) <= most:
        raise ContentError([problem("import-person-column", Location(name), column=column)])
