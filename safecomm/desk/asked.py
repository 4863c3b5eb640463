"""What is still open, as forms: each question with what it asks for."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote

from safecomm.codes.codes import code_named
from safecomm.content.content import Content
from safecomm.content.folder import KINDS
from safecomm.content.yaml_data import Key
from safecomm.desk.addresses import record_address
from safecomm.desk.asked_fields import AskedFields, OpenField, OpenText, name_of, text_by_language
from safecomm.desk.told import Teller
from safecomm.editing.form_inputs import input_id
from safecomm.editing.skeleton import guessed_beside, guesses
from safecomm.messages.texts import INTERFACE
from safecomm.readiness.questions import Question, questions
from safecomm.rules.rule_finding import UNFILLED


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

    @property
    def id(self) -> str:
        """Its place on the page."""
        return id_of(self.name)


class Asking:
    """The questions of one content, told by the teller."""

    def __init__(self, content: Content, teller: Teller) -> None:
        self.content, self.teller = content, teller
        self.labels, self.language = teller.labels, teller.language
        self.questions = {question_name(question): question for question in questions(content, self.language)}

    def all(self) -> Iterator[OpenQuestion]:
        for question in self.questions.values():
            yield self.asked(question)

    def asked(self, question: Question) -> OpenQuestion:
        fault, fields = question.finding.diagnostic, self.fields(question).shown()
        languages = self.content.languages if question.finding.may_stand else ()
        is_plain = fault.code == UNFILLED
        empty = INTERFACE[self.language]["next-empty"]
        return OpenQuestion(
            question_name(question),
            " · ".join(filter(None, (self.labels.kind(question.kind), question.title))),
            empty.format(field=fields[0].label) if is_plain and fields else self.teller.message(fault),
            "" if is_plain else code_named(fault.code).why[self.language],
            self.teller.hint(fault),
            self.address(question),
            fields,
            self.labels.kind(question.new_record) if question.new_record else "",
            question.known(self.content, self.language),
            question.begins_translation,
            text_by_language("reason", languages, self.labels),
        )

    def address(self, question: Question) -> str:
        """That of the first input in the record's form that answers it."""
        ids = (input_id(key, question.file_language(key)) for key in question.fields)
        return record_address(question.kind, question.id, next(ids, ""))

    def fields(self, question: Question) -> AskedFields:
        """Of the record; of a new one what nobody is to guess."""
        if question.new_record:
            given = question.given()
            needed = [(name,) for name in guesses(KINDS[question.new_record]) if (name,) not in given]
            return AskedFields(self.content, self.labels, question.new_record, needed, required=needed)
        kept = self.guessed(question)
        keys = [*question.fields, *kept]
        return AskedFields(self.content, self.labels, question.kind, keys, language=question.language, kept=kept)

    def guessed(self, question: Question) -> Mapping[Key, str]:
        """What stands in a record that nobody has named yet because something has to: who names it confirms that."""
        if not question.is_unfilled:
            return {}
        record = self.content.records[self.content.source].kinds[question.kind][question.id]
        names = guessed_beside(type(record), str(question.fields[0][0]))
        return {(name,): str(getattr(record, name)) for name in names}


def question_address(question: Question) -> str:
    """Of what can have the focus in it."""
    return f"/status#asked-{quote(id_of(question_name(question)))}"


def id_of(name: str) -> str:
    return name.replace(" ", "-")


def question_name(question: Question) -> str:
    code, record, key = question.name
    return " ".join((code, record, name_of(key)))
