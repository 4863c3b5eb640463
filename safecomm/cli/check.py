"""`safecomm check`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.project import LANGUAGE, common, complete, nearest_project

if TYPE_CHECKING:
    from safecomm.content.content import Language


@click.command()
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default="text", help="Utskriftens form."
)
@common
def check(form: str, project: Path | None, lang: "Language | None") -> None:
    """Läser innehållet och visar fel och luckor; skriver inga filer.

    \b
    Exempel:
      safecomm check
      safecomm check --format github --lang en
    """
    from safecomm import report
    from safecomm.content.load import load
    from safecomm.diagnostic import ContentError, Severity
    from safecomm.rules.check import check as findings

    language = lang or LANGUAGE
    root = project or nearest_project()
    try:
        complete(root)
        content = load(root)
        language = lang or content.language
        diagnostics = [finding.diagnostic for finding in findings(content, language)]
    except ContentError as fault:
        diagnostics = fault.diagnostics
    click.echo(report.FORMATS[form](diagnostics, language), nl=False)
    if form == "text":
        click.echo(report.counted(diagnostics, language))
    sys.exit(any(each.severity is Severity.ERROR for each in diagnostics))
