"""JSON Schemas of the content files, made from the records: with them editors complete and check while one writes.

They say what a single file may hold. An editor's YAML reader takes some texts for numbers or booleans
(`code: 0184`), so a text may be those; a key with nothing after it, and a file without any, reads as null.
"""

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, get_args, get_origin

from safecomm.codes.codes import code_named
from safecomm.content.content import Language
from safecomm.content.field_types import (
    COUNCIL,
    NUMBER,
    THOUSANDS_OR_DECIMALS,
    YEAR,
    LocalizedText,
    OpenPeriod,
    Period,
    Record,
    RefersTo,
    closed_list,
    prose_fields,
    reference_fields,
    translated_fields,
)
from safecomm.content.folder import COLLECTIONS, FOLDERS, KINDS, LISTS, SINGLES
from safecomm.content.validate import ROWS
from safecomm.content.versions import TRANSLATES
from safecomm.labels import Labels
from safecomm.markdown.blocks import IDENTIFIER
from safecomm.messages.texts import record_texts

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
IDS = "ids.json"
"""The schema beside the others that lists the project's ids."""

LISTED = "list"
"""What the name of a list's schema has behind the kind."""

SCALAR = ["string", "number", "boolean"]
A_YEAR: Schema = {"type": ["string", "integer"], "minimum": 1000, "maximum": 2999}
TOLD = ("title", "description")

TYPES: Mapping[object, Schema] = {
    str: {"type": SCALAR, "pattern": r"^\s*\S[^\n]*\s*$"},
    int: {"type": ["integer", "string"], "pattern": r"^\s*[-+]?[0-9]+\s*$"},
    bool: {"type": "boolean"},
    Decimal: {
        "type": ["number", "string"],
        "pattern": rf"^\s*(?!{THOUSANDS_OR_DECIMALS.pattern}\s*$){NUMBER.pattern}\s*$",
    },
    datetime.date: {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "format": "date"},
    datetime.date | int: {**A_YEAR, "pattern": f"^({YEAR}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})$"},
    Period: {**A_YEAR, "pattern": rf"^{YEAR}(\s*[-–]\s*{YEAR})?$"},
    OpenPeriod: {**A_YEAR, "pattern": rf"^{YEAR}(\s*[-–]\s*({YEAR})?)?$"},
}
"""What may be written for a type that is a single value."""

MISFITS: Mapping[object, str] = {
    str: "line-break",
    int: "not-a-whole-number",
    Decimal: "not-a-number",
    datetime.date: "not-a-date",
    datetime.date | int: "not-a-date-or-year",
    Period: "not-a-period",
    OpenPeriod: "not-a-period",
}
"""The code of our own message for what does not fit the pattern of a type."""


def names(languages: Sequence[Language]) -> list[str]:
    """Every schema: one for each kind of file, one for its translations, and one for lists of several records."""
    translations = (f"{kind}.{language}" for language in languages[1:] for kind in SINGLES | FOLDERS)
    return [*KINDS, *translations, *(f"{kind}.{LISTED}" for kind in FOLDERS if kind in LISTS)]


def schema(name: str, labels: Labels, languages: Sequence[Language]) -> Schema:
    """The schema that `names` lists, in the language of the labels."""
    kind, _, language = name.partition(".")
    model, writer = KINDS[kind], SchemaWriter(labels, languages)
    description = record_texts(labels.language)["kinds"].get(kind, "")
    top: Schema = {"$schema": DRAFT, "title": labels.kind(kind), "description": description}
    if language == LISTED or kind in COLLECTIONS:
        keys = {"pattern": f"^{IDENTIFIER.pattern}$", "not": {"const": COUNCIL}}
        record = writer.listed(model) if language else writer.record(model)
        return top | {"type": ["object", "null"], "propertyNames": keys, "additionalProperties": record}
    if language:
        return top | writer.translation(model)
    return top | writer.record(model)


