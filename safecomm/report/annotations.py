"""Diagnostics as JSON and as annotations of a code host."""

import json
from collections.abc import Iterable

from safecomm.diagnostic import Diagnostic, Severity


def as_json(diagnostics: Iterable[Diagnostic], language: str) -> str:
    """A list of objects; `line` and `column` count from 1, 0 where the whole file or line is meant."""
    return to_json([as_object(diagnostic, language) for diagnostic in diagnostics])


def to_json(value: object) -> str:
    """As all commands write it."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_object(diagnostic: Diagnostic, language: str) -> dict[str, str | int]:
    """The one form of a problem in JSON."""
    return {
        "path": diagnostic.location.path,
        "line": diagnostic.location.line,
        "column": diagnostic.location.column,
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": diagnostic.message(language),
        "hint": diagnostic.hint(language),
    }


LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(diagnostics: Iterable[Diagnostic], language: str) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    return "".join(f"{annotation(diagnostic, language)}\n" for diagnostic in diagnostics)


def annotation(diagnostic: Diagnostic, language: str) -> str:
    path, line, column = diagnostic.location
    place = f"file={escape(path)},line={line or 1},col={column or 1},title={diagnostic.code}"
    said = f"{escape(diagnostic.message(language))} ({escape(diagnostic.hint(language))})"
    return f"::{LEVELS[diagnostic.severity]} {place}::{said}"


def escape(value: str) -> str:
    """As workflow commands want it."""
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        value = value.replace(character, code)
    return value
