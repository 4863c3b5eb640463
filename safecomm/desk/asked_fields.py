"""Fields that somebody is asked for outside of a record's form, and what was typed as their values."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from safecomm.content.content import Content, Language
from safecomm.content.field_types import reference_fields
from safecomm.content.folder import KINDS
from safecomm.content.yaml_data import Key, Value
from safecomm.desk.routing import RequestError
from safecomm.editing.answer_field import AnswerField
from safecomm.editing.form_input import Widget
from safecomm.editing.form_inputs import widget_of
from safecomm.editing.form_words import explain_field
from safecomm.labels import Labels


class OpenText(NamedTuple):
    """What is typed under that name; of a text in several languages one of them."""

    name: str
    label: str
    language: Language | None = None


class OpenField(NamedTuple):
    """`texts` are typed, as the `widget` says; or some of the `choices` are chosen, several of a list.

    `kept` is what stands there, where somebody is to confirm it.
    """

    label: str
    explanation: str
    texts: tuple[OpenText, ...]
    choices: Mapping[str, str]
    widget: Widget
    is_list: bool
    is_required: bool
    kept: str


class AskedFields:
    """Those of a kind of record at the `keys`; a text is asked for in the `language`.

    What is `kept` by a key stands there already, and what is `required` has to be answered.
    """

    def __init__(
        self,
        content: Content,
        labels: Labels,
        kind: str,
        keys: Sequence[Key],
        *,
        language: Language | None = None,
        kept: Mapping[Key, str] | None = None,
        required: Sequence[Key] = (),
    ) -> None:
        self.labels, self.language, self.kept, self.required = labels, language or content.source, kept or {}, required
        self.fields = {key: AnswerField(content, KINDS[kind], key, labels) for key in keys}

    def shown(self) -> tuple[OpenField, ...]:
        """Without those that would name a record of a kind of which there is none."""
        fields = self.fields.items()
        return tuple(self.field(key, field) for key, field in fields if field.choices or not refers(field))

    def field(self, key: Key, field: AnswerField) -> OpenField:
        name = name_of(key)
        return OpenField(
            field.label,
            explain_field(field.owner, field.name, self.labels.language),
            text_by_language(name, field.languages, self.labels) or (OpenText(name, "", self.language),),
            field.choices,
            widget_of(field.owner, field.name, has_choices=bool(field.choices)),
            field.is_list,
            key in self.required,
            self.kept.get(key, ""),
        )

    def answers(self, typed: Mapping[str, object]) -> Iterator[tuple[Key, Value]]:
        """What was typed as the values that the fields are to have; of what is left empty, nothing.

        Raises RequestError where that has to be answered, for a page of ours sends no such form.
        """
        texts = {name: text.strip() for name, text in typed.items() if isinstance(text, str) and text.strip()}
        for key, field in self.fields.items():
            name = name_of(key)
            named = {language: f"{name}:{language}" for language in field.languages}
            given: Value = {language: texts[text] for language, text in named.items() if text in texts}
            if name in texts and not named:
                given = field.parse(texts[name], by_part=False)
            if given:
                yield key, given
            elif key in self.required:
                raise RequestError(name)


def text_by_language(name: str, languages: Sequence[Language], labels: Labels) -> tuple[OpenText, ...]:
    return tuple(OpenText(f"{name}:{language}", labels.language_name(language), language) for language in languages)


def refers(field: AnswerField) -> bool:
    return field.name in reference_fields(field.owner)


def name_of(key: Key) -> str:
    return ".".join(map(str, key))
