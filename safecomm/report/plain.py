"""Diagnostics as text for a person, in a file or a pipe or, with their lines and in colours, on a terminal."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from safecomm.diagnostic import Diagnostic, Severity
from safecomm.messages.interface import INTERFACE
from safecomm.report.excerpt import Lines, excerpt
from safecomm.report.visible import visible

BOLD, RED, GREEN, YELLOW, CYAN = 1, 31, 32, 33, 36
COLOURS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.NOTE: GREEN}


class Terminal(NamedTuple):
    """Where a person reads: the lines of the files in `project` are shown too."""

    project: Path
    width: int
    colour: bool


def text(diagnostics: Iterable[Diagnostic], language: str, terminal: Terminal | None = None) -> str:
    """A line for each problem and an indented one for what to do about it."""
    if terminal is None:
        return "".join(entry(each, language, False, []) for each in diagnostics)
    files, width = Lines(terminal.project), terminal.width
    return "".join(entry(each, language, terminal.colour, excerpt(each, files, width)) for each in diagnostics)


def entry(diagnostic: Diagnostic, language: str, colour: bool, lines: Sequence[str]) -> str:
    """`lines` stand between what is wrong and what to do."""
    says = INTERFACE[language]
    place = painted(visible(str(diagnostic.location)), BOLD, colour)
    severity = painted(says[diagnostic.severity], COLOURS[diagnostic.severity], colour)
    wrong = f"{place}: {severity}: {visible(diagnostic.message(language))} [{diagnostic.code}]"
    hint = f"    {painted(says['hint'], CYAN, colour)}: {visible(diagnostic.hint(language))}"
    return "".join(f"{line}\n" for line in (wrong, *lines, hint))


def painted(text: str, colour: int, wanted: bool) -> str:
    return f"\033[{colour}m{text}\033[0m" if wanted else text


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
