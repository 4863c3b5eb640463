"""A field asked for in a terminal: what it is for, what may be typed, and the value that the answer is."""

from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from textwrap import indent

import click

from safecomm.cli.agreement import agrees
from safecomm.content.content import Content, Language
from safecomm.content.folder import KINDS
from safecomm.content.project_language import project_languages
from safecomm.content.yaml_data import Key, Value
from safecomm.diagnostic import brief
from safecomm.editing.answer_field import AnswerField
from safecomm.editing.new import new_titled
from safecomm.editing.schema import description_of
from safecomm.forms.translatable import translatable
from safecomm.labels import Labels
from safecomm.messages.texts import INTERFACE
from safecomm.record_kinds import RECORD_KINDS

MOST_CHOICES = 12
"""Of more, a line for each would fill the screen: a closed list's names stand one after the other, and of records a
part of the name is enough.
"""
INDENT = " " * 4
ORGANISATIONS = "organisations"
"""What nearly every record refers to: an answer may name one that is not there yet."""
END = "."
WIDTH = 80


class FieldPrompt:
    """Nothing typed is no answer, and None."""

    def __init__(self, project: Path, language: Language, labels: Labels) -> None:
        self.project, self.language, self.says, self.labels = project, language, INTERFACE[language], labels
        self.languages = project_languages(project)

    def ask(self, content: Content, kind: str, key: Key, kept: str = "") -> Value:
        """What is `kept` when nothing is typed is shown."""
        field = AnswerField(content, KINDS[kind], key, self.labels)
        self.tell(field.label, description_of(field.owner, field.name, self.language))
        self.show_choices(field.choices, is_closed=field.reference is None)
        if field.is_list:
            click.echo(self.says["next-several"])
        if field.languages:
            return {**self.type_texts()} or None
        if field.is_prose:
            return self.type_prose() or None
        value = field.parse(without_marks(self.type_text(self.says["next-value"], kept))) or None
        if value and field.reference and field.reference.kind == ORGANISATIONS:
            return self.with_new_organisations(content, field, value)
        return value

    def tell_title(self, kind: str) -> None:
        """What a new record of the kind is to be called."""
        self.tell(self.labels.kind(kind), description_of(KINDS[kind], RECORD_KINDS[kind].title, self.language))

    def tell(self, label: str, description: str) -> None:
        click.echo(click.wrap_text(f"{label}: {description}", width=WIDTH))

    def with_new_organisations(self, content: Content, field: AnswerField, value: Value) -> Value:
        """The answer with the ids of those that are not there yet and that the person wants to come."""
        made = {name: self.make_organisation(content, name) for name in field.unknown(value)}
        if isinstance(value, list):
            return [made.get(part, part) if isinstance(part, str) else part for part in value]
        return made.get(str(value), value)

    def make_organisation(self, content: Content, name: str) -> str:
        """Its id; the name itself where there is to be none."""
        if not agrees(self.says["next-organisation"].format(name=brief(name)), self.language):
            return name
        kind = self.ask(content, ORGANISATIONS, ("kind",))
        return new_titled(self.project, ORGANISATIONS, {self.languages[0]: name}, {("kind",): kind}) if kind else name

    def show_original(self, content: Content, language: Language, kind: str, id_: str, key: Key) -> None:
        """What is to be translated, as it is written."""
        texts = (record.texts for record in translatable(content, language) if record[:2] == (kind, id_))
        for text in chain.from_iterable(texts):
            if key in (text.key, (*text.key, language)):
                click.echo(f"{self.says['next-original']}\n{indent(text.original, '    ')}")

    def show_choices(self, choices: Mapping[str, str], *, is_closed: bool = False) -> None:
        if 0 < len(choices) <= MOST_CHOICES:
            click.echo(self.says["next-choose"])
            for choice, name in choices.items():
                click.echo(f"{INDENT}{choice}  {name}")
        elif is_closed and choices:
            click.echo(self.says["next-choose"])
            click.echo(click.wrap_text(", ".join(choices.values()), WIDTH, INDENT, INDENT))

    def type_texts(self) -> dict[Language, str]:
        """A text in each of the project's languages in which one is typed."""
        typed_in = {language: self.type_text(self.name_of(language)) for language in self.languages}
        return {language: typed for language, typed in typed_in.items() if typed}

    def name_of(self, language: Language) -> str:
        """What a text is asked for with."""
        return self.labels.language_name(language) if len(self.languages) > 1 else self.says["next-value"]

    def type_text(self, asked: str, kept: str = "") -> str:
        return str(click.prompt(asked, default=kept, show_default=bool(kept))).strip()

    def type_prose(self) -> str:
        click.echo(self.says["next-prose"])
        lines: list[str] = []
        while (line := str(click.prompt("", default="", show_default=False, prompt_suffix="> "))) != END:
            lines.append(line)
        return "\n".join(lines).strip()


def without_marks(typed: str) -> str:
    """What stands in the quotation marks that a value has in its file, where somebody types them, too."""
    inside = typed.strip()[1:-1]
    return inside if typed.strip() == f'"{inside}"' and '"' not in inside else typed
