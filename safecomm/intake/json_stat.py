"""JSON-stat: values in row-major order of the dimensions' sizes, and a status for those that are none."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod
from typing import Any, NamedTuple

from safecomm.content.records import FigureColumn
from safecomm.content.vocabulary import FigureStatus
from safecomm.intake.dialects import PX_SIGNS
from safecomm.intake.figures import Dialect, Dimension, FigureCell, FigureTable, Shape
from safecomm.intake.json_data import BrokenDataError, number_text
from safecomm.intake.limits import MOST_CELLS
from safecomm.intake.words import MEASURE, clean, role_of

DIALECT = Dialect(Shape.JSON_STAT, {**PX_SIGNS, "": FigureStatus.NOT_AVAILABLE})
"""A value that is null without a status is, by the format, one that is missing."""
ROLES = {"time": FigureColumn.YEAR, "geo": FigureColumn.PLACE}


class JsonDimension(NamedTuple):
    """A dimension of the file, with the label of each of its categories in their order."""

    name: str
    role: FigureColumn | None
    is_measure: bool
    labels: Sequence[str]


def is_json_stat(data: Mapping[str, Any]) -> bool:
    return data.get("class") == "dataset" or "dataset" in data or {"id", "size", "dimension", "value"} <= data.keys()


def as_version_2(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Of version 1, which older PxWebs write, the only dataset, whose order stands among its dimensions."""
    if "dataset" not in data:
        return data
    dataset = data["dataset"]
    return {**dataset, **{key: dataset["dimension"][key] for key in ("id", "size", "role")}}


def read_json_stat(data: Mapping[str, Any]) -> FigureTable:
    """Raises BrokenDataError, KeyError and TypeError for what the format does not allow."""
    dimensions = [read_dimension(data, name) for name in data["id"]]
    sizes = [len(dimension.labels) for dimension in dimensions]
    if sizes != list(data["size"]) or prod(sizes) > MOST_CELLS:
        raise BrokenDataError
    words = zip(product(*(dimension.labels for dimension in dimensions)), figures(data, prod(sizes)), strict=True)
    kept = [place for place, dimension in enumerate(dimensions) if not dimension.is_measure]
    measure = next((place for place, dimension in enumerate(dimensions) if dimension.is_measure), None)
    cells = tuple(
        FigureCell(0, tuple(labels[place] for place in kept), "" if measure is None else labels[measure], text, flag)
        for labels, (text, flag) in words
    )
    shown = tuple(Dimension(dimensions[place].name, dimensions[place].role) for place in kept)
    return FigureTable(DIALECT, shown, cells, told(data))


def read_dimension(data: Mapping[str, Any], name: str) -> JsonDimension:
    dimension, roles = data["dimension"][name], data.get("role", {})
    category = dimension["category"]
    labels = category.get("label", {})
    index = category.get("index", labels)
    codes = sorted(index, key=index.__getitem__) if isinstance(index, dict) and index is not labels else list(index)
    label = clean(str(dimension.get("label", name)))
    named = next((ROLES[kind] for kind in ROLES if name in roles.get(kind, ())), None)
    role = named or role_of(label) or role_of(name)
    is_measure = name in roles.get("metric", ()) or MEASURE.fullmatch(name) is not None
    # A place is known by its code, which its label need not have.
    said = [place_words(code, labels.get(code, code), role) for code in codes]
    return JsonDimension(label, role, is_measure, said)


def place_words(code: str, label: str, role: FigureColumn | None) -> str:
    label = clean(str(label))
    is_coded = role is FigureColumn.PLACE and code.isdigit() and not label.startswith(code)
    return f"{code} {label}" if is_coded else label


def figures(data: Mapping[str, Any], number: int) -> Iterator[tuple[str, str]]:
    """Each value as text, with its status; of one that is null the status alone."""
    values, status = data["value"], data.get("status", {})
    if isinstance(values, list) and len(values) != number:
        raise BrokenDataError
    for place in range(number):
        value = values[place] if isinstance(values, list) else values.get(str(place))
        mark = status if isinstance(status, str) else at(status, place)
        yield (mark, "") if value is None else (number_text(value), mark)


def at(status: Any, place: int) -> str:
    found = status[place] if isinstance(status, list) else status.get(str(place))
    return clean(str(found)) if found is not None else ""


def told(data: Mapping[str, Any]) -> dict[str, str]:
    return {key: clean(str(data[name])) for key, name in (("title", "label"), ("source", "source")) if data.get(name)}
