"""Forms of a yearly follow-up that came back: which answers they hold, and these written into its records."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import COLLECT
from safecomm.content.content import Content, Language
from safecomm.content.field_types import YEAR
from safecomm.content.followups import Followed
from safecomm.content.load import load
from safecomm.content.records import Followup
from safecomm.content.vocabulary import FollowupStatus
from safecomm.content.yaml_data import Value
from safecomm.diagnostic import ContentError, Diagnostic, Location, brief, problem
from safecomm.drafts.kept import DOCUMENT
from safecomm.editing.fields import FieldEdit
from safecomm.forms.asked_answers import (
    FIELDS,
    KIND,
    AskedAnswer,
    asked_answers,
    asked_organisation,
    followed_record,
    typed_value,
    years_asked,
)
from safecomm.forms.origin import require_ours, unknown_rows, unreadable
from safecomm.forms.row_mark import RowMark, digest, read_mark
from safecomm.forms.writing import FormPart, write_answers
from safecomm.intake.returned_form import FormRow, ReturnedForm, read_form
from safecomm.labels import Labels

A_YEAR = re.compile(rf"(?<![1-9])({YEAR})(?!\d)")


class GivenAnswer(NamedTuple):
    """A row that came back, and what it asked; `mark` says what its box showed when it was sent."""

    form: ReturnedForm
    row: FormRow
    asked: AskedAnswer
    mark: RowMark
    value: Value

    @property
    def is_new(self) -> bool:
        """What the box showed when it was sent is no answer."""
        return bool(self.row.answer) and digest(self.row.answer) != self.mark.answer


class GivenAnswers(NamedTuple):
    """By measure and project what is to be written; `notes` say what is not."""

    by_work: Mapping[Followed, Sequence[GivenAnswer]]
    notes: Sequence[Diagnostic]


def read_answers(project: Path, files: Sequence[Path], year: int | None) -> GivenAnswers:
    """Raises ContentError with all that is wrong with the files: then nothing of any is to be written."""
    content = load(project)
    reader = AnswerReader(content, year or max(years_asked(content), default=0))
    answers: list[GivenAnswer] = []
    notes: list[Diagnostic] = []
    faults: list[Diagnostic] = []
    for file in files:
        try:
            form = read_form(file)
            answers += reader.answers(form)
            notes += unknown_rows(form, partial(reader.knows, form))
        except ContentError as fault:
            faults += fault.diagnostics
    faults += reader.answered_twice(answers)
    if faults:
        raise ContentError(faults)
    return reader.to_write(answers, notes)


class AnswerReader:
    """Knows what the forms of a year ask today."""

    def __init__(self, content: Content, year: int) -> None:
        self.content, self.year = content, year
        self.labels = Labels(content.project, content.source)
        self.asked = {answer.address: answer for answer in asked_answers(content, year)}
        self.by_words: dict[tuple[str, str], list[AskedAnswer]] = {}
        for answer in self.asked.values():
            words = (followed_record(content, answer.work).title, answer.box(self.labels).name)
            self.by_words.setdefault(words, []).append(answer)

    def answers(self, form: ReturnedForm) -> list[GivenAnswer]:
        """Raises ContentError for a form that is not this year's of ours, or not whole."""
        require_ours(form, self.content, COLLECT)
        self.require_year(form)
        given = [answer for row in form.rows if (answer := self.find(form, row))]
        faults = [*unreadable(form, [answer.row for answer in given]), *self.lost_rows(form, given)]
        faults += [self.unknown_choice(answer) for answer in given if answer.is_new and answer.value is None]
        if faults := faults or ([] if given else [problem("form-no-rows", Location(form.name))]):
            raise ContentError(faults)
        return given

    def require_year(self, form: ReturnedForm) -> None:
        if others := years_of(form) - {self.year}:
            raise ContentError([problem("form-year", Location(form.name), year=min(others), asked=self.year)])

    def find(self, form: ReturnedForm, row: FormRow) -> GivenAnswer | None:
        """By its mark, else by the headings above and the words beside it."""
        marks = [mark for mark in map(read_mark, row.marks) if mark]
        known = [self.asked.get(mark.address) for mark in marks]
        if not marks:
            alike = [self.by_words.get((heading, row.asked), []) for heading in row.headings]
            # Of two with the same title nobody knows which is meant.
            known = [answers[0] for answers in alike if len(answers) == 1]
        asked = next(filter(None, known), None)
        if asked is None:
            return None
        mark = marks[0] if marks else asked.mark(self.labels)
        return GivenAnswer(form, row, asked, mark, typed_value(asked.field, row.answer, self.labels))

    def knows(self, form: ReturnedForm, row: FormRow) -> bool:
        return self.find(form, row) is not None

    def lost_rows(self, form: ReturnedForm, given: Iterable[GivenAnswer]) -> Iterator[Diagnostic]:
        """Of a measure or project that the form has, all fields are there."""
        found: dict[Followed, set[str]] = {}
        for answer in given:
            found.setdefault(answer.asked.work, set()).add(answer.asked.field)
        for work, fields in found.items():
            if lost := [field for field in FIELDS if field not in fields]:
                names = ", ".join(self.labels.field(Followup, field) for field in lost)
                yield problem("form-lost", Location(form.name), work=self.title(work), fields=names)

    def unknown_choice(self, answer: GivenAnswer) -> Diagnostic:
        known = ", ".join(map(self.labels.value, FollowupStatus))
        place, work = Location(answer.form.name), self.title(answer.asked.work)
        return problem("form-choice", place, work=work, answer=brief(answer.row.answer), known=known)

    def answered_twice(self, answers: Iterable[GivenAnswer]) -> Iterator[Diagnostic]:
        """A measure or project stands in one form, and that comes back once."""
        first: dict[str, GivenAnswer] = {}
        told = set()
        for answer in answers:
            before = first.setdefault(answer.asked.address, answer)
            twice = (before.form.name, answer.form.name, answer.asked.work)
            if before is not answer and twice not in told:
                told.add(twice)
                place, work = Location(answer.form.name), self.title(answer.asked.work)
                yield problem("form-returned-twice", place, work=work, other=before.form.name)

    def kept(self, answer: GivenAnswer) -> Diagnostic:
        text = f"{self.title(answer.asked.work)} · {self.labels.field(Followup, answer.asked.field)}"
        said, given = brief(answer.asked.said), brief(answer.row.answer)
        return problem("form-answer-kept", Location(answer.form.name), text=text, kept=said, answer=given)

    def title(self, work: Followed) -> str:
        return brief(followed_record(self.content, work).title)

    def to_write(self, answers: Iterable[GivenAnswer], notes: list[Diagnostic]) -> GivenAnswers:
        by_work: dict[Followed, list[GivenAnswer]] = {}
        for answer in answers:
            if not answer.is_new or answer.value == answer.asked.said:
                continue
            if answer.mark.answer != answer.asked.mark(self.labels).answer:
                notes.append(self.kept(answer))
            else:
                by_work.setdefault(answer.asked.work, []).append(answer)
        return GivenAnswers(by_work, notes)


