"""Which column of a table of records holds which field: by its key, its label in any language, or what is said."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, get_origin

from safecomm.content.field_types import LocalizedText, Record, field_types, inner_record, translated_fields
from safecomm.content.folder import KINDS
from safecomm.content.records import Translated
from safecomm.content.yaml_data import Key
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.editing.skeleton import NOT_AT_FIRST
from safecomm.intake.delimited import NEAR, TableRow
from safecomm.intake.words import clean
from safecomm.labels import Labels
from safecomm.record_kinds import RECORD_KINDS

ID: Key = ("id",)


class RecordColumns(NamedTuple):
    """The row of headings, at which place of a row each field stands, and the rows `below` that hold anything."""

    heading: TableRow
    fields: Mapping[Key, int]
    below: Sequence[TableRow]

    @property
    def unused(self) -> list[str]:
        """The headings of columns that are no field."""
        used = self.fields.values()
        return [cell for place, cell in enumerate(self.heading.cells) if cell and place not in used]


def fields_of_cells(model: type[Record]) -> list[str]:
    """The fields whose value a cell can hold: a text, a value, or several with commas."""
    return [
        name
        for name in model.model_fields
        if name not in NOT_AT_FIRST
        and not inner_record(model, name)
        and not any(get_origin(part) is dict for part in field_types(model, name))
    ]


def field_names(kind: str, labels: Sequence[Labels], languages: Sequence[str]) -> dict[str, Key]:
    """What a heading may call each field; a text in one of several languages goes by its name with `(en)` or `.en`."""
    model, title = KINDS[kind], RECORD_KINDS[kind].title
    found: dict[str, Key] = {"id": ID}
    for name in fields_of_cells(model):
        called = [name, *(spoken.field(model, name) for spoken in labels)]
        # A table of activities has the heading “Activity” over what they are called.
        called += [spoken.kind(kind) for spoken in labels if name == title]
        keys = {language: key_in(model, name, language, languages) for language in languages}
        for word in map(str.casefold, called):
            found.setdefault(word, keys[languages[0]] or (name,))
            for language, key in keys.items():
                found |= {f"{word} ({language})": key, f"{word}.{language}": key} if key else {}
    return found


def key_in(model: type[Record], name: str, language: str, languages: Sequence[str]) -> Key | None:
    """Where a text stands in one of several languages; None where it stands in all of them alike.

    That of a record with a translation file beside it is `(title, en)`, too, and without a language in the source's.
    """
    if len(languages) == 1 or not (LocalizedText in field_types(model, name) or is_translated(model, name)):
        return None
    beside = is_translated(model, name) and language == languages[0]
    return (name,) if beside else (name, language)


def is_translated(model: type[Record], name: str) -> bool:
    """Whether it is a text of a translation file that a cell can hold."""
    is_list = any(get_origin(part) is tuple for part in field_types(model, name))
    return issubclass(model, Translated) and name in translated_fields(model) and not is_list


def find_columns(
    rows: Sequence[TableRow], names: Mapping[str, Key], said: Mapping[str, str], title: str, file: str
) -> RecordColumns | None:
    """Of the first row that has all columns which are `said`, and one of the `title`; None where there is no such row.

    Raises ContentError for a column that is said and not there.
    """
    given = {clean(heading).casefold(): names[field.casefold()] for field, heading in said.items()}
    known = {word: key for word, key in names.items() if key not in given.values()} | given
    for number, row in enumerate(rows[:NEAR]):
        words = [cell.casefold() for cell in row.cells]
        fields = {known[word]: place for place, word in reversed([*enumerate(words)]) if word in known}
        if given.keys() <= set(words) and any(key[0] == title for key in fields):
            return RecordColumns(row, fields, [row for row in rows[number + 1 :] if any(row.cells)])
    there = {cell.casefold() for row in rows[:NEAR] for cell in row.cells}
    if missing := [heading for heading in said.values() if clean(heading).casefold() not in there]:
        raise ContentError([problem("import-column", Location(file), column=missing[0])])
    return None
