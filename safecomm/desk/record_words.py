"""What each record says in few words, as documents of a language print it: texts, numbers, dates, and other records."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from functools import cached_property
from itertools import chain, starmap

from safecomm.content.content import Content, Language
from safecomm.content.field_types import LocalizedText, OpenPeriod, Record, prose_fields, reference_fields
from safecomm.content.placeholder import placeholder_in
from safecomm.desk.addresses import RecordPlace
from safecomm.documents.edition import Edition

SHORTEST = 4
"""Letters of a name, and figures of a number, that are looked for inside a text."""
PRINTED = {"\N{NO-BREAK SPACE}": " ", "\N{NON-BREAKING HYPHEN}": "-"}
"""What typesetting puts in the place of a character, one for one."""


class RecordWords:
    """Those of one content."""

    def __init__(self, content: Content, language: Language) -> None:
        self.content, self.edition = content, Edition(content, language)
        self.fields_of: dict[RecordPlace, Mapping[str, str]] = {}

    def field(self, place: RecordPlace, text: str) -> str:
        """The field of the record that a document shows so; empty where there is none."""
        record = place.record
        if record not in self.fields_of:
            said = [*self.said[record], *self.written(record)]
            self.fields_of[record] = dict(reversed(said))
        return self.fields_of[record].get(text, "")

    def all(self) -> Iterator[RecordPlace]:
        yield from starmap(RecordPlace, self.content.places.sources)

    @cached_property
    def said(self) -> Mapping[RecordPlace, list[tuple[str, str]]]:
        """The words of each record, with their fields, and its large numbers."""
        return {
            place: [(text, name) for name in self.fields(place) for text in self.texts(place, name)]
            for place in self.all()
        }

    def fields(self, place: RecordPlace) -> Iterable[str]:
        model = type(self.edition.records.kinds[place.kind][place.id])
        others = {*reference_fields(model), *prose_fields(model)}
        return (name for name in model.model_fields if name not in others)

    def texts(self, place: RecordPlace, name: str) -> Iterator[str]:
        record = self.edition.records.kinds[place.kind][place.id]
        yield from self.words_in(getattr(record, name)) if name else ()

    def words_in(self, value: object) -> Iterator[str]:
        match value:
            case Enum():
                return
            case str():
                yield as_typed(value)
            case LocalizedText():
                yield from (as_typed(text) for text in value.texts.values())
            case Decimal() if len(str(int(value))) >= SHORTEST:
                yield as_typed(self.edition.number(value))
            case Mapping():
                yield from chain.from_iterable(map(self.words_in, value.values()))
            case Record():
                inner = (name for name in type(value).model_fields if name not in reference_fields(type(value)))
                yield from chain.from_iterable(self.words_in(getattr(value, name)) for name in inner)
            case tuple():
                yield from chain.from_iterable(map(self.words_in, value))

    def written(self, place: RecordPlace) -> Iterator[tuple[str, str]]:
        """What the record says with a date, a year, or the id of another."""
        record = self.edition.records.kinds[place.kind][place.id]
        references = reference_fields(type(record))
        for name in type(record).model_fields:
            value = getattr(record, name)
            for part in value if isinstance(value, tuple) and not isinstance(value, OpenPeriod) else (value,):
                if placeholder_in(part):
                    continue
                if isinstance(part, datetime.date | OpenPeriod):
                    yield as_typed(self.edition.when(part)), name
                elif name in references and part in self.edition.records.kinds[references[name].kind]:
                    yield as_typed(self.edition.title_of(references[name].kind, part)), name


def as_typed(text: str) -> str:
    for printed, typed in PRINTED.items():
        text = text.replace(printed, typed)
    return text
