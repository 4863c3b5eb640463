"""A record that nobody has filled in yet, as the text of its file: valid, with a comment over each field."""

import datetime
import json
from collections.abc import Iterator, Mapping
from enum import Enum
from textwrap import wrap
from typing import Any, get_origin

from safecomm.content.fields import Period, Record, prose_fields, reference_fields, types_in
from safecomm.content.folder import KINDS
from safecomm.content.front_matter import FENCE
from safecomm.content.placeholder import DATE, PERIOD, TEXT
from safecomm.content.record_files import ROWS
from safecomm.content.sections import DEFAULT
from safecomm.editing.schema import described
from safecomm.editing.schema_files import comment

WIDTH = 110
Values = Mapping[str, str]
"""What is known of a record, by field, as it is to stand in the file."""

NOT_AT_FIRST = (ROWS, "one_language", "acknowledged")
"""The CSV's, and what nobody knows of a text that is still to be written."""


def markdown_file(kind: str, values: Values) -> str:
    """The whole file of a record; references and numbers that it needs are among `values`."""
    model = KINDS[kind]
    lines = [FENCE, comment(kind), *fields(model, values), FENCE, "", *body(model)]
    return "\n".join(lines).rstrip("\n") + "\n"


def entry(kind: str, id_: str) -> str:
    """A record in a file that holds many."""
    return "\n".join([f"{id_}:", *("  " + line for line in fields(KINDS[kind], {}))]) + "\n"


def front(model: type[Record]) -> list[str]:
    """The fields that a new file begins with."""
    return [name for name in model.model_fields if name not in {*prose_fields(model), *NOT_AT_FIRST}]


def fields(model: type[Record], values: Values) -> Iterator[str]:
    for name in front(model):
        info = model.model_fields[name]
        yield from (f"# {line}" for line in wrap(explained(model, name), WIDTH, break_on_hyphens=False))
        needed = placeholder(model, name) if info.is_required() else ""
        if needed and record_in(kinds(model, name)):
            yield from (f"{name}:", f"  sv: {needed}", "  en:")
        else:
            yield f"{name}: {values.get(name) or needed}".rstrip()


def explained(model: type[Record], name: str) -> str:
    """What the field is for and how it is written."""
    found, text = kinds(model, name), described(model, name)
    said = [f"{text.title}: {text.description}"]
    if choices := choices_in(found):
        said.append(f"Välj bland {', '.join(choices)}.")
    several, inner = any(get_origin(kind) is tuple for kind in found), record_in(found)
    if inner and not model.model_fields[name].is_required():
        dash = ", vart och ett med ett streck först" if several else ""
        said.append(f"Skrivs indraget på raderna under{dash}: {', '.join(inner.model_fields)}.")
    elif several:
        said.append("Flera skrivs [a, b].")
    return " ".join(said)


def placeholder(model: type[Record], name: str) -> str:
    """Something valid that `check` reports; of a closed list its first, which the record's first text asks to check."""
    found = kinds(model, name)
    if choices := choices_in(found):
        return choices[0]
    if datetime.date in found:
        return DATE.isoformat()
    if Period in found:
        return str(PERIOD.start)
    check = ", ".join(guesses(model)) if name == front(model)[0] else ""
    return missing(described(model, name).title) + (f" (kontrollera även {check})" if check else "")


def missing(title: str) -> str:
    return f"{TEXT} {title[0].lower()}{title[1:]}"


def body(model: type[Record]) -> Iterator[str]:
    """A heading for every text; those that the record needs have a placeholder below it."""
    for name in prose_fields(model):
        text = described(model, name)
        if name != DEFAULT:
            yield from (f"# {name}", "")
        if model.model_fields[name].is_required():
            yield from (f"{missing(text.title)}: {text.description}", "")


def guesses(model: type[Record]) -> list[str]:
    """The required fields that hold one of several values, whatever the editor wants there."""
    required = [name for name, info in model.model_fields.items() if info.is_required()]
    return [name for name in required if name in reference_fields(model) or choices_in(kinds(model, name))]


def kinds(model: type[Record], name: str) -> list[Any]:
    return list(types_in(model.model_fields[name].annotation))


def choices_in(found: list[Any]) -> list[str]:
    return [each.value for kind in found if isinstance(kind, type) and issubclass(kind, Enum) for each in kind]


def record_in(found: list[Any]) -> type[Record] | None:
    inner = (kind for kind in found if isinstance(kind, type) and issubclass(kind, Record) and kind is not Period)
    return next(inner, None)


def quoted(text: str) -> str:
    """A text as YAML, whatever characters it has."""
    return json.dumps(text, ensure_ascii=False)
