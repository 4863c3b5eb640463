"""How a command ends when something is wrong, and whether a person reads that."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

import click

from safecomm.messages.texts import INTERFACE

if TYPE_CHECKING:
    from safecomm.diagnostic import Diagnostic
    from safecomm.report.plain import Terminal


@contextmanager
def refuse_on_fault(language: str, project: Path | None = None) -> Iterator[None]:
    """Ends the command when something is wrong that people can mend."""
    from safecomm.diagnostic import ContentError

    try:
        yield
    except ContentError as fault:
        refuse(fault.diagnostics, language, "stopped", project)


def refuse(diagnostics: Sequence["Diagnostic"], language: str, reason: str, project: Path | None = None) -> NoReturn:
    """Ends the command with 1."""
    tell_refusal(diagnostics, language, reason, project)
    sys.exit(1)


def tell_refusal(diagnostics: Sequence["Diagnostic"], language: str, reason: str, project: Path | None = None) -> None:
    """Says what is wrong and that nothing was written; on a terminal it shows the lines of the project's files."""
    from safecomm import report

    terminal = find_terminal(sys.stderr, project) if project else None
    lines = report.overview(diagnostics, language, terminal) if terminal else report.text(diagnostics, language)
    click.echo(lines, err=True, nl=False)
    click.echo(f"{report.count_by_severity(diagnostics, language)}; {INTERFACE[language][reason]}", err=True)


def find_terminal(stream: TextIO | None, project: Path) -> "Terminal | None":
    """The window in which a person reads what is printed; None for a file or a pipe."""
    if stream is None or not stream.isatty():
        return None
    from safecomm.report.plain import Terminal

    return Terminal(project, shutil.get_terminal_size().columns)
