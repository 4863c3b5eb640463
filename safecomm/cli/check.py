"""`safecomm check`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.project import common, nearest_project

if TYPE_CHECKING:
    from safecomm.content.content import Language


@click.command()
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", help="Utskriftens form."
)
@common
def check(form: str, project: Path | None, lang: "Language | None") -> None:
    """Läser innehållet och visar fel och luckor; skriver inga filer.

    \b
    Exempel:
      safecomm check
      safecomm check --format sarif --lang en
    """
    from safecomm import report
    from safecomm.cli.terminal import terminal
    from safecomm.content.language import spoken
    from safecomm.content.load import load
    from safecomm.diagnostic import ContentError, Severity
    from safecomm.rules.check import check as findings

    root = project or nearest_project()
    try:
        content = load(root)
        language = lang or content.language
        diagnostics = [finding.diagnostic for finding in findings(content, language)]
    except ContentError as fault:
        diagnostics, language = fault.diagnostics, lang or spoken(root)
    if form == "text":
        click.echo(report.text(diagnostics, language, terminal(sys.stdout, root)), nl=False)
        click.echo(report.counted(diagnostics, language))
    else:
        click.echo(report.FORMATS[form](diagnostics, language), nl=False)
    sys.exit(any(each.severity is Severity.ERROR for each in diagnostics))
