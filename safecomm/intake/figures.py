"""What every reader makes of a file: its cells, each with the words that say what it is about."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from safecomm.content.records import FigureColumn, Observation
from safecomm.content.vocabulary import Age, FigureSign


class Shape(StrEnum):
    """The kinds of file that are known."""

    PXWEB = "pxweb"
    JSON_STAT = "json-stat"
    KOLADA = "kolada"
    BRA = "bra"
    SOCIALSTYRELSEN = "socialstyrelsen"
    NTU = "ntu"
    OTHER = "other"
    PERSONS = "persons"


class Dialect(NamedTuple):
    """What a kind of file means by its signs, its decimal `mark`, and in some by a row that is absent."""

    shape: Shape
    signs: Mapping[str, FigureSign] = MappingProxyType({})
    mark: str = "."
    absent_is_zero: bool = False


class Dimension(NamedTuple):
    """`name` is the file's; `role` is None where nobody has said yet what it is in our tables."""

    name: str
    role: FigureColumn | None


class FigureCell(NamedTuple):
    """`labels` has a word for each dimension; `text` is a number, or a sign that the dialect knows.

    `flag` is what the file says of a value that it has.
    """

    line: int
    labels: tuple[str, ...]
    measure: str
    text: str
    flag: str = ""
    preliminary: bool = False


class FigureTable(NamedTuple):
    """`told` is what the file says of itself: title, source and unit, each as far as it does."""

    dialect: Dialect
    dimensions: tuple[Dimension, ...]
    cells: tuple[FigureCell, ...]
    told: Mapping[str, str] = MappingProxyType({})


class Choices(NamedTuple):
    """What the file does not say, and whoever imports it has."""

    columns: Mapping[FigureColumn, str] = MappingProxyType({})
    signs: Mapping[str, FigureSign] = MappingProxyType({})
    year: int | None = None
    places: tuple[str, ...] = ()
    sheet: str | None = None
    counts: bool = False


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


YOUNGEST: Mapping[str, int] = MappingProxyType(
    {
        "": -1,
        Age.CHILDREN: 0,
        Age.YOUNGER_CHILDREN: 0,
        Age.SCHOOL_CHILDREN: 6,
        Age.YOUTH: 15,
        Age.ADULTS: 25,
        Age.OLDER: 65,
    }
)
UNKNOWN_AGE = 1000


def in_order(rows: Iterable[FigureRow]) -> list[FigureRow]:
    """By their columns, and the ages from the youngest on."""
    return sorted(rows, key=lambda row: (row.year, row.date, row.sex, youngest(row.age), *row))


def youngest(age: str) -> int:
    number = re.match(r"\d{1,3}", age)
    return int(number[0]) if number else YOUNGEST.get(age, UNKNOWN_AGE)


KEY = Observation.KEY
"""The columns with which a row begins, and that tell it from others."""
