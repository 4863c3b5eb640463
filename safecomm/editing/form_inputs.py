"""The inputs of a record's fields, made from its model: how each is filled in, and what it says now."""

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from typing import get_args, get_origin

from safecomm.content.content import Language
from safecomm.content.field_types import (
    LocalizedText,
    Period,
    Record,
    field_types,
    inner_record,
    prose_fields,
    reference_fields,
    translated_fields,
    types_in,
)
from safecomm.content.yaml_data import Key, Value
from safecomm.editing.field_choices import FieldChoices
from safecomm.editing.form_input import FormInput, Widget
from safecomm.editing.form_words import explain_field
from safecomm.editing.written_file import WrittenFile

NAMES, VALUES = 0, 1
"""Of a table."""
ANOTHER = "+"
"""In the key and the id of an entry that is not there yet."""


class InputMaker:
    """For one record as it is written, told in the language of the choices.

    `language` is that of the translation file that is filled in, `side_by_side` where the texts of all languages stand
    in one file.
    """

    def __init__(
        self,
        choices: FieldChoices,
        languages: Sequence[Language],
        written: WrittenFile,
        *,
        language: Language | None = None,
        side_by_side: bool = False,
    ) -> None:
        self.choices, self.languages, self.written = choices, languages, written
        self.labels = choices.labels
        self.language, self.side_by_side = language, side_by_side

    def make(self, owner: type[Record], name: str, at: Key = ()) -> FormInput:
        """The input of a field; `at` leads to the record in which it is."""
        key = (*at, name)
        made = self.plain(owner, name, key)
        is_text = name in translated_fields(owner) and not at
        if LocalizedText in field_types(owner, name) and made.widget is not Widget.TABLE:
            return self.by_language(made._replace(widget=Widget.LINE))
        if is_text and self.side_by_side:
            return self.by_language(made)
        return self.filled(owner, made._replace(language=(self.language or self.languages[0]) if is_text else None))

    def plain(self, owner: type[Record], name: str, key: Key) -> FormInput:
        """Without what is inside."""
        choices = self.choices_of(owner, name)
        may_choose = bool(choices) or name in reference_fields(owner)
        return FormInput(
            self.id_of(key),
            key,
            widget_of(owner, name, has_choices=may_choose),
            self.labels.field(owner, name),
            explain_field(owner, name, self.labels.language),
            self.written.value(key),
            is_required=owner.model_fields[name].is_required() and self.language is None,
            choices=choices,
        )

    def choices_of(self, owner: type[Record], name: str) -> Mapping[str, str]:
        return self.choices.find(owner, name, self.written.values)

    def by_language(self, made: FormInput) -> FormInput:
        source, *others = self.languages
        texts = made.value if isinstance(made.value, dict) else {source: made.value}
        parts = (
            self.filled_text(made, language, texts.get(language), is_source=language == source)
            for language in (source, *others)
        )
        return made._replace(widget=Widget.TEXTS, parts=tuple(parts), is_required=False)

    def filled_text(self, made: FormInput, language: Language, value: Value, *, is_source: bool) -> FormInput:
        key = (*made.key, language)
        text = made._replace(id=self.id_of(key), key=key, label=self.labels.language_name(language), value=value)
        text = text._replace(explanation="", language=language, is_required=made.is_required and is_source)
        return text._replace(parts=lines(text), blank=lines(text, another=True)) if text.widget is Widget.LIST else text

    def filled(self, owner: type[Record], made: FormInput) -> FormInput:
        """With what is inside."""
        inner = inner_record(owner, str(made.key[-1]))
        if made.widget is Widget.RECORD and inner:
            return made._replace(parts=self.record(inner, made.key))
        if made.widget is Widget.LIST and inner:
            numbers = [*range(len(made.value) if isinstance(made.value, list) else 0), ANOTHER]
            *parts, blank = [self.entry(inner, made, (*made.key, number)) for number in numbers]
            return made._replace(parts=tuple(parts), blank=(blank,))
        if made.widget is Widget.LIST:
            return made._replace(parts=lines(made), blank=lines(made, another=True))
        if made.widget is Widget.TABLE:
            names = [*(made.value if isinstance(made.value, dict) else ()), ANOTHER]
            *parts, blank = [self.cell(owner, made, (*made.key, name)) for name in names]
            names_closed = has_closed(owner, str(made.key[-1]), NAMES)
            return made._replace(parts=tuple(parts), blank=(blank,), choices=made.choices if names_closed else {})
        return made

    def record(self, model: type[Record], key: Key) -> tuple[FormInput, ...]:
        return tuple(self.make(model, name, key) for name in model.model_fields)

    def entry(self, model: type[Record], made: FormInput, key: Key) -> FormInput:
        """One of several records in a field."""
        label = f"{made.label} {int(key[-1]) + 1}" if isinstance(key[-1], int) else made.label
        return FormInput(
            self.id_of(key), key, Widget.RECORD, label, "", self.written.value(key), parts=self.record(model, key)
        )

    def cell(self, owner: type[Record], made: FormInput, key: Key) -> FormInput:
        """One value of a table: a text, or one for each language, or one of a closed list."""
        name = str(made.key[-1])
        label = made.choices.get(str(key[-1]), str(key[-1]))
        inside = FormInput(
            self.id_of(key), key, Widget.LINE, label, "", self.written.value(key), language=made.language
        )
        if LocalizedText in field_types(owner, name):
            return self.by_language(inside)
        if has_closed(owner, name, VALUES):
            return inside._replace(widget=Widget.CHOICE, choices=self.choices_of(owner, name))
        return inside

    def id_of(self, key: Key) -> str:
        return input_id(key, self.language)


def input_id(key: Key, language: Language | None) -> str:
    """`figures.0.value`, and of a translation file `title.en`."""
    return ".".join(map(str, (*key, *([language] if language else ()))))


def widget_of(owner: type[Record], name: str, *, has_choices: bool) -> Widget:
    types = field_types(owner, name)
    origins, inner = {get_origin(part) for part in types}, inner_record(owner, name)
    if name in prose_fields(owner):
        return Widget.PROSE
    if dict in origins and not inner:
        return Widget.TABLE
    if tuple in origins:
        return Widget.CHOICES if has_choices and not inner else Widget.LIST
    if inner or has_choices:
        return Widget.RECORD if inner else Widget.CHOICE
    if bool in types:
        return Widget.SWITCH
    if Period in types:
        return Widget.PERIOD
    if datetime.date in types:
        return Widget.LINE if int in types else Widget.DATE
    return Widget.NUMBER if int in types or Decimal in types else Widget.LINE


def has_closed(owner: type[Record], name: str, side: int) -> bool:
    """Whether the names or the values of a table are those of a closed list."""
    (table,) = (part for part in field_types(owner, name) if get_origin(part) is dict)
    return any(isinstance(part, type) and issubclass(part, Enum) for part in types_in(get_args(table)[side]))


def lines(made: FormInput, *, another: bool = False) -> tuple[FormInput, ...]:
    """The entries of a list of texts, or the one that may come."""
    values = [*enumerate(made.value)] if isinstance(made.value, list) else []
    return tuple(
        FormInput(
            f"{made.id}.{number}", (*made.key, number), Widget.LINE, made.label, "", value, language=made.language
        )
        for number, value in ([(ANOTHER, None)] if another else values)
    )
