"""`safecomm check`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.findings import FORMAT, show
from safecomm.cli.preamble import in_project
from safecomm.cli.project import common

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
      safecomm check --format sarif --lang en
    """
    from safecomm.content.load import load
    from safecomm.diagnostic import ContentError
    from safecomm.rules.check import check as findings

    with in_project(project, lang) as (root, language):
        try:
            diagnostics = [finding.diagnostic for finding in findings(load(root), language)]
        except ContentError as fault:
            diagnostics = fault.diagnostics
    show(diagnostics, form, language, root)
