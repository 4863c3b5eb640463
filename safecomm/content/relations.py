"""What several records say of one another, which no file alone can tell: own values, themes and sections."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TypeVar

from safecomm.content.content import RecordPlaces
from safecomm.content.field_types import Record, reference_fields
from safecomm.content.records import Activity, Criterion, Measure, Project, Section, Value, Work
from safecomm.content.validate import quote_value
from safecomm.content.vocabulary import VOCABULARIES
from safecomm.diagnostic import Diagnostic, Location, nearest_name, problem

Kinds = Mapping[str, Mapping[str, Record]]
R = TypeVar("R", bound=Record)
WORKS: Mapping[str, type[Work]] = {"activities": Activity, "measures": Measure, "projects": Project}


def check_relations(records: Kinds, places: RecordPlaces, *, values_known: bool) -> Iterator[Diagnostic]:
    """With `values_known` the project's own values could be read."""
    criteria, sections = of_type(records["criteria"], Criterion), of_type(records["sections"], Section)
    own = of_type(records["values"], Value)
    yield from taken_values(own, places)
    for kind, model in WORKS.items():
        for id_, work in of_type(records[kind], model).items():
            yield from unknown_values(kind, id_, work, own, places) if values_known else ()
            if section := sections.get(work.section or ""):
                yield from section_elsewhere(kind, id_, work, section, places)
    for id_, criterion in criteria.items():
        for theme in criterion.target_groups:
            yield from unknown_theme(theme, id_, criterion, places.find("criteria", id_, "target_groups", theme))
    for id_, measure in of_type(records["measures"], Measure).items():
        if measure.theme and (of_measure := criteria.get(measure.criterion)):
            place = places.find("measures", id_, "theme")
            yield from unknown_theme(measure.theme, measure.criterion, of_measure, place)


def of_type(records: Mapping[str, Record], model: type[R]) -> dict[str, R]:
    return {id_: record for id_, record in records.items() if isinstance(record, model)}


def unknown_values(
    kind: str, id_: str, work: Work, own: Mapping[str, Value], places: RecordPlaces
) -> Iterator[Diagnostic]:
    """What stands in the place of a value and is neither one of the closed list nor one of the project's `own`."""
    for field, reference in reference_fields(type(work)).items():
        beside = [value for value, record in own.items() if VOCABULARIES[record.kind] is reference.beside]
        for number, name in enumerate(getattr(work, field) if reference.beside else ()):
            if isinstance(name, Enum) or name in beside:
                continue
            allowed = [*(value.value for value in reference.beside or ()), *beside]
            values = {"key": field, "value": quote_value(name), "allowed": ", ".join(allowed), "last": field}
            place, nearest = places.find(kind, id_, field, number), nearest_name(name, allowed)
            yield problem("unknown-value", place, nearest=nearest, **values)


def taken_values(own: Mapping[str, Value], places: RecordPlaces) -> Iterator[Diagnostic]:
    """A value of the closed list needs no entry, and could not be told from it."""
    for id_, value in own.items():
        if id_ in {listed.value for listed in VOCABULARIES[value.kind]}:
            yield problem("id-taken", places.find("values", id_), id=id_)


def unknown_theme(theme: str, id_: str, criterion: Criterion, place: Location) -> Iterator[Diagnostic]:
    """What is named as a theme is one of its criterion's."""
    if theme not in criterion.themes:
        nearest = nearest_name(theme, criterion.themes)
        yield problem("unknown-theme", place, nearest=nearest, theme=quote_value(theme), criterion=id_)


def section_elsewhere(kind: str, id_: str, work: Work, section: Section, places: RecordPlaces) -> Iterator[Diagnostic]:
    """A work's section stands under the work's criterion."""
    if section.criterion != work.criterion:
        values = {"section": work.section or "", "other": section.criterion, "criterion": work.criterion}
        yield problem("section-elsewhere", places.find(kind, id_, "section"), nearest=None, **values)
