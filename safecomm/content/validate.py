"""Plain data to a record, or to diagnostics in the editor's words."""

import re
from collections.abc import Sequence
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from safecomm.content.field_types import Record, inner_record, prose_fields, record_fields
from safecomm.content.yaml_data import Data, Key
from safecomm.diagnostic import Diagnostic, brief, nearest_name, problem

R = TypeVar("R", bound=Record)

ROWS = "rows"
"""The field of statistics that comes from its CSV."""

CODES = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "enum": "unknown-value",
    "string_type": "not-text",
    "string_too_short": "empty-value",
    "too_short": "empty-value",
    "string_pattern_mismatch": "line-break",
    "int_parsing": "not-a-whole-number",
    "int_parsing_size": "not-a-whole-number",
    "int_type": "not-a-whole-number",
    "greater_than_equal": "number-negative",
    "number": "not-a-number",
    "ambiguous": "number-ambiguous",
    "missing_number": "number-missing",
    "year": "not-a-year",
    "bool_parsing": "not-true-or-false",
    "bool_type": "not-true-or-false",
    "date": "not-a-date",
    "period": "not-a-period",
    "open_period": "not-an-open-period",
    "date_or_year": "not-a-date-or-year",
    "one_of": "not-one-of",
    "figure_status": "figure-status",
    "figure_limits": "figure-limits",
    "followup_reason": "followup-without-reason",
    "within": "within-of-no-age",
    "tuple_type": "not-a-list",
    "dict_type": "not-a-mapping",
    "model_type": "not-a-mapping",
    "is_instance_of": "text-in-front-matter",
}
"""Pydantic's error types (which are stable; its texts are not) and the codes that say the same to an editor."""

NOT_TEXT = {"unknown-value", "text-in-front-matter"}
"""What is said of a value that is no text at all, and in a file of many records of a text that is none."""

OWN = {"number", "ambiguous", "one_of", "figure_status"}
"""Errors of our own that say what could be written instead."""


def validate(
    model: type[R], value: object, data: Data, languages: Sequence[str], at: Key = ()
) -> tuple[R | None, list[Diagnostic]]:
    """The record that `value` makes, or what is wrong; `at` is where in `data` the value stands."""
    try:
        return model.model_validate(value, context={"languages": languages}), []
    except ValidationError as fault:
        errors = fault.errors(include_url=False)
        return None, without_misspelt([to_diagnostic(model, error, value, data, languages, at) for error in errors])


def without_misspelt(problems: list[Diagnostic]) -> list[Diagnostic]:
    """Without the fields that are missing because their key is misspelt."""
    meant = {(fault.values["group"], fault.nearest) for fault in problems if fault.code == "unknown-key"}
    missing = ("missing-key", "missing-text")
    return [
        fault
        for fault in problems
        if fault.code not in missing or (fault.values["group"], fault.values["last"]) not in meant
    ]


def to_diagnostic(
    model: type[Record], error: ErrorDetails, whole: object, data: Data, languages: Sequence[str], at: Key
) -> Diagnostic:
    key, misspelt = error["loc"], error["loc"][-1:] == ("[key]",)
    key = key[:-1] if misspelt else key
    place = data.place((*at, *key))
    if not key and error["type"] != "one_of":
        return problem("not-a-mapping", place, key=str(at[-1]) if at else "", fields=", ".join(model.model_fields))
    owner, name = model_at(model, key[:-1]), field_name(key)
    code, allowed = "unknown-key" if misspelt else CODES.get(error["type"], "wrong-value"), allowed_values(error)
    value = quote_value(value_at(whole, key))
    if code == "unknown-key":
        place = data.keys.get((*at, *key), place)
        allowed = allowed or list(owner.model_fields if owner else languages)
    elif code == "missing-key" and owner and key[-1] in prose_fields(owner) and not at:
        code = "missing-text"
    elif code in NOT_TEXT and (at or code == "unknown-value") and not isinstance(value_at(whole, key), str):
        code = "not-text"
    elif code == "not-a-list" and owner and inner_record(owner, str(key[-1])):
        code = "not-a-list-of-records"
    details = dict(error.get("ctx", {})) if error["type"] in OWN else {}
    meant = details.pop("nearest", None) or nearest_name(str(key[-1]) if code == "unknown-key" else value, allowed)
    last = next((part for part in reversed(key) if isinstance(part, str)), "")
    inside = model_at(model, key)
    return problem(
        code,
        place,
        nearest=meant,
        key=name,
        last=last,
        value=value,
        **{"allowed": ", ".join(allowed), **details},
        fields=", ".join(inside.model_fields if inside else languages),
        group=data.place((*at, *key[:-1])),
    )


def field_name(key: Key) -> str:
    """A field as an editor would call it: the line says which of several it is, and in a CSV the row is a line."""
    names = [part for part in key if isinstance(part, str)]
    return ".".join(names[1:] if names[0] == ROWS and len(names) > 1 else names)


def allowed_values(error: ErrorDetails) -> list[str]:
    """The values that Pydantic expected of a vocabulary."""
    return re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))


def model_at(model: type[Record], key: Key) -> type[Record] | None:
    """The record type that the value at `key` is validated by, if it is one."""
    owner: type[Record] | None = model
    for part in key:
        if owner and isinstance(part, str) and part in owner.model_fields:
            owner = record_fields(owner).get(part)
    return owner


def value_at(whole: object, key: Key) -> object:
    """What the editor wrote at `key`: Pydantic tells what it made of it on the way. Nothing where nothing stands."""
    for part in key:
        if isinstance(whole, dict):
            whole = whole.get(part, "")
        elif isinstance(whole, list) and isinstance(part, int):
            whole = whole[part]
    return whole


def quote_value(value: object) -> str:
    """A value as a message may quote it: short, on one line, and without a word of Python."""
    if isinstance(value, list):
        return ", ".join(map(quote_value, value))
    return brief(value) if isinstance(value, str) else "…"