def years_of(form: ReturnedForm) -> set[int]:
    """As the rows' marks tell; of a row without one the file, and the heading above it."""
    marks = filter(None, (read_mark(name) for row in form.rows for name in row.marks))
    versions = [mark.version for mark in marks]
    told = [part.partition("-")[0] for part in form.told.get(DOCUMENT, "").split(".")[1:2]]
    headings = [row.headings[-1] for row in form.rows if row.headings and not row.marks and not row.is_header]
    return {int(year) for text in (*versions, *told, *headings) for year in A_YEAR.findall(text)}


def write_reports(project: Path, answers: Sequence[GivenAnswer], spoken: Language) -> list[Path]:
    """Writes the answers, and by whom they are; raises ContentError, and nothing has changed."""
    content = load(project)
    edits = [edit_of(answer.asked.work, answer.asked.field, answer.value) for answer in answers]
    for work in {answer.asked.work: None for answer in answers}:
        asked = asked_organisation(content, work)
        if asked and not content.records[content.source].followup[work.followup].by:
            edits.append(edit_of(work, "by", asked))
    forms = {
        (KIND, answer.asked.work.followup): FormPart(
            answer.form.name, followed_record(content, answer.asked.work).title
        )
        for answer in answers
    }
    return write_answers(project, edits, forms, spoken)


def edit_of(work: Followed, field: str, value: Value) -> FieldEdit:
    return FieldEdit(KIND, work.followup, (field,), value)
