"""How the commands that only read show what they found."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from safecomm.cli.answer import give_answer

if TYPE_CHECKING:
    from safecomm.content.content import Language
    from safecomm.diagnostic import Diagnostic

FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", help="Utskriftens form."
)


def show_findings(
    diagnostics: Sequence["Diagnostic"], form: str, output: Path | None, language: "Language", project: Path
) -> NoReturn:
    """Ends the command, with 1 when an error is among them; on a terminal it shows the lines of the project's files."""
    from safecomm import report
    from safecomm.cli.terminal import terminal
    from safecomm.diagnostic import Severity

    if form == "text":
        lines = report.text(diagnostics, language, None if output else terminal(sys.stdout, project))
        answer = f"{lines}{report.count_by_severity(diagnostics, language)}\n"
    else:
        answer = report.FORMATS[form](diagnostics, language)
    give_answer(answer, output, language, project)
    sys.exit(any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics))
