"""`safecomm audit`."""

from collections.abc import Sequence
from pathlib import Path

import click

from safecomm.cli.answer import format_option, output_option, show_findings
from safecomm.cli.project import answer_language, language_option


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FIL...", type=click.Path(path_type=Path))
@format_option
@output_option
@language_option
def audit(files: Sequence[Path], form: str | None, output: Path | None, lang: str | None) -> None:
    """Granskar Word-filer, egna och andras: är de hela, och kan alla läsa dem? Ändrar ingenting.

    \b
    Exempel:
      safecomm audit build/programme.sv.docx
      safecomm audit build/*.docx --format json
    """
    from safecomm.audit.audit import audit_file

    diagnostics = [finding for file in files for finding in audit_file(file)]
    show_findings(diagnostics, form, output, answer_language(lang), Path())
