"""`safecomm check`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.findings import FORMAT, show
from safecomm.cli.project import LANGUAGE, common, complete, nearest_project

if TYPE_CHECKING:
    from safecomm.content.content import Language


@click.command()
@FORMAT
@common
def check(form: str, project: Path | None, lang: "Language | None") -> None:
    """Läser innehållet och visar fel och luckor; skriver inga filer.

    \b
    Exempel:
      safecomm check
      safecomm check --format github --lang en
    """
    from safecomm.content.load import load
    from safecomm.diagnostic import ContentError
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
    show(diagnostics, form, language)
