"""`safecomm audit`."""

from collections.abc import Sequence
from pathlib import Path

import click

from safecomm.cli.findings import FORMAT, show
from safecomm.cli.project import LANGUAGE


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FIL...", type=click.Path(path_type=Path))
@FORMAT
@click.option("--lang", type=click.Choice(["sv", "en"]), default=LANGUAGE, help="Meddelandenas språk.")
def audit(files: Sequence[Path], form: str, lang: str) -> None:
    """Granskar Word-filer, egna och andras: är de hela, och kan alla läsa dem? Ändrar ingenting.

    \b
    Exempel:
      safecomm audit build/programme.sv.docx
      safecomm audit build/*.docx --format json
    """
    from safecomm.audit.audit import audit_file

    show([each for file in files for each in audit_file(file)], form, lang, Path())
