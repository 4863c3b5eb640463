"""What each record says in few words, as documents of a language print it: texts, numbers, dates, and other records."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from itertools import chain, starmap
from typing import NamedTuple

from safecomm.content.content import Content, Language
from safecomm.content.field_types import LocalizedText, OpenPeriod, Record, prose_fields, reference_fields
from safecomm.content.placeholder import placeholder_in
from safecomm.desk.addresses import RecordPlace
from safecomm.documents.edition import Edition

SHORTEST = 4
"""Letters of a name, and figures of a number, that are looked for inside a text."""
PRINTED = {"\N{NO-BREAK SPACE}": " ", "\N{NON-BREAKING HYPHEN}": "-"}
"""What typesetting puts in the place of a character, one for one."""


PlacedText = tuple[str, RecordPlace]
"""A text, and the field that says it."""


class SaidRecord(NamedTuple):
    """What a record says by itself: its words and large numbers, its dates and years.

    `named` are the ids of the other records that it names.
    """

    record: Record
    words: Sequence[PlacedText]
    dates: Sequence[PlacedText]
    named: Sequence[PlacedText]


class RecordWords:
    """Those of one content. Of records that are the same as `before` nothing is read again."""

    def __init__(self, content: Content, language: Language, before: "RecordWords | None" = None) -> None:
        self.content, self.edition = content, Edition(content, language)
        self.fields_of: dict[RecordPlace, Mapping[str, str]] = {}
        known = before.said if before else {}
        self.said: Mapping[RecordPlace, SaidRecord] = {
            place: self.read(place, known.get(place)) for place in self.all()
        }

    def read(self, place: RecordPlace, known: SaidRecord | None) -> SaidRecord:
        record = self.edition.records.kinds[place.kind][place.id]
        if known and known.record is record:
            return known
        found = (self.own_words(record), self.dates(record), named_in(record))
        placed = ([(text, place._replace(field=name)) for text, name in texts] for texts in found)
        return SaidRecord(record, *placed)

    def all(self) -> Iterator[RecordPlace]:
        yield from starmap(RecordPlace, self.content.places.sources)

    def words(self) -> Iterator[PlacedText]:
        """Of all records."""
        return chain.from_iterable(said.words for said in self.said.values())

    def field(self, place: RecordPlace, text: str) -> str:
        """The field of the record that a document shows so; empty where there is none."""
        record = place.record
        if record not in self.fields_of:
            said = [*self.said[record].words, *self.written(record)]
            self.fields_of[record] = {text: at.field for text, at in reversed(said)}
        return self.fields_of[record].get(text, "")

    def written(self, record: RecordPlace) -> Iterator[PlacedText]:
        """What the record says with a date, a year, or the id of another."""
        said = self.said[record]
        yield from said.dates
        references = reference_fields(type(said.record))
        for id_, place in said.named:
            kind = references[place.field].kind
            if id_ in self.edition.records.kinds[kind]:
                yield as_typed(self.edition.title_of(kind, id_)), place

    def own_words(self, record: Record) -> Iterator[tuple[str, str]]:
        for name in own_fields(type(record)):
            yield from ((text, name) for text in self.words_in(getattr(record, name)))

    def dates(self, record: Record) -> Iterator[tuple[str, str]]:
        for name, part in parts_of(record):
            if isinstance(part, datetime.date | OpenPeriod) and not placeholder_in(part):
                yield as_typed(self.edition.when(part)), name

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


def own_fields(model: type[Record]) -> Iterator[str]:
    """Those that hold words, and no texts."""
    others = {*reference_fields(model), *prose_fields(model)}
    return (name for name in model.model_fields if name not in others)


def parts_of(record: Record) -> Iterator[tuple[str, object]]:
    """The values of the fields, of those that hold several each."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        several = isinstance(value, tuple) and not isinstance(value, OpenPeriod)
        yield from ((name, part) for part in (value if several else (value,)))


def named_in(record: Record) -> Iterator[tuple[str, str]]:
    references = reference_fields(type(record))
    return (
        (part, name)
        for name, part in parts_of(record)
        if name in references and isinstance(part, str) and not placeholder_in(part)
    )


def as_typed(text: str) -> str:
    for printed, typed in PRINTED.items():
        text = text.replace(printed, typed)
    return text
