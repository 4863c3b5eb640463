"""`safecomm text`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.project import LANGUAGE
from safecomm.cli.refusal import refuse

if TYPE_CHECKING:
    from safecomm.content.content import Language


@click.command()
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--lang", type=click.Choice(["sv", "en"]), default=LANGUAGE, help="Meddelandenas språk.")
def text(file: Path, lang: "Language") -> None:
    """Visar en Word-fil som text, så som ”git diff” kan jämföra den.

    \b
    Exempel:
      safecomm text build/programme.sv.docx
      git config diff.word.textconv "safecomm text"
    """
    from safecomm.diagnostic import ContentError
    from safecomm.twin.foreign import foreign_text

    try:
        click.echo(foreign_text(file), nl=False)
    except ContentError as fault:
        refuse(fault.diagnostics, lang, "stopped")
