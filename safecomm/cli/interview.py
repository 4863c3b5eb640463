"""The questions of `safecomm next`, asked one at a time in a terminal."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from textwrap import indent

import click

from safecomm import report
from safecomm.cli.field_prompt import WIDTH, FieldPrompt
from safecomm.cli.project import display_path
from safecomm.codes.codes import code_named
from safecomm.content.content import Content, Language
from safecomm.content.folder import KINDS
from safecomm.content.kept_records import KeptRecords
from safecomm.content.load import load
from safecomm.content.yaml_data import Key, Value
from safecomm.diagnostic import ContentError
from safecomm.editing.acknowledge import acknowledge
from safecomm.editing.answer_field import AnswerField, identify
from safecomm.editing.fields import FieldEdit, edit_fields
from safecomm.editing.new import new_titled
from safecomm.editing.new_translation import new_translations
from safecomm.editing.skeleton import guessed_beside, guesses
from safecomm.journal import take_back
from safecomm.labels import Labels
from safecomm.messages.texts import INTERFACE
from safecomm.readiness.gather import gather
from safecomm.readiness.progress import progress_of
from safecomm.readiness.questions import Question, questions
from safecomm.rules.rule_finding import UNFILLED


class Interview:
    """One run; `later` are the questions that were put off in it."""

    def __init__(self, project: Path, language: Language) -> None:
        self.project, self.language = project, language
        self.says = INTERFACE[language]
        self.labels = Labels(project, language)
        self.prompt = FieldPrompt(project, language, self.labels)
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
        if fault.code == UNFILLED:
            self.show_headline(self.field_label(content, question))
        else:
            self.show_headline(sentence(question.message(self.labels)))
            self.show_reasons(fault.code, with_example=not question.language)
        if question.fields:
            place = fault.location._replace(column=0)
            click.echo(self.says["next-file"].format(place=place))

    def show_headline(self, text: str) -> None:
        click.echo(click.style(text, bold=True))

    def show_reasons(self, name: str, *, with_example: bool) -> None:
        """A text to translate is its own example."""
        code = code_named(name)
        click.echo(click.wrap_text(code.why[self.language], width=WIDTH))
        if code.right and with_example:
            click.echo(f"{self.says['next-example']}\n{indent(code.right.strip(), '    ')}")

    def field_label(self, content: Content, question: Question) -> str:
        field = AnswerField(content, KINDS[question.kind], question.fields[0], self.labels)
        return self.says["next-empty"].format(field=field.label)

    def headings(self, content: Content, question: Question) -> Iterator[str]:
        """How far its criterion has come, and what the record is called."""
        is_criterion = question.kind == "criteria"
        if id_ := question.finding.criterion or (question.id if is_criterion else None):
            status = gather(content, self.language)
            number, answered, asked = progress_of(next(found for found in status.criteria if found.id == id_))
            named = sentence(f"{status.criterion_label.lower()} {number}", end="")
            yield self.says["next-progress"].format(criterion=named, answered=answered, asked=asked)
        if not is_criterion:
            yield self.labels.kind(question.kind)
        if question.title:
            yield question.title
        if question.language:
            yield self.labels.language_name(question.language)

    def choose(self, question: Question) -> str:
        """What to do with the question."""
        acts = ["answer", "later", *(["acknowledge"] if question.finding.may_stand else []), "undo", "quit"]
        words = {self.says[f"next-{act}"]: act for act in acts}
        first = self.says["next-answer" if question.can_be_answered else "next-later"]
        return words[click.prompt(self.says["next-do"], type=click.Choice(list(words)), default=first)]

    def put_off(self, _content: Content, question: Question) -> None:
        self.later.add(question.name)

    def leave(self, content: Content, question: Question) -> None:
        click.echo(self.says["next-nothing"])
        self.put_off(content, question)

    def answer(self, content: Content, question: Question) -> None:
        if question.new_record:
            self.make_record(content, question)
        elif question.begins_translation:
            self.begin_translation(question)
        elif question.fields:
            self.fill_in(content, question)
        else:
            hint = question.finding.diagnostic.hint(self.language)
            click.echo(self.says["next-not-here"].format(hint=hint))
            self.put_off(content, question)

    def make_record(self, content: Content, question: Question) -> None:
        """A new one; or one that is there, where it can answer this question, too."""
        known = question.known(content, self.language)
        self.prompt.tell_title(question.new_record)
        self.prompt.show_choices(known)
        typed = self.prompt.type_text(self.says["next-title-or" if known else "next-title"])
        named = [known, *(question.known(content, language) for language in content.languages)]
        if (id_ := identify(named, typed, by_part=False)) in known:
            listed = question.listed_by(content, id_)
            self.write([FieldEdit(question.new_record, id_, (question.named_in,), listed)])
        elif typed and (given := self.ask_needed(content, question)) is not None:
            with self.telling():
                made = new_titled(self.project, question.new_record, {content.source: typed}, given)
                click.echo(self.says["next-made"].format(record=made))
        else:
            self.leave(content, question)

    def ask_needed(self, content: Content, question: Question) -> Mapping[Key, Value] | None:
        """What a new record says from the first, for nobody is to guess it; None where it is not answered."""
        given = dict(question.given())
        for name in guesses(KINDS[question.new_record]):
            if (name,) not in given:
                value = self.prompt.ask(content, question.new_record, (name,))
                if value is None:
                    return None
                given[name,] = value
        return given

    def begin_translation(self, question: Question) -> None:
        with self.telling():
            files = new_translations(self.project, question.finding.record)
            click.echo(self.says["next-made"].format(record=", ".join(map(display_path, files))))

    def fill_in(self, content: Content, question: Question) -> None:
        """Whoever stops in the midst of several fields keeps those that are answered."""
        edits: list[FieldEdit] = []
        try:
            for key in (*question.fields, *guessed(question)):
                edits += self.ask(content, question, key)
        except click.Abort:
            self.write(edits)
            raise
        if not edits or self.write(edits) == []:
            self.leave(content, question)

    def write(self, edits: Sequence[FieldEdit]) -> Sequence[Path] | None:
        """In which files; in none where the same stands there already, None where it cannot be."""
        with self.telling():
            files = edit_fields(self.project, edits)
            if files:
                self.tell_files("next-wrote", files)
            return files
        return None

    def ask(self, content: Content, question: Question, key: Key) -> Iterator[FieldEdit]:
        """The edit that an answer to one field makes; none where nothing is typed."""
        if question.language:
            self.prompt.show_original(content, question.language, question.kind, question.id, key)
        kept = ""
        if key not in question.fields:
            kept = str(getattr(content.records[content.source].kinds[question.kind][question.id], str(key[0])))
        if value := self.prompt.ask(content, question.kind, key, kept):
            yield FieldEdit(question.kind, question.id, key, value, question.file_language(key))

    def acknowledge(self, content: Content, question: Question) -> None:
        click.echo(self.says["next-reason"])
        reasons, finding = self.prompt.type_texts(), question.finding
        if len(reasons) < len(content.languages):
            self.leave(content, question)
            return
        with self.telling():
            code, given = finding.diagnostic.code, list(reasons.values())
            self.tell_files("next-wrote", [acknowledge(self.project, code, finding.record, given)])

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


def guessed(question: Question) -> list[Key]:
    """What stands in a record that nobody has named yet because something has to: who names it confirms that."""
    names = guessed_beside(KINDS[question.kind], str(question.fields[0][0])) if question.is_unfilled else ()
    return [(name,) for name in names]


def sentence(text: str, end: str = ".") -> str:
    return f"{text[:1].upper()}{text[1:]}{end}"
