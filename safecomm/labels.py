"""What values, fields and kinds of record are called: in the project's phrases, else in those of the program."""

import re
from collections.abc import Mapping
from contextlib import suppress
from enum import Enum
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from safecomm.catalogue import packaged_templates, phrases_file, templates
from safecomm.content.content import Language
from safecomm.content.field_types import Record, record_fields
from safecomm.content.records import Observation
from safecomm.messages.texts import INTERFACE
from safecomm.word.sandbox import read_phrases_file

PhraseTable = Mapping[str, object]

FIELD = re.compile(r"(?:# )?([a-z][a-z_]*(?:\.[a-z][a-z_]*)*)")
"""In a message, which has the mark of a heading before the name of a text."""


class Labels:
    """Those of one language; the phrases, which take a moment, are read when the first label is asked for.

    `words` are the community's own.
    """

    def __init__(self, project: Path, language: Language, words: Mapping[str, str] = MappingProxyType({})) -> None:
        self.project, self.language, self.words = project, language, words
        self.fields: dict[tuple[type[Record], str], str] = {}

    def value(self, value: Enum) -> str:
        """Of a closed list."""
        return self.phrase(snake(type(value).__name__), value.value) or str(value.value)

    def field(self, model: type[Record], name: str) -> str:
        """`figure.name` where the field means something else in that record; what nobody has named goes by its key."""
        if (model, name) not in self.fields:
            keys = (*(f"{snake(owner.__name__)}.{name}" for owner in model.__mro__), name)
            self.fields[model, name] = next(filter(None, (self.phrase("field", key) for key in keys)), name)
        return self.fields[model, name]

    def placeholder(self, model: type[Record], name: str) -> str:
        """What stands in the field while nobody has written it."""
        return f"{self.phrase('placeholder')} {lower_first(self.field(model, name))}"

    def kind(self, kind: str) -> str:
        return self.phrase("record", kind) or kind

    def subject(self, kind: str) -> str:
        """A record of the kind as the subject of a sentence."""
        return self.phrase("the_record", kind) or kind

    def language_name(self, language: Language) -> str:
        """Of one of the project's: what a text in it is called, `In English`."""
        return self.phrase("field", language) or language

    def phrase(self, *path: str) -> str:
        """`("age", "youth")` is an entry of a table; empty where there is no such text."""
        return text_at(self.own, path) or text_at(self.packaged, path)

    def filled(self, values: Mapping[str, object], *path: str) -> str:
        """A phrase with values in it; the program's own where the project's asks for others."""
        for phrases in (self.own, self.packaged):
            with suppress(LookupError, ValueError, AttributeError, TypeError):
                if text := text_at(phrases, path):
                    return text.format_map(values)
        return ""

    @cached_property
    def own(self) -> PhraseTable:
        """None where they cannot be read: `safecomm template check` says what is wrong."""
        try:
            return vars(read_phrases_file(phrases_file(templates(self.project), self.language), self.words))
        except Exception:  # Whatever a phrase may ask for.
            return {}

    @cached_property
    def packaged(self) -> PhraseTable:
        """Older phrases of a project may lack what the program has learned to name since; in English at the worst."""
        file = phrases_file(packaged_templates(), self.language)
        return vars(read_phrases_file(file if file.is_file() else phrases_file(packaged_templates(), "en"), self.words))


def text_at(entry: object, path: tuple[str, ...]) -> str:
    for key in path:
        entry = entry.get(key) if isinstance(entry, Mapping) else None
    return entry if isinstance(entry, str) else ""


def lower_first(label: str) -> str:
    """A label inside a sentence; `WHO` stays as it is."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def unnamed(id_: str, language: Language) -> str:
    """What people read of a record that nobody has named yet: `Deciding body (not named yet)`."""
    words = id_.replace("-", " ")
    return INTERFACE[language]["unnamed"].format(words=words[:1].upper() + words[1:])


def snake(name: str) -> str:
    """`TargetGroup` as `target_group`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def with_labels(text: str, model: type[Record], labels: Labels) -> str:
    """Names of fields of such a record, of those inside it, and of columns of figures, by their labels."""

    def label(found: re.Match[str]) -> str:
        named = (label_of_field(found[1], each, labels) for each in (model, Observation))
        return next(filter(None, named), found[0])

    return FIELD.sub(label, text)


def label_of_field(path: str, model: type[Record], labels: Labels) -> str:
    """Of `contact.email` that of the last; empty where it is no field."""
    first, _, rest = path.partition(".")
    inside = record_fields(model)
    if first in model.model_fields:
        deeper = rest and first in inside and label_of_field(rest, inside[first], labels)
        return deeper or lower_first(labels.field(model, first))
    found = (label_of_field(path, part, labels) for part in inside.values() if part is not model)
    return next(filter(None, found), "")
