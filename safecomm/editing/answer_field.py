"""A field that somebody is asked for: what may be typed as the answer, and the value that this is in YAML."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import get_origin

from safecomm.content.content import Content, Language
from safecomm.content.field_types import (
    COUNCIL,
    LocalizedText,
    OneOf,
    Record,
    field_types,
    prose_fields,
    record_fields,
    reference_fields,
    vocabularies,
)
from safecomm.content.placeholder import is_placeholder
from safecomm.content.records import Value as OwnValue
from safecomm.content.validate import model_at
from safecomm.content.vocabulary import VOCABULARIES
from safecomm.content.yaml_data import Key, Value
from safecomm.documents.edition import Edition
from safecomm.labels import Labels, unnamed


class AnswerField:
    """`choices` are the ids and values that the field may hold, with what they are called; empty where it is free.

    `named` has them in each language in which they may be typed; `label` names the part of the record that it stands
    in, too: a start and a target both have a year.
    """

    def __init__(self, content: Content, model: type[Record], key: Key, labels: Labels) -> None:
        languages = content.languages
        # A text by language, and an entry of a list, are asked for like the whole field.
        path = key[:-1] if isinstance(key[-1], int) or (len(key) > 1 and key[-1] in languages) else key
        self.owner, self.name = model_at(model, path[:-1]) or model, str(path[-1])
        self.label = " · ".join(names_on_the_way(model, path, labels))
        self.types = field_types(self.owner, self.name)
        self.is_prose = len(path) == 1 and path[0] in prose_fields(model)
        self.is_list = path == key and any(get_origin(part) is tuple for part in self.types)
        self.entry = entry_that_refers(self.owner, self.name) if self.is_list else None
        self.languages: tuple[Language, ...] = languages if LocalizedText in self.types and path == key else ()
        chosen = (self.entry, self.entry.ONE_OF[0]) if self.entry else (self.owner, self.name)
        spoken = dict.fromkeys((labels.language, *languages))
        self.named = [names_of_choices(Edition(content, language), *chosen, labels) for language in spoken]
        self.choices = self.named[0]
        self.reference = reference_fields(chosen[0]).get(chosen[1])

    def parse(self, typed: str, *, by_part: bool = True) -> Value:
        """Ids and values may be typed as what they are called, or `by_part` as a part of that."""
        if self.is_prose:
            return typed
        if self.is_list:
            parts = [identify(self.named, part.strip(), by_part) for part in typed.split(",") if part.strip()]
            return [self.entry_of(part) if self.entry else part for part in parts]
        return identify(self.named, typed.strip(), by_part)

    def unknown(self, value: Value) -> Sequence[str]:
        """What an answer refers to that is not there."""
        parts = value if isinstance(value, list) else [value]
        return [part for part in parts if isinstance(part, str) and part not in self.choices]

    def entry_of(self, part: str) -> Value:
        """A record of the list: one that refers to the choice, or that has its other field as typed."""
        assert self.entry is not None
        reference, other = self.entry.ONE_OF
        return {reference if part in self.choices else other: part}


def names_on_the_way(model: type[Record], path: Key, labels: Labels) -> Iterator[str]:
    """What each field is called that leads to the one at the end."""
    for depth, part in enumerate(path):
        if isinstance(part, str):
            yield labels.field(model_at(model, path[:depth]) or model, part)


def entry_that_refers(owner: type[Record], name: str) -> type[OneOf] | None:
    """The records of a list, as members, that are either another record's or somebody who is named."""
    inner = record_fields(owner).get(name)
    return inner if inner and issubclass(inner, OneOf) and inner.ONE_OF[0] in reference_fields(inner) else None


def identify(named: Sequence[Mapping[str, str]], typed: str, by_part: bool) -> str:
    """The one choice that is called so in one of the languages, or has in its name what was typed; else that itself.

    Nothing typed chooses none, also where there is but one.
    """
    if not typed or any(typed in names for names in named):
        return typed
    for names in named:
        meant = [choice for choice, name in names.items() if typed.lower() in name.lower()]
        exact = [
            choice for choice in meant if typed.lower() in (names[choice].lower(), title_in(names[choice]).lower())
        ]
        found = exact or (meant if by_part else [])
        if len(found) == 1:
            return found[0]
    return typed


def names_of_choices(edition: Edition, owner: type[Record], name: str, labels: Labels) -> Mapping[str, str]:
    found = {choice.value: labels.value(choice) for vocabulary in vocabularies(owner, name) for choice in vocabulary}
    if reference := reference_fields(owner).get(name):
        beside = reference.beside
        of_kind = edition.records.kinds[reference.kind].items()
        found |= {
            id_: name_in_list(edition, reference.kind, id_) for id_, record in of_kind if stands_beside(record, beside)
        }
        found |= {COUNCIL: edition.name(COUNCIL)} if reference.council else {}
    return found


def name_in_list(edition: Edition, kind: str, id_: str) -> str:
    """What people choose a record by: its title, of a criterion with its number.

    Until it has one, that is said, and a criterion goes by what the set calls it.
    """
    title, language = edition.title_of(kind, id_), edition.language
    if not title or is_placeholder(title):
        return criterion_name(edition.content, id_, language) if kind == "criteria" else unnamed(id_, language)
    return f"{edition.content.number(id_)}. {title}" if kind == "criteria" else title


def title_in(name: str) -> str:
    """Without the number of a criterion."""
    return re.sub(r"^\d+\. ", "", name)


def criterion_name(content: Content, id_: str, language: Language) -> str:
    return f"{content.number(id_)}. {content.criteria_set.short_names[id_].to(language)}"


def stands_beside(record: Record, vocabulary: type[Enum] | None) -> bool:
    """Whether a value of the project's own is one of that closed list's; any other record always."""
    return not isinstance(record, OwnValue) or VOCABULARIES[record.kind] is vocabulary