class SchemaWriter:
    """What may be written for a record and its fields, told in one language."""

    def __init__(self, labels: Labels, languages: Sequence[Language]) -> None:
        self.labels, self.languages = labels, languages

    def record(self, model: type[Record]) -> Schema:
        written = [name for name in model.model_fields if name not in prose_fields(model) and name != ROWS]
        required = [name for name in written if model.model_fields[name].is_required()]
        properties = {name: self.field(model, name, name not in required) for name in written}
        return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}

    def listed(self, model: type[Record]) -> Schema:
        """The same with its texts, each of which may stand in every language."""
        record, texts = self.record(model), translated_fields(model)
        for name in prose_fields(model):
            record["properties"][name] = {
                **self.describe(model, name, description_of(model, name, self.labels.language)),
                "type": SCALAR,
            }
        record["required"] += [name for name in prose_fields(model) if model.model_fields[name].is_required()]
        for name in texts & record["properties"].keys():
            text = {part: value for part, value in record["properties"][name].items() if part not in TOLD}
            both = {"type": "object", "additionalProperties": False, "properties": dict.fromkeys(self.languages, text)}
            told = {part: value for part, value in record["properties"][name].items() if part in TOLD}
            record["properties"][name] = {**told, "anyOf": [text, both]}
        return record

    def translation(self, model: type[Record]) -> Schema:
        translated = translated_fields(model) - set(prose_fields(model))
        properties = {name: self.field(model, name, True) for name in model.model_fields if name in translated}
        description = record_texts(self.labels.language)["translates"]
        properties[TRANSLATES] = {**self.describe(model, TRANSLATES, description), "type": SCALAR}
        return {"type": ["object", "null"], "additionalProperties": False, "properties": properties}

    def field(self, model: type[Record], name: str, optional: bool) -> Schema:
        value = self.of(model.model_fields[name].annotation, reference_fields(model).get(name))
        told = self.describe(model, name, description_of(model, name, self.labels.language))
        return {**told, **(or_empty(value) if optional else value)}

    def describe(self, model: type[Record], name: str, description: str) -> Schema:
        return {"title": self.labels.field(model, name), "description": description}

    def of(self, annotation: Any, reference: Any = None) -> Schema:
        """The schema of a type; `reference` says that the texts in it are ids."""
        if annotation in TYPES and not reference:
            return {**TYPES[annotation], **self.misfit(annotation)}
        if choices := closed_list(annotation):
            return {"enum": choices}
        parts = [part for part in get_args(annotation) if part not in (type(None), ...)]
        if get_origin(annotation) is tuple:
            return {"type": "array", "items": self.of(parts[0], reference)}
        if get_origin(annotation) is dict:
            return {"type": "object", **self.keys(parts[0]), "additionalProperties": self.of(parts[1])}
        if parts:
            return self.of(parts[0], reference)
        if annotation is str and reference:
            return {"anyOf": [{"$ref": f"{IDS}#/definitions/{reference.kind}"}, *beside_ids(reference)]}
        if annotation is LocalizedText:
            return self.localized()
        return self.record(annotation)

    def keys(self, annotation: Any) -> Schema:
        """Where only those of a list may stand."""
        return {"propertyNames": self.of(annotation)} if closed_list(annotation) else {}

    def localized(self) -> Schema:
        """A text in the source language, or in several by language."""
        text = {**TYPES[str], **self.misfit(str)}
        source, *others = self.languages
        by_language = {source: text, **{language: or_empty(text) for language in others}}
        properties = {
            language: {"title": self.labels.language_name(language), **schema}
            for language, schema in by_language.items()
        }
        texts = {"type": "object", "additionalProperties": False, "required": [source], "properties": properties}
        return {"anyOf": [text, texts]}

    def misfit(self, annotation: object) -> Schema:
        """What VS Code says where a pattern does not fit: the hint of our own message."""
        code = MISFITS.get(annotation)
        return {"patternErrorMessage": code_named(code).hint[self.labels.language]} if code else {}


def beside_ids(reference: RefersTo) -> list[Schema]:
    """What may stand where an id may."""
    if reference.beside:
        return [{"enum": closed_list(reference.beside)}]
    return [{"const": COUNCIL}] if reference.council else []


def or_empty(value: Schema) -> Schema:
    """The same, or nothing after the key."""
    if "type" in value:
        types = value["type"] if isinstance(value["type"], list) else [value["type"]]
        return {**value, "type": [*types, "null"]}
    if "anyOf" in value:
        return {"anyOf": [*value["anyOf"], {"type": "null"}]}
    return {"enum": [*value["enum"], None]}


def description_of(model: type[Record], name: str, language: Language) -> str:
    """What a field is for; an inherited field is described where it is declared."""
    texts = (record_texts(language)["fields"].get(ancestor.__name__, {}).get(name) for ancestor in model.__mro__)
    return next(filter(None, texts), "")


def id_lists(ids: Mapping[str, list[str]], language: Language) -> Schema:
    """The schema that the others refer to: the ids that exist in the project, by kind."""
    said = record_texts(language)["hints"]["unknown-id"]
    lists: Schema = {
        kind: {"enum": of_kind, "errorMessage": said} if of_kind else {"not": {}} for kind, of_kind in ids.items()
    }
    return {"$schema": DRAFT, "definitions": lists}
