"""Every id that a record names is looked up; one that leads nowhere is an error with the nearest that exists."""

from collections.abc import Iterator, Mapping

from safecomm.content.content import RecordPlaces
from safecomm.content.fields import COUNCIL, Record, RefersTo, reference_fields
from safecomm.content.file import FOLDER
from safecomm.content.folder import COLLECTIONS
from safecomm.content.records import Criterion, Measure
from safecomm.content.validate import quote_value
from safecomm.content.yaml_data import Key
from safecomm.diagnostic import Diagnostic, nearest_name, problem

Known = Mapping[str, Mapping[str, str]]
"""The ids of each kind, by themselves and by the name of what they stand for; a kind whose file could not be read is
absent, so that nothing is said twice."""


def unknown_references(kind: str, id_: str, record: Record, known: Known, places: RecordPlaces) -> Iterator[Diagnostic]:
    for field, reference in reference_fields(type(record)).items():
        if reference.kind in known:
            value = getattr(record, field)
            yield from unknown_ids(kind, id_, field, value, reference, known[reference.kind], places)


def unknown_ids(
    kind: str,
    id_: str,
    field: str,
    value: str | tuple[str, ...] | None,
    reference: RefersTo,
    ids: Mapping[str, str],
    places: RecordPlaces,
) -> Iterator[Diagnostic]:
    known = {**ids, COUNCIL: COUNCIL} if reference.council else ids
    written = [value] if isinstance(value, str) else list(value or ())
    keys: list[Key] = [(field,)] if isinstance(value, str) else [(field, n) for n in range(len(written))]
    for key, name in zip(keys, written, strict=True):
        if known.get(name) != name:
            place = places.find(kind, id_, *key)
            meant = nearest_name(name, known)
            nearest = known[meant] if meant else None
            yield problem(
                "unknown-reference", place, nearest=nearest, id=quote_value(name), place=place_of(reference.kind)
            )


def place_of(kind: str) -> str:
    """The file or folder where records of a kind are written."""
    return f"{FOLDER}/{kind}.yaml" if kind in COLLECTIONS else f"{FOLDER}/{kind}"


def unknown_theme(id_: str, measure: Measure, criterion: Criterion, places: RecordPlaces) -> Iterator[Diagnostic]:
    """A measure's theme is one of its criterion's."""
    if measure.theme and measure.theme not in criterion.themes:
        place = places.find("measures", id_, "theme")
        nearest = nearest_name(measure.theme, criterion.themes)
        yield problem(
            "unknown-theme", place, nearest=nearest, theme=quote_value(measure.theme), criterion=measure.criterion
        )
