"""Kolada's JSON: for each measure, municipality and year a value of all, of women and of men."""

from collections.abc import Mapping
from typing import Any

from safecomm.content.records import FigureColumn
from safecomm.content.vocabulary import FigureStatus
from safecomm.intake.figures import Dialect, Dimension, FigureCell, FigureTable, Shape
from safecomm.intake.json_data import BrokenDataError, number_text
from safecomm.intake.words import clean

DIALECT = Dialect(Shape.KOLADA, {"missing": FigureStatus.NOT_AVAILABLE})
NEXT, DELETED = ("next_url", "next_page"), ("isdeleted", "is_deleted")
"""As version 3 and version 2 of its service say that there is more, and that a value holds no more."""
DIMENSIONS = (
    Dimension("municipality", FigureColumn.PLACE),
    Dimension("period", FigureColumn.YEAR),
    Dimension("gender", FigureColumn.SEX),
)


def is_kolada(data: Mapping[str, Any]) -> bool:
    values = data.get("values")
    return isinstance(values, list) and bool(values) and isinstance(values[0], dict) and "kpi" in values[0]


def read_kolada(data: Mapping[str, Any]) -> FigureTable:
    """Raises BrokenDataError, KeyError and TypeError for what the format does not allow."""
    if any(map(data.get, NEXT)) or data.get("count", len(data["values"])) != len(data["values"]):
        # A page of several: the others are somewhere else.
        raise BrokenDataError
    cells = tuple(
        read_cell(entry, figure)
        for entry in data["values"]
        for figure in entry["values"]
        if not any(map(figure.get, DELETED))
    )
    return FigureTable(DIALECT, DIMENSIONS, cells, {"source": "Kolada"})


def read_cell(entry: Mapping[str, Any], figure: Mapping[str, Any]) -> FigureCell:
    labels = tuple(map(word, (entry["municipality"], entry["period"], figure["gender"])))
    value, status = figure["value"], word(figure.get("status") or "").casefold()
    if value is None:
        return FigureCell(0, labels, word(entry["kpi"]), status)
    return FigureCell(0, labels, word(entry["kpi"]), number_text(value), status)


def word(value: object) -> str:
    return clean(str(value))
