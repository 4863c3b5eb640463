"""How the commands that only read show what they found."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from safecomm.diagnostic import Diagnostic

FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="Utskriftens form."
)


def show(diagnostics: Sequence["Diagnostic"], form: str, language: str) -> NoReturn:
    """Ends the command: with 1 when an error is among them."""
    from safecomm import report
    from safecomm.diagnostic import Severity

    click.echo(report.FORMATS[form](diagnostics, language), nl=False)
    if form == "text":
        click.echo(report.counted(diagnostics, language))
    sys.exit(any(each.severity is Severity.ERROR for each in diagnostics))
