"""A record that nobody has filled in yet, as the text of its file: valid, with a comment over each field."""

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap
from typing import NamedTuple, get_origin

from safecomm.content.content import Language
from safecomm.content.field_types import (
    SELDOM,
    LocalizedText,
    Period,
    Record,
    choices_of,
    field_types,
    inner_record,
    prose_fields,
    reference_fields,
)
from safecomm.content.folder import KINDS
from safecomm.content.markdown_parts import DEFAULT, FENCE
from safecomm.content.placeholder import DATE, PERIOD
from safecomm.content.validate import ROWS
from safecomm.editing.schema import description_of
from safecomm.editing.schema_files import comment
from safecomm.labels import Labels
from safecomm.messages.texts import record_texts

WIDTH = 110
Values = Mapping[str, str]
"""What is known of a record, by field, as it is to stand in the file."""

NOT_AT_FIRST = (ROWS, "one_language")
"""The CSV's, and what nobody knows of a text that is still to be written."""


class NewLabels(NamedTuple):
    """What a new record of a project in the `languages` is written with: placeholders in that of the source."""

    comments: Labels
    texts: Labels
    languages: Sequence[Language]


def new_labels(project: Path, languages: Sequence[Language], spoken: Language) -> NewLabels:
    """`spoken` is the language of the messages."""
    return NewLabels(Labels(project, spoken), Labels(project, languages[0]), languages)


def markdown_file(kind: str, values: Values, labels: NewLabels, notes: Iterable[str] = ()) -> str:
    """The whole file of a record: references and numbers that it needs are among `values`, `notes` are comments."""
    model = KINDS[kind]
    noted = (f"# {note}".rstrip() for note in notes)
    lines = [FENCE, comment(kind), *fields(model, values, labels), *noted, FENCE, "", *body(model, labels)]
    return "\n".join(lines).rstrip("\n") + "\n"


def table_file(kind: str, labels: NewLabels) -> str:
    """The YAML file of statistics, whose figures stand in a CSV beside it."""
    return "\n".join([comment(kind), *fields(KINDS[kind], {}, labels)]) + "\n"


def entry(kind: str, id_: str, labels: NewLabels) -> str:
    """A record in a file that holds many."""
    return "\n".join([f"{id_}:", *("  " + line for line in fields(KINDS[kind], {}, labels))]) + "\n"


def front_fields(model: type[Record]) -> list[str]:
    """The fields that a new file begins with."""
    return [name for name in at_first(model) if name not in prose_fields(model)]


def at_first(model: type[Record]) -> list[str]:
    """The fields and texts that a new record shows."""
    fields = model.model_fields.items()
    return [name for name, info in fields if name not in NOT_AT_FIRST and SELDOM not in info.metadata]


def fields(model: type[Record], values: Values, labels: NewLabels) -> Iterator[str]:
    languages = labels.languages
    for name in [name for name in model.model_fields if name in front_fields(model) or name in values]:
        info = model.model_fields[name]
        yield from (
            f"# {line}" for line in wrap(explanation(model, name, labels.comments), WIDTH, break_on_hyphens=False)
        )
        needed = placeholder(model, name, labels) if info.is_required() else ""
        if needed and LocalizedText in field_types(model, name) and len(languages) > 1:
            yield from (f"{name}:", f"  {languages[0]}: {needed}", *(f"  {language}:" for language in languages[1:]))
        else:
            yield f"{name}: {values.get(name) or needed}".rstrip()


def explanation(model: type[Record], name: str, labels: Labels) -> str:
    """What the field is for and how it is written."""
    types, hints = field_types(model, name), record_texts(labels.language)["hints"]
    said = [f"{labels.field(model, name)}: {description_of(model, name, labels.language)}"]
    reference = reference_fields(model).get(name)
    if reference and not reference.beside:
        said.append(hints["id-council" if reference.council else "id"])
    if bool in types:
        said.append(hints["yes"])
    if choices := choices_of(model, name):
        said.append(hints["choose"].format(values=", ".join(choices)))
    several, inner = any(get_origin(part) is tuple for part in types), inner_record(model, name)
    if inner and not model.model_fields[name].is_required():
        said.append(hints["inside-each" if several else "inside"].format(fields=", ".join(inner.model_fields)))
    elif several:
        said.append(hints["several"])
    if name in guesses(model):
        said.append(hints["guessed"])
    return " ".join(said)


def placeholder(model: type[Record], name: str, labels: NewLabels) -> str:
    """Something valid that `check` reports; of a closed list its first, which the comment over it asks to check."""
    types = field_types(model, name)
    if choices := choices_of(model, name):
        return choices[0]
    if datetime.date in types:
        return DATE.isoformat()
    if Period in types:
        return str(PERIOD.start)
    return labels.texts.placeholder(model, name)


def body(model: type[Record], labels: NewLabels) -> Iterator[str]:
    """A heading for every text; those that the record needs have a placeholder below it."""
    for name in (name for name in prose_fields(model) if name in at_first(model)):
        if name != DEFAULT:
            yield from (f"# {name}", "")
        if model.model_fields[name].is_required():
            comments, texts = labels.comments, labels.texts
            # A draft prints it, so that it stands in the language of the text or nowhere.
            same = comments.language == texts.language
            description = f": {description_of(model, name, comments.language)}" if same else ""
            yield from (f"{texts.placeholder(model, name)}{description}", "")


def guesses(model: type[Record]) -> list[str]:
    """The required fields that hold one of several values, whatever the editor wants there."""
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    return [name for name in required if name in reference_fields(model) or choices_of(model, name)]


def guessed_beside(model: type[Record], name: str) -> list[str]:
    """What is to be checked where the field is filled in: its first says that the record is new."""
    return guesses(model) if name == front_fields(model)[0] else []


def as_yaml(text: str) -> str:
    """A text as YAML, whatever characters it has."""
    return json.dumps(text, ensure_ascii=False)
