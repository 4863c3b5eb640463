"""How the commands that only read show what they found."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from safecomm.diagnostic import Diagnostic

FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", help="Utskriftens form."
)


def show(diagnostics: Sequence["Diagnostic"], form: str, language: str, project: Path) -> NoReturn:
    """Ends the command, with 1 when an error is among them; on a terminal it shows the lines of the project's files."""
    from safecomm import report
    from safecomm.cli.terminal import terminal
    from safecomm.diagnostic import Severity

    if form == "text":
        click.echo(report.text(diagnostics, language, terminal(sys.stdout, project)), nl=False)
        click.echo(report.counted(diagnostics, language))
    else:
        click.echo(report.FORMATS[form](diagnostics, language), nl=False)
    sys.exit(any(each.severity is Severity.ERROR for each in diagnostics))
