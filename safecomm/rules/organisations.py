"""Rules about organisations."""

from collections.abc import Iterator

from safecomm.content.content import Content, Language
from safecomm.content.fields import Record, reference_fields
from safecomm.rules.finding import Findings, finding


def unused(content: Content, language: Language) -> Findings:
    """Serves the reader of the partner list: an organisation that takes part in nothing does not belong there."""
    records = content.records[language]
    used = {id_ for record in everything(content, language) for id_ in named(record)}
    for id_, organisation in records.organisations.items():
        if id_ not in used and not organisation.council:
            yield finding(content, "unused-organisation", "organisations", id_, name=organisation.name.to(language))


def everything(content: Content, language: Language) -> Iterator[Record]:
    records = content.records[language]
    yield records.programme
    for kind in (records.activities, records.measures, records.projects, records.evidence):
        yield from kind.values()


def named(record: Record) -> Iterator[str]:
    """The ids of the organisations that a record refers to."""
    for field, reference in reference_fields(type(record)).items():
        if reference.kind == "organisations" and (value := getattr(record, field)):
            yield from [value] if isinstance(value, str) else value
