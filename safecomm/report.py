"""Diagnostics as text for a person, as JSON, and as annotations of a code host."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from safecomm.diagnostic import Diagnostic, Severity
from safecomm.messages.interface import INTERFACE


def text(diagnostics: Iterable[Diagnostic], language: str) -> str:
    """A line for each problem and an indented one for what to do about it."""
    says = INTERFACE[language]
    return "".join(
        f"{each.location}: {says[each.severity]}: {each.message(language)} [{each.code}]\n"
        f"    {says['hint']}: {each.hint(language)}\n"
        for each in diagnostics
    )


def as_json(diagnostics: Iterable[Diagnostic], language: str) -> str:
    """A list of objects; `line` and `column` count from 1, 0 where the whole file or line is meant."""
    return json.dumps([row(each, language) for each in diagnostics], ensure_ascii=False, indent=2) + "\n"


def row(each: Diagnostic, language: str) -> dict[str, str | int]:
    return {
        "path": each.location.path,
        "line": each.location.line,
        "column": each.location.column,
        "severity": each.severity,
        "code": each.code,
        "message": each.message(language),
        "hint": each.hint(language),
    }


LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(diagnostics: Iterable[Diagnostic], language: str) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    return "".join(
        f"::{LEVELS[each.severity]} file={escaped(each.location.path)},line={each.location.line or 1},"
        f"col={each.location.column or 1},title={each.code}"
        f"::{escaped(each.message(language))} ({escaped(each.hint(language))})\n"
        for each in diagnostics
    )


def escaped(value: str) -> str:
    """As workflow commands want it."""
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        value = value.replace(character, code)
    return value


FORMATS = {"text": text, "json": as_json, "github": github}


def counted(diagnostics: Sequence[Diagnostic], language: str) -> str:
    """How many errors and gaps there are."""
    severities = Counter(each.severity for each in diagnostics)
    return ", ".join(number(severities[each], each, language) for each in Severity if each in severities) or clean(
        language
    )


def number(count: int, severity: Severity, language: str) -> str:
    return f"{count} {INTERFACE[language][severity if count == 1 else f'{severity}s']}"


def clean(language: str) -> str:
    return INTERFACE[language]["clean"]


def gaps(diagnostics: Sequence[Diagnostic], language: str) -> str:
    """The gaps in one line, by code."""
    if not diagnostics:
        return clean(language)
    codes = ", ".join(f"{code} {count}" for code, count in sorted(Counter(each.code for each in diagnostics).items()))
    return f"{counted(diagnostics, language)}: {codes}\n{INTERFACE[language]['gaps-more']}"
