"""What is still open, as forms: each question with what it asks for, and the answer as it came from the page."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from safecomm.codes.codes import code_named
from safecomm.content.content import Content, Language
from safecomm.content.field_types import reference_fields
from safecomm.content.folder import KINDS
from safecomm.content.yaml_data import Key, Value
from safecomm.desk.addresses import record_address
from safecomm.diagnostic import Severity
from safecomm.editing.answer_field import AnswerField
from safecomm.editing.form_input import Widget
from safecomm.editing.form_inputs import widget_of
from safecomm.editing.schema import description_of
from safecomm.editing.skeleton import guesses
from safecomm.labels import Labels
from safecomm.messages.texts import INTERFACE
from safecomm.readiness.questions import Question, questions

PLAIN = "not-filled-in"
"""What explains itself."""


class OpenText(NamedTuple):
    """What is typed under that name; of a text in several languages one of them."""

    name: str
    label: str
    language: Language | None = None


class OpenField(NamedTuple):
    """`texts` are typed, as the `widget` says; or some of the `choices` are chosen, several of a list."""

    label: str
    explanation: str
    texts: tuple[OpenText, ...]
    choices: Mapping[str, str]
    widget: Widget
    is_list: bool


class OpenQuestion(NamedTuple):
    """`name` tells it from every other; `fields` answer it, or with them a `new_record` of that kind does.

    So does one of the `known` records. `reasons` are asked for where the gap may stay, in each language.
    """

    name: str
    about: str
    message: str
    why: str
    hint: str
    address: str
    fields: tuple[OpenField, ...]
    new_record: str
    known: Mapping[str, str]
    begins_translation: bool
    reasons: tuple[OpenText, ...]


class Asking:
    """The questions of one content, told in the language of the labels."""

    def __init__(self, content: Content, labels: Labels) -> None:
        self.content, self.labels, self.language = content, labels, labels.language
        self.questions = {question_name(question): question for question in questions(content, labels.language)}

    def all(self) -> Iterator[OpenQuestion]:
        for question in self.questions.values():
            yield self.asked(question)

    def asked(self, question: Question) -> OpenQuestion:
        fault, fields = question.finding.diagnostic, self.fields(question)
        is_plain = fault.code == PLAIN
        empty = INTERFACE[self.language]["next-empty"]
        return OpenQuestion(
            question_name(question),
            " · ".join(filter(None, (self.labels.kind(question.kind), question.title))),
            empty.format(field=fields[0].label) if is_plain and fields else question.message(self.labels),
            "" if is_plain else code_named(fault.code).why[self.language],
            fault.hint(self.language),
            record_address(question.kind, question.id, str(question.fields[0][0]) if question.fields else ""),
            fields,
            self.labels.kind(question.new_record) if question.new_record else "",
            question.known(self.content, self.language),
            question.begins_translation,
            self.texts("reason", self.content.languages) if fault.severity is Severity.WARNING else (),
        )

    def fields(self, question: Question) -> tuple[OpenField, ...]:
        """Without those that would name a record of a kind of which there is none."""
        asked = ((key, self.answer_field(kind, key)) for kind, key in self.keys(question))
        language = question.language or self.content.source
        return tuple(self.field(key, field, language) for key, field in asked if field.choices or not refers(field))

    def keys(self, question: Question) -> Iterator[tuple[str, Key]]:
        """Of the record, or of the new one what nobody is to guess."""
        if not question.new_record:
            yield from ((question.kind, key) for key in question.fields)
            return
        given = question.given()
        needed = guesses(KINDS[question.new_record])
        yield from ((question.new_record, (name,)) for name in needed if (name,) not in given)

    def answer_field(self, kind: str, key: Key) -> AnswerField:
        return AnswerField(self.content, KINDS[kind], key, self.labels)

    def field(self, key: Key, field: AnswerField, language: Language) -> OpenField:
        texts = (OpenText(name_of(key), "", language),)
        return OpenField(
            field.label,
            description_of(field.owner, field.name, self.language),
            self.texts(name_of(key), field.languages) if field.languages else texts,
            field.choices,
            widget_of(field.owner, field.name, has_choices=bool(field.choices)),
            field.is_list,
        )

    def texts(self, name: str, languages: tuple[Language, ...]) -> tuple[OpenText, ...]:
        label = self.labels.language_name
        return tuple(OpenText(f"{name}:{language}", label(language), language) for language in languages)

    def answers(self, question: Question, typed: Mapping[str, object]) -> Iterator[tuple[Key, Value]]:
        """What was typed as the values that the fields are to have; of what is left empty, nothing."""
        texts = {name: text.strip() for name, text in typed.items() if isinstance(text, str) and text.strip()}
        for kind, key in self.keys(question):
            field, name = self.answer_field(kind, key), name_of(key)
            named = {language: f"{name}:{language}" for language in field.languages}
            given: Value = {language: texts[text] for language, text in named.items() if text in texts}
            if name in texts and not named:
                given = field.parse(texts[name], by_part=False)
            if given:
                yield key, given


def refers(field: AnswerField) -> bool:
    return field.name in reference_fields(field.owner)


def name_of(key: Key) -> str:
    return ".".join(map(str, key))


def question_name(question: Question) -> str:
    code, record, key = question.name
    return " ".join((code, record, name_of(key)))
