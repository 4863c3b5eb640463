"""`safecomm check`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.findings import FORMAT, show
from safecomm.cli.project import common, complete, nearest_project

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
    from safecomm.content.language import spoken
    from safecomm.content.load import load
    from safecomm.diagnostic import ContentError
    from safecomm.rules.check import check as findings

    root = project or nearest_project()
    try:
        complete(root)
        content = load(root)
        language = lang or content.language
        diagnostics = [finding.diagnostic for finding in findings(content, language)]
    except ContentError as fault:
        diagnostics, language = fault.diagnostics, lang or spoken(root)
    show(diagnostics, form, language, root)
