"""The field reference of docs/content.md is what the records are; `pytest --update` writes it anew."""

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, get_args, get_origin

from safecomm.content.field_types import (
    LocalizedText,
    OpenPeriod,
    Period,
    Record,
    closed_list,
    inner_record,
    prose_fields,
    reference_fields,
    translated_fields,
)
from safecomm.content.folder import KINDS
from safecomm.content.validate import ROWS
from safecomm.editing.schema import description_of
from safecomm.messages.texts import record_texts
from safecomm.record_kinds import RECORD_KINDS
from tests.conftest import Golden
from tests.test_docs import DOCS

HEADING = "## Every field\n"
INTRODUCTION = """
Written from the records by `pytest tests/test_field_reference.py --update`. What is required has a star. “Translated”
is what a translation file may hold, “text in each language” may be `{sv: …, en: …}`, `a.b` is a field `b` in `a`.
"""
SINGLE_VALUES = {
    str: "text",
    int: "whole number",
    bool: "true or false",
    Decimal: "number",
    datetime.date: "date",
    datetime.date | int: "date or year",
    Period: "year or years",
    OpenPeriod: "year or years, open at the end",
    LocalizedText: "text in each language",
}


def test_the_field_reference_is_that_of_the_records(golden: Golden) -> None:
    file = DOCS / "content.md"
    written = file.read_text(encoding="utf-8").partition(HEADING)[0]
    kinds = "".join(kind_section(name) for name in RECORD_KINDS)
    golden(file, f"{written}{HEADING}{INTRODUCTION}{kinds}")


def test_every_field_is_explained() -> None:
    assert [row for name in KINDS for row in rows(KINDS[name]) if row[2] == ""] == []


def kind_section(name: str) -> str:
    about = record_texts("en")["kinds"][name]
    lines = "".join(f"| {' | '.join(row)} |\n" for row in rows(KINDS[name]))
    return f"\n### {name}\n\n{about}\n\n| field | holds | for |\n|---|---|---|\n{lines}"


def rows(model: type[Record], inside: str = "") -> Iterator[tuple[str, str, str]]:
    """Of every field its name, what it holds and what it is for; those of a record inside of it follow."""
    for name, info in model.model_fields.items():
        inner = inner_record(model, name)
        if name == ROWS:
            continue
        star = "*" if info.is_required() else ""
        text = description_of(model, name, "en")
        yield f"`{inside}{name}`{star}", holds(model, name), text
        if inner and not issubclass(inner, OpenPeriod):
            yield from rows(inner, f"{inside}{name}.")


def holds(model: type[Record], name: str) -> str:
    if name in prose_fields(model):
        return f"prose below `# {name}`, translated"
    kind = type_of(model.model_fields[name].annotation, model, name)
    return f"{kind}, translated" if name in translated_fields(model) else kind


def type_of(annotation: Any, model: type[Record], name: str) -> str:
    reference = reference_fields(model).get(name)
    if annotation in SINGLE_VALUES:
        return id_of(reference) if reference else SINGLE_VALUES[annotation]
    if values := closed_list(annotation):
        return choices(values)
    parts = [part for part in get_args(annotation) if part not in (type(None), ...)]
    if get_origin(annotation) is tuple:
        return f"list of {type_of(parts[0], model, name)}"
    if get_origin(annotation) is dict:
        keys = "id" if parts[0] is str else type_of(parts[0], model, name)
        return f"by {keys}: {type_of(parts[-1], model, name)}"
    if parts:
        return type_of(parts[0], model, name)
    return "fields of its own"


def id_of(reference: Any) -> str:
    if reference.beside:
        return f"{choices(closed_list(reference.beside))}, or an id of {reference.kind}"
    return f"id of {reference.kind}{', or `council`' if reference.council else ''}"


def choices(values: Iterable[str]) -> str:
    return ", ".join(f"`{value}`" for value in values)
