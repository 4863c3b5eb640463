"""Diagnostics for programs: JSON, annotations of a code host, and SARIF 2.1.0, which hosts and editors read."""

import json
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from safecomm import __version__
from safecomm.codes.codes import code_named, explain, headline
from safecomm.diagnostic import Diagnostic, Location, Severity
from safecomm.report.terminal_text import visible

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""As code hosts name them."""
STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Of what JSON may hold as it is."""
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(diagnostics: Iterable[Diagnostic], language: str) -> str:
    """A list of objects; `line` and `column` count from 1, 0 where the whole file or line is meant."""
    return to_json([as_object(diagnostic, language) for diagnostic in diagnostics])


def to_json(value: object) -> str:
    """As all commands write it: what would steer a terminal that shows it, or turn its lines, is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


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
        **({"record": diagnostic.record} if diagnostic.record else {}),
    }


def github(diagnostics: Iterable[Diagnostic], language: str) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    return "".join(f"{annotation(diagnostic, language)}\n" for diagnostic in diagnostics)


def annotation(diagnostic: Diagnostic, language: str) -> str:
    path, line, column = diagnostic.location
    place = f"file={escape_property(path)},line={line or 1},col={column or 1},title={diagnostic.code}"
    said = f"{escape_property(diagnostic.message(language))} ({escape_property(diagnostic.hint(language))})"
    return f"::{LEVELS[diagnostic.severity]} {place}::{said}"


def escape_property(value: str) -> str:
    """As workflow commands want it, in a log that people read."""
    value = visible(value)
    for character, code in (("%", "%25"), (":", "%3A"), (",", "%2C")):
        value = value.replace(character, code)
    return value


def sarif(diagnostics: Sequence[Diagnostic], language: str) -> str:
    """A log with one run and a rule for each code that was reported."""
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    driver = {
        "name": "safecomm",
        "version": __version__,
        "rules": [rule(code, language) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [result(diagnostic, codes.index(diagnostic.code), language) for diagnostic in diagnostics],
    }
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def rule(name: str, language: str) -> dict[str, Any]:
    code = code_named(name)
    return {
        "id": name,
        "shortDescription": {"text": headline(name, language)},
        "fullDescription": {"text": code.why[language]},
        "help": {"text": explain(name, language)},
        "defaultConfiguration": {"level": code.severity},
    }


def result(diagnostic: Diagnostic, index: int, language: str) -> dict[str, Any]:
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": diagnostic.severity,
        "message": {"text": f"{diagnostic.message(language)} ({diagnostic.hint(language)})"},
        "locations": [{"physicalLocation": place(diagnostic.location)}],
    }


def place(location: Location) -> dict[str, Any]:
    """A path relative to the project, or a whole one for what lies outside it; no region for a whole file."""
    path = Path(location.path)
    uri = path.as_uri() if path.is_absolute() else quote(os.fsencode(location.path))
    region = {"startLine": location.line, "startColumn": location.column}
    known = {key: number for key, number in region.items() if number}
    return {"artifactLocation": {"uri": uri}} | ({"region": known} if known else {})
