"""The questions of `safecomm next`, asked one at a time in a terminal."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from textwrap import indent

import click

from safecomm import report
from safecomm.cli.project import display_path
from safecomm.codes.codes import code_named
from safecomm.content.content import Content, Language
from safecomm.content.folder import KINDS
from safecomm.content.kept_records import KeptRecords
from safecomm.content.load import load
from safecomm.content.project_language import project_languages
from safecomm.content.yaml_data import Key
from safecomm.diagnostic import ContentError, Severity
from safecomm.editing.acknowledge import acknowledge
from safecomm.editing.answer_field import AnswerField
from safecomm.editing.fields import FieldEdit, edit_fields
from safecomm.editing.new import new_titled
from safecomm.editing.skeleton import explanation
from safecomm.journal import take_back
from safecomm.labels import Labels
from safecomm.messages.texts import INTERFACE
from safecomm.readiness.gather import gather
from safecomm.readiness.progress import progress_of
from safecomm.readiness.questions import Question, questions

MOST_CHOICES = 12
"""Of more, their names would fill the screen: a part of the name is enough."""
END = "."
WIDTH = 80
PLAIN = {"not-filled-in"}
"""What explains itself: the field's own explanation comes when it is asked for."""


class Interview:
    """One run; `later` are the questions that were put off in it."""

    def __init__(self, project: Path, language: Language) -> None:
        self.project, self.language = project, language
        self.says = INTERFACE[language]
        self.labels = Labels(project, language)
        self.later: set[tuple[str, str, Key]] = set()
        self.acts: dict[str, Callable[[Content, Question], None]] = {
            "answer": self.answer,
            "later": self.put_off,
            "acknowledge": self.acknowledge,
            "undo": self.undo,
        }

    def run(self) -> None:
        """Until nothing is open, or the person or the input stops; raises ContentError where the content has errors."""
        with suppress(click.Abort):
            self.ask_all()

    def ask_all(self) -> None:
        self.count()
        while (found := self.first_open()) is not None:
            content, question = found
            self.show(content, question)
            act = self.choose(question)
            if act == "quit":
                return
            self.acts[act](content, question)
        if self.later:
            click.echo(self.says["next-left"].format(number=len(self.later)))

    def first_open(self) -> tuple[Content, Question] | None:
        content = load(self.project, KeptRecords(self.project))
        asked = (question for question in questions(content, self.language) if question.name not in self.later)
        question = next(asked, None)
        return (content, question) if question else None

    def count(self) -> None:
        number = sum(1 for _ in questions(load(self.project, KeptRecords(self.project)), self.language))
        key = {0: "next-none", 1: "next-open-one"}.get(number, "next-open")
        click.echo(self.says[key].format(number=number))

    def show(self, content: Content, question: Question) -> None:
        """Which record it is about, what is asked and why, and what an answer looks like."""
        fault = question.finding.diagnostic
        click.echo("\n" + click.style(" · ".join(self.headings(content, question)), dim=True))
        if fault.code in PLAIN:
            self.show_headline(self.field_label(content, question))
        else:
            self.show_headline(sentence(fault.message(self.language)))
            self.show_reasons(fault.code)
        if question.fields:
            path, line, _ = fault.location
            click.echo(self.says["next-file"].format(file=path, line=line))

    def show_headline(self, text: str) -> None:
        click.echo(click.style(text, bold=True))

    def show_reasons(self, name: str) -> None:
        code = code_named(name)
        click.echo(click.wrap_text(code.why[self.language], width=WIDTH))
        if code.right:
            click.echo(f"{self.says['next-example']}\n{indent(code.right.strip(), '    ')}")

    def field_label(self, content: Content, question: Question) -> str:
        field = AnswerField(content, KINDS[question.kind], question.fields[0], self.labels)
        return self.says["next-empty"].format(field=self.labels.field(field.owner, field.name))

    def headings(self, content: Content, question: Question) -> Iterator[str]:
        """How far its criterion has come, and what the record is called."""
        if question.finding.criterion is not None:
            status = gather(content, self.language)
            criterion = next(found for found in status.criteria if found.id == question.finding.criterion)
            number, answered, asked = progress_of(criterion)
            named = sentence(f"{status.criterion_label.lower()} {number}", end="")
            yield self.says["next-progress"].format(criterion=named, answered=answered, asked=asked)
        yield self.labels.kind(question.kind)
        if question.title:
            yield question.title

    def choose(self, question: Question) -> str:
        """What to do with the question."""
        gap = question.finding.diagnostic.severity is Severity.WARNING
        acts = ["answer", "later", *(["acknowledge"] if gap else []), "undo", "quit"]
        words = {self.says[f"next-{act}"]: act for act in acts}
        first = self.says["next-answer" if question.can_be_answered else "next-later"]
        return words[click.prompt(self.says["next-do"], type=click.Choice(list(words)), default=first)]

    def put_off(self, _content: Content, question: Question) -> None:
        self.later.add(question.name)

    def answer(self, content: Content, question: Question) -> None:
        if question.new_record:
            self.make_record(question)
        elif question.fields:
            self.fill_in(content, question)
        else:
            hint = question.finding.diagnostic.hint(self.language)
            click.echo(self.says["next-not-here"].format(hint=hint))
            self.put_off(content, question)

    def make_record(self, question: Question) -> None:
        title = click.prompt(self.says["next-title"])
        with self.telling():
            titles = {project_languages(self.project)[0]: title}
            made = new_titled(self.project, question.new_record, titles, question.finding.criterion)
            click.echo(self.says["next-made"].format(record=made))

    def fill_in(self, content: Content, question: Question) -> None:
        edits = [edit for key in question.fields for edit in self.ask(content, question, key)]
        if not edits:
            self.put_off(content, question)
            return
        with self.telling():
            self.tell_files("next-wrote", edit_fields(self.project, edits))

    def ask(self, content: Content, question: Question, key: Key) -> Iterator[FieldEdit]:
        """The edits that an answer to one field makes; none where nothing is typed."""
        field = AnswerField(content, KINDS[question.kind], key, self.labels)
        click.echo(click.wrap_text(explanation(field.owner, field.name, self.labels), width=WIDTH))
        self.show_choices(field)
        edit = FieldEdit(question.kind, question.id, key, None, question.language)
        if field.languages:
            given = {language: typed for language in field.languages if (typed := self.type_text(language))}
            yield from [edit._replace(value=dict(given))] if given else []
        elif typed := self.type_prose() if field.is_prose else self.type_text(None):
            yield edit._replace(value=field.parse(typed))

    def show_choices(self, field: AnswerField) -> None:
        if 0 < len(field.choices) <= MOST_CHOICES:
            click.echo(self.says["next-choose"])
            for choice, name in field.choices.items():
                click.echo(f"    {choice}  {name}")
        if field.is_list:
            click.echo(self.says["next-several"])

    def type_text(self, language: Language | None) -> str:
        asked = self.says["next-value"]
        if language and len(project_languages(self.project)) > 1:
            asked = self.labels.language_name(language)
        return str(click.prompt(asked, default="", show_default=False)).strip()

    def type_prose(self) -> str:
        click.echo(self.says["next-prose"])
        lines: list[str] = []
        while (line := str(click.prompt("", default="", show_default=False, prompt_suffix="> "))) != END:
            lines.append(line)
        return "\n".join(lines).strip()

    def acknowledge(self, _content: Content, question: Question) -> None:
        languages = project_languages(self.project)
        reasons = []
        click.echo(self.says["next-reason"])
        for language in languages:
            several = len(languages) > 1
            reasons.append(click.prompt(self.labels.language_name(language) if several else self.says["next-value"]))
        with self.telling():
            finding = question.finding
            self.tell_files("next-wrote", [acknowledge(self.project, finding.diagnostic.code, finding.record, reasons)])

    def undo(self, _content: Content, _question: Question) -> None:
        with self.telling():
            self.tell_files("next-undone", [self.project / path for path in take_back(self.project)])

    def tell_files(self, key: str, files: Iterable[Path]) -> None:
        click.echo(self.says[key].format(files=", ".join(map(display_path, files))))

    @contextmanager
    def telling(self) -> Iterator[None]:
        """What cannot be written is told, and the same question comes again."""
        try:
            yield
        except ContentError as fault:
            click.echo(report.text(fault.diagnostics, self.language), err=True, nl=False)
            click.echo(self.says["next-refused"], err=True)


def sentence(text: str, end: str = ".") -> str:
    return f"{text[:1].upper()}{text[1:]}{end}"
