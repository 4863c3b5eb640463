"""Diagnostics as text for a person, in a file or a pipe or, with their lines and in colours, on a terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from click import unstyle

from safecomm.diagnostic import Diagnostic, Severity
from safecomm.messages.texts import INTERFACE
from safecomm.report.excerpt import Lines, excerpt
from safecomm.report.terminal_text import SEVERITIES, bold, cyan, visible

QUESTION = "question"


class Terminal(NamedTuple):
    """Where a person reads: in colours, and with the lines of the files in `project`."""

    project: Path
    width: int


def text(diagnostics: Iterable[Diagnostic], language: str, terminal: Terminal | None = None) -> str:
    """A line for each problem and an indented one for what to do about it; errors last, where one looks first."""
    ordered = sorted(diagnostics, key=is_error)
    if terminal is None:
        return unstyle("".join(entry(diagnostic, language) for diagnostic in ordered))
    files, width = Lines(terminal.project), terminal.width
    return "".join(entry(diagnostic, language, excerpt(diagnostic, files, width)) for diagnostic in ordered)


def overview(diagnostics: Sequence[Diagnostic], language: str, terminal: Terminal) -> str:
    """About a screen: errors alone where there are any, else the first gap of each code and how many are like it."""
    errors = list(filter(is_error, diagnostics))
    groups = [] if errors else list(group_by_code(diagnostics))
    shown = "".join(entry(gap, language, more=more) for gap, more in groups)
    hidden = len(diagnostics) - len(errors) - len(groups)
    others = f"{INTERFACE[language]['show-all']}\n" if hidden else ""
    return shown + others + text(errors, language, terminal)


def is_error(diagnostic: Diagnostic) -> bool:
    return diagnostic.severity is Severity.ERROR


def group_by_code(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, int]]:
    """The first of each code and standing, and how many more are like it."""
    alike: dict[tuple[str, Severity], list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        alike.setdefault((diagnostic.code, diagnostic.severity), []).append(diagnostic)
    for same in alike.values():
        yield same[0], len(same) - 1


def entry(diagnostic: Diagnostic, language: str, lines: Sequence[str] = (), more: int = 0) -> str:
    """`lines` stand between what is wrong and what to do; `more` are like it."""
    says, severity = INTERFACE[language], diagnostic.severity
    place, kind = bold(visible(str(diagnostic.location))), SEVERITIES[severity](says[standing(diagnostic)])
    name = f"{diagnostic.code} {diagnostic.record}" if severity is Severity.WARNING else diagnostic.code
    wrong = f"{place}: {kind}: {visible(diagnostic.message(language))} [{name.rstrip()}]"
    wrong += f" {bold(says['more-alike'].format(number=more))}" if more else ""
    hint = f"    {cyan(says['hint'])}: {visible(diagnostic.hint(language))}"
    return "".join(f"{line}\n" for line in (wrong, *lines, hint))


def count_by_severity(diagnostics: Sequence[Diagnostic], language: str) -> str:
    """How many errors and gaps there are."""
    standings = Counter(map(standing, diagnostics))
    return ", ".join(
        count(standings[name], name, language) for name in (*Severity, QUESTION) if name in standings
    ) or no_problems(language)


def standing(diagnostic: Diagnostic) -> str:
    """What people call it: its severity, but of a note that is no known gap that it is a question."""
    return QUESTION if diagnostic.is_question else diagnostic.severity


def count(count: int, standing: str, language: str) -> str:
    return f"{count} {INTERFACE[language][standing if count == 1 else f'{standing}s']}"


def no_problems(language: str) -> str:
    return INTERFACE[language]["clean"]


def count_by_code(diagnostics: Sequence[Diagnostic], language: str) -> str:
    """The gaps in one line, by code."""
    if not diagnostics:
        return no_problems(language)
    counts = sorted(Counter(diagnostic.code for diagnostic in diagnostics).items())
    codes = ", ".join(f"{code} {count}" for code, count in counts)
    return f"{count_by_severity(diagnostics, language)}: {codes}\n{INTERFACE[language]['gaps-more']}"
