"""`safecomm check`."""

from pathlib import Path

import click

from safecomm.cli.answer import format_option, output_option, show_findings
from safecomm.cli.project import common, in_project


@click.command()
@format_option
@output_option
@common
def check(form: str | None, output: Path | None, project: Path | None, lang: str | None) -> None:
    """Läser innehållet och visar fel och luckor; ändrar inga filer.

    \b
    Exempel:
      safecomm check
      safecomm check --format sarif --output check.sarif
    """
    from safecomm.content.kept_records import KeptRecords
    from safecomm.content.load import load
    from safecomm.diagnostic import ContentError
    from safecomm.rules.all_rules import check as findings
    from safecomm.rules.all_rules import privacy_questions

    with in_project(project, lang) as (root, language):
        try:
            content = load(root, KeptRecords(root))
            found = [*findings(content, language), *privacy_questions(content, language)]
            diagnostics = [finding.diagnostic for finding in found]
        except ContentError as fault:
            diagnostics = fault.diagnostics
    show_findings(diagnostics, form, output, language, root)
