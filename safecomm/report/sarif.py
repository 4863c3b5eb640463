"""Diagnostics as SARIF 2.1.0, which code hosts and editors read."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from safecomm import __version__
from safecomm.codes.codes import code_named, explain, headline
from safecomm.diagnostic import Diagnostic, Location
from safecomm.report.annotations import to_json

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


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
