"""How a command ends when something is wrong."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from safecomm.messages.texts import INTERFACE

if TYPE_CHECKING:
    from safecomm.diagnostic import Diagnostic


def refuse(diagnostics: Sequence["Diagnostic"], language: str, reason: str, project: Path | None = None) -> NoReturn:
    """Ends the command with 1."""
    tell_refusal(diagnostics, language, reason, project)
    sys.exit(1)


def tell_refusal(diagnostics: Sequence["Diagnostic"], language: str, reason: str, project: Path | None = None) -> None:
    """Says what is wrong and that nothing was written; on a terminal it shows the lines of the project's files."""
    from safecomm import report
    from safecomm.cli.terminal import terminal

    seen = terminal(sys.stderr, project) if project else None
    click.echo(report.text(diagnostics, language, seen), err=True, nl=False)
    click.echo(f"{report.count_by_severity(diagnostics, language)}; {INTERFACE[language][reason]}", err=True)


def machine_problem(fault: OSError) -> "Diagnostic":
    """A file or folder that went away, a disk that is full, an output that nobody reads any more."""
    from safecomm.diagnostic import Location, problem

    place = Location(os.fsdecode(fault.filename) if isinstance(fault.filename, str | bytes) else "safecomm")
    return problem("machine", place, reason=f"E{fault.errno}")
