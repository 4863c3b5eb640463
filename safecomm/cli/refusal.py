"""How a command ends when something is wrong."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

import click

from safecomm.messages.interface import INTERFACE

if TYPE_CHECKING:
    from safecomm.diagnostic import Diagnostic


def refuse(diagnostics: Sequence["Diagnostic"], language: str, reason: str) -> NoReturn:
    """Says what is wrong and that nothing was written."""
    from safecomm import report

    click.echo(report.text(diagnostics, language), err=True, nl=False)
    click.echo(f"{report.counted(diagnostics, language)}; {INTERFACE[language][reason]}", err=True)
    sys.exit(1)
