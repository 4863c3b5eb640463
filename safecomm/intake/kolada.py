"""Kolada's JSON, version 3: for each measure, municipality and year a value of all, of women and of men."""

from collections.abc import Mapping
from typing import Any

from safecomm.content.records import FigureColumn, FigureSign
from safecomm.intake.figures import Dialect, Dimension, FigureCell, FigureTable, Shape
from safecomm.intake.json_data import BrokenDataError, number_text

DIALECT = Dialect(Shape.KOLADA, {"missing": FigureSign.NOT_AVAILABLE})
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
    if data.get("next_url") or data.get("count", len(data["values"])) != len(data["values"]):
        # A page of several: the others are somewhere else.
        raise BrokenDataError
    cells = tuple(
        read_cell(entry, figure)
        for entry in data["values"]
        for figure in entry["values"]
        if not figure.get("isdeleted")
    )
    return FigureTable(DIALECT, DIMENSIONS, cells, {"source": "Kolada"})


def read_cell(entry: Mapping[str, Any], figure: Mapping[str, Any]) -> FigureCell:
    labels = (str(entry["municipality"]), str(entry["period"]), str(figure["gender"]))
    value, status = figure["value"], str(figure.get("status") or "")
    if value is None:
        return FigureCell(0, labels, str(entry["kpi"]), status.casefold())
    return FigureCell(0, labels, str(entry["kpi"]), number_text(value), status)
