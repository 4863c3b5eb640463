"""Everything that a template may show, with an example of each."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import NamedTuple

from safecomm.markdown.blocks import Prose
from safecomm.ooxml.escape import beginning
from safecomm.word.contract.kinds import BESIDE, Kind, Listed, Maybe, ViewRecord, kind_name, kind_of
from safecomm.word.proof import first_words


class ViewField(NamedTuple):
    """`path` leads to it from the view, with [] behind a list; `kind` is named as in docs/templates.md."""

    path: str
    kind: str
    example: str


def fields(view: object) -> Iterator[ViewField]:
    """Of all values at one path the first that is not empty is the example."""
    kind = kind_of(type(view))
    if isinstance(kind, ViewRecord):
        yield from _record(kind, [view], "")
    yield from (ViewField(name, kind_name(kind), "") for name, kind in BESIDE.items())


def _record(record: ViewRecord, owners: Sequence[object], before: str) -> Iterator[ViewField]:
    for name, kind in record.fields.items():
        values = [value for owner in owners if (value := getattr(owner, name)) is not None]
        yield ViewField(before + name, kind_name(kind), next(filter(None, map(_example, values)), ""))
        yield from _inside(kind, values, before + name)


def _inside(kind: Kind, values: Sequence[object], path: str) -> Iterator[ViewField]:
    match kind:
        case Maybe(inner):
            yield from _inside(inner, values, path)
        case ViewRecord(standing=False):
            yield from _record(kind, values, f"{path}.")
        case Listed(item):
            yield from _inside(item, [item for value in values for item in _items(value)], f"{path}[]")


def _items(value: object) -> Iterable[object]:
    return value if isinstance(value, tuple) else ()


def _example(value: object) -> str:
    match value:
        case Prose():
            return beginning(first_words(value))
        case Enum():
            return str(value.value)
        case bool():
            return str(value).lower()
        case str() | int():
            return beginning(str(value))
        case (first, *_) if not hasattr(value, "_fields"):
            return _example(first)
        case _:
            return ""
