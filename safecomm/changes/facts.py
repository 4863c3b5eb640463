"""A record as a flat list of facts, each with what is compared and what a reader sees of it."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property
from typing import Any, Literal, NamedTuple

from safecomm.changes.prose import prose_lines
from safecomm.content.content import Content, Language
from safecomm.content.field_types import (
    COUNCIL,
    LocalizedText,
    OpenPeriod,
    Record,
    RefersTo,
    reference_fields,
    translated_fields,
)
from safecomm.documents.edition import Edition
from safecomm.labels import Labels
from safecomm.markdown.blocks import Prose
from safecomm.messages.texts import texts_of
from safecomm.rules.all_rules import check
from safecomm.rules.rule_finding import Finding

Form = Literal["value", "list", "prose"]


class Fact(NamedTuple):
    """`items` are as the files hold them, with ids, which lead to records of the kind `refers`; `shown` has names.

    `language` is that of a translation, else empty.
    """

    form: Form
    items: tuple[str, ...]
    shown: tuple[str, ...]
    refers: str = ""
    language: Language = ""


Path = tuple[str, ...]
"""`("responsible",)`, `("appendices", "[Bilaga 1]", "title")`; a translation's fact has its language behind."""


@dataclass(frozen=True)
class ContentSnapshot:
    """One version of the content as `facts` reads it; titles and names are in the language of the labels."""

    content: Content
    labels: Labels

    @property
    def language(self) -> Language:
        return self.labels.language

    @cached_property
    def edition(self) -> Edition:
        return Edition(self.content, self.language)

    @cached_property
    def findings(self) -> list[Finding]:
        """What the rules find in it."""
        return check(self.content, self.language)

    def kinds(self) -> Mapping[str, Mapping[str, Record]]:
        """Every record by kind and id; those of which there is one have the kind as their id."""
        return self.content.records[self.content.source].kinds

    def title(self, kind: str, id_: str) -> str:
        return self.edition.title_of(kind, id_)

    def editions(self, kind: str, id_: str) -> dict[Language, Record]:
        """The record in each language, the source's first."""
        return {language: self.content.records[language].kinds[kind][id_] for language in self.content.languages}

    def facts(self, kind: str, id_: str) -> dict[Path, Fact]:
        (_, record), *translations = self.editions(kind, id_).items()
        facts = dict(self.fields(record, ()))
        for language, translation in translations:
            facts |= self.translation_facts(record, translation, language)
        return facts

    def translation_facts(self, record: Record, translation: Record, language: Language) -> dict[Path, Fact]:
        """What the translation says itself: what it lacks, it has from the original."""
        own, original = dict(self.fields(translation, ())), dict(self.fields(record, ()))
        names = translated_fields(type(record))
        return {
            (*path, language): fact._replace(language=language)
            for path, fact in own.items()
            if path[0] in names and fact.items != original.get(path, fact._replace(items=())).items
        }

    def fields(self, record: Record, path: Path) -> Iterator[tuple[Path, Fact]]:
        references = reference_fields(type(record))
        for name in type(record).model_fields:
            yield from self.values(getattr(record, name), (*path, name), references.get(name))

    def values(self, value: Any, path: Path, reference: RefersTo | None) -> Iterator[tuple[Path, Fact]]:
        match value:
            case Prose():
                lines = prose_lines(value)
                yield path, Fact("prose", lines, lines)
            case LocalizedText():
                yield path, Fact("value", (value.texts[value.source],), (value.texts[value.source],))
                yield from translations(value, path)
            case Record() if not isinstance(value, OpenPeriod):
                yield from self.fields(value, path)
            case dict() | (Record(), *_):
                for key, record in with_keys(value):
                    yield from self.values(record, (*path, f"[{key}]"), None)
            case _ if value is not None and value is not False and value != ():
                yield path, self.plain(value, reference)

    def plain(self, value: Any, reference: RefersTo | None) -> Fact:
        form: Form = "list" if isinstance(value, tuple) else "value"
        items = value if isinstance(value, tuple) else (value,)
        shown = tuple(map(self.display(reference), items))
        return Fact(form, tuple(map(as_in_file, items)), shown, reference.kind if reference else "")

    def display(self, reference: RefersTo | None) -> Callable[[Any], str]:
        def show(value: Any) -> str:
            match value:
                case Enum():
                    return self.labels.value(value)
                case bool():
                    return texts_of("changes", self.language)["yes"]
                case Decimal():
                    return self.edition.number(value)
                case datetime.date():
                    return self.edition.date(value)
                case OpenPeriod():
                    return self.edition.period(value)
            return self.name_of(reference, value) if reference else str(value)

        return show

    def name_of(self, reference: RefersTo, id_: str) -> str:
        return self.edition.name(COUNCIL) if id_ == COUNCIL and reference.council else self.title(reference.kind, id_)


def translations(words: LocalizedText, path: Path) -> Iterator[tuple[Path, Fact]]:
    for language, text in words.texts.items():
        if language != words.source:
            yield (*path, language), Fact("value", (text,), (text,), language=language)


def with_keys(records: Mapping[str, Any] | tuple[Record, ...]) -> Iterator[tuple[str, Any]]:
    """A record's key is what it says of its `KEY`, else its first field; numbered where two have the same."""
    if isinstance(records, Mapping):
        yield from records.items()
        return
    seen: Counter[str] = Counter()
    for record in records:
        key = key_of(record)
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key} {seen[key]}", record


def key_of(record: Record) -> str:
    fields = getattr(record, "KEY", None) or type(record).model_fields
    said = [value for field in fields if (value := getattr(record, field)) is not None]
    words = [value.to(value.source) if isinstance(value, LocalizedText) else as_in_file(value) for value in said]
    return ", ".join(words if hasattr(record, "KEY") else words[:1])


def as_in_file(value: Any) -> str:
    if isinstance(value, OpenPeriod):
        return value.write("-")
    return value.value if isinstance(value, Enum) else str(value)
