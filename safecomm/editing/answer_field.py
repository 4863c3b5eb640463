"""A field that somebody is asked for: what may be typed as the answer, and the value that this is in YAML."""

from collections.abc import Mapping
from typing import Any, get_origin

from safecomm.content.content import Content, Language
from safecomm.content.field_types import (
    COUNCIL,
    LocalizedText,
    Record,
    field_types,
    prose_fields,
    reference_fields,
    vocabularies,
)
from safecomm.content.validate import model_at
from safecomm.content.yaml_data import Key, Value
from safecomm.documents.edition import Edition
from safecomm.labels import Labels


class AnswerField:
    """`choices` are the ids and values that the field may hold, with what they are called; empty where it is free."""

    def __init__(self, content: Content, model: type[Record], key: Key, labels: Labels) -> None:
        languages = content.languages
        # A text by language, and an entry of a list, are asked for like the whole field.
        path = key[:-1] if isinstance(key[-1], int) or (len(key) > 1 and key[-1] in languages) else key
        self.owner, self.name = model_at(model, path[:-1]) or model, str(path[-1])
        self.types: list[Any] = field_types(self.owner, self.name)
        self.is_prose = len(key) == 1 and key[0] in prose_fields(model)
        self.is_list = path == key and any(get_origin(part) is tuple for part in self.types)
        self.languages: tuple[Language, ...] = languages if LocalizedText in self.types and path == key else ()
        self.choices = names_of_choices(Edition(content, labels.language), self.owner, self.name, labels)

    def parse(self, typed: str, *, by_part: bool = True) -> Value:
        """Ids and values may be typed as what they are called, or `by_part` as a part of that."""
        if self.is_prose:
            return typed
        if self.is_list:
            return [self.identify(part.strip(), by_part) for part in typed.split(",") if part.strip()]
        return self.identify(typed.strip(), by_part)

    def identify(self, typed: str, by_part: bool) -> str:
        """The one choice that is called so, or whose name has what was typed in it; else that itself."""
        if typed in self.choices:
            return typed
        meant = [choice for choice, name in self.choices.items() if typed.lower() in name.lower()]
        exact = [choice for choice in meant if self.choices[choice].lower() == typed.lower()]
        found = exact or (meant if by_part else [])
        return found[0] if len(found) == 1 else typed


def names_of_choices(edition: Edition, owner: type[Record], name: str, labels: Labels) -> Mapping[str, str]:
    found = {choice.value: labels.value(choice) for vocabulary in vocabularies(owner, name) for choice in vocabulary}
    if reference := reference_fields(owner).get(name):
        found |= {id_: edition.title_of(reference.kind, id_) for id_ in edition.records.kinds[reference.kind]}
        found |= {COUNCIL: edition.name(COUNCIL)} if reference.council else {}
    return found
