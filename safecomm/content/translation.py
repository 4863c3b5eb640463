"""A record in another language: its original with what the translation file says, and what that lacks."""

from collections.abc import Iterator, Sequence, Set
from itertools import islice

from safecomm.content.content import Language, Outdated, Untranslated
from safecomm.content.field_types import Record, translated_fields
from safecomm.content.folder import KINDS
from safecomm.content.markdown_file import Fields, MarkdownFile
from safecomm.content.record_entry import RecordEntry
from safecomm.content.validate import quote_value, validate
from safecomm.content.versions import TRANSLATES
from safecomm.content.yaml_data import Data
from safecomm.diagnostic import Diagnostic, Location, nearest_name, problem
from safecomm.markdown.blocks import Prose, replace

# More names than anybody reads; a message for each of very many keys cannot hold them all.
LISTED = 50


def merge_translation(
    entry: RecordEntry,
    original: MarkdownFile,
    translation: MarkdownFile,
    languages: Sequence[Language],
    language: Language,
) -> tuple[RecordEntry, list[Diagnostic]]:
    """The entry with the record in the `language`; what is left out there stays in the source language."""
    fields, outdated = follow_original(entry, original, translation)
    record, problems = translate_record(KINDS[entry.kind], original.fields, fields, translation.data, languages)
    records = dict(entry.records)
    if record:
        records[language] = without_fields(record, entry.one_language - fields.keys())
    lacking = (
        Untranslated(entry.kind, entry.id, field, language, entry.place(field), (field,))
        for field in missing_translations(entry, original.fields, fields)
    )
    alone = (
        Untranslated(entry.kind, entry.id, field, languages[0], translation.data.place((field,)), (field,))
        for field in sorted(fields.keys() - original.fields.keys() - entry.one_language)
    )
    untranslated = (*entry.untranslated, *lacking, *alone)
    return entry._replace(records=records, untranslated=untranslated, outdated=(*entry.outdated, *outdated)), problems


def without_translation(entry: RecordEntry, original: MarkdownFile, language: Language) -> RecordEntry:
    """The entry of a record that has no translation file in the language."""
    if missing_translations(entry, original.fields, {}):
        whole = Untranslated(entry.kind, entry.id, "", language, entry.place())
        entry = entry._replace(untranslated=(*entry.untranslated, whole))
    if record := entry.records.get(language):
        record = without_fields(record, entry.one_language)
        entry = entry._replace(records={**entry.records, language: record})
    return entry


def follow_original(
    entry: RecordEntry, original: MarkdownFile, translation: MarkdownFile
) -> tuple[Fields, tuple[Outdated, ...]]:
    """What the translation says, marked as outdated where it says that it follows an earlier original."""
    fields = dict(translation.fields)
    follows = fields.pop(TRANSLATES, "")
    if follows == original.version(KINDS[entry.kind]):
        return fields, ()
    if follows:
        fields = {field: mark_outdated(value) for field, value in fields.items()}
    place = translation.data.place((TRANSLATES,))
    return fields, (Outdated(entry.kind, entry.id, place, original.data.path, str(follows)),)


def mark_outdated(value: object) -> object:
    return replace(value, outdated=True) if isinstance(value, Prose) else value


def translate_record(
    model: type[Record], original: Fields, fields: Fields, data: Data, languages: Sequence[Language]
) -> tuple[Record | None, list[Diagnostic]]:
    allowed = translated_fields(model)
    problems = [misplaced_field(model, field, data) for field in fields if field not in allowed]
    translated = {field: value for field, value in fields.items() if field in allowed}
    for field, value in translated.items():
        problems += unknown_keys(original.get(field), value, field, data)
    merged = {field: merge_values(original.get(field), value) for field, value in translated.items()}
    record, invalid = validate(model, {**original, **merged}, data, languages)
    # What is wrong in the original is said there.
    problems += [fault for fault in invalid if str(fault.values["key"]).split(".")[0] in translated]
    return record, problems


def merge_values(original: object, translated: object) -> object:
    return {**original, **translated} if isinstance(original, dict) and isinstance(translated, dict) else translated


def unknown_keys(original: object, translated: object, field: str, data: Data) -> Iterator[Diagnostic]:
    """The keys of a translated mapping that the original does not have."""
    if isinstance(original, dict) and isinstance(translated, dict):
        for key in translated.keys() - original.keys():
            nearest, allowed = nearest_name(key, original), ", ".join(islice(original, LISTED))
            yield problem("unknown-key", data.keys[field, key], nearest=nearest, key=key, allowed=allowed)


def misplaced_field(model: type[Record], field: str, data: Data) -> Diagnostic:
    place = data.keys.get((field,), Location(data.path, 1))
    if field in model.model_fields:
        return problem("not-translated", place, key=field)
    allowed = sorted(translated_fields(model))
    return problem("unknown-key", place, nearest=nearest_name(field, allowed), key=field, allowed=", ".join(allowed))


def missing_translations(entry: RecordEntry, original: Fields, fields: Fields) -> list[str]:
    """The fields with a text in the source language and none in the translation, where there should be one."""
    names = (translated_fields(KINDS[entry.kind]) & original.keys()) - entry.one_language
    return sorted(name for name in names if is_missing(original[name], fields.get(name)))


def is_missing(original: object, translated: object) -> bool:
    if isinstance(original, dict):
        return not isinstance(translated, dict) or bool(original.keys() - translated.keys())
    return translated is None


def without_fields(record: Record, names: Set[str]) -> Record:
    """The record without those fields that it can do without: they stand in the other language only."""
    known = type(record).model_fields
    optional = {name for name in names if name in known and not known[name].is_required()}
    return record.model_copy(update={name: known[name].get_default() for name in optional}) if optional else record


def untranslatable_fields(entry: RecordEntry) -> Iterator[Diagnostic]:
    """What `one_language` lists and no translation could hold."""
    allowed = sorted(translated_fields(KINDS[entry.kind]))
    for name in sorted(entry.one_language - set(allowed)):
        values = {"key": "one_language", "value": quote_value(name), "allowed": ", ".join(allowed)}
        nearest = nearest_name(name, allowed)
        yield problem("unknown-value", entry.place("one_language"), nearest=nearest, last="one_language", **values)
