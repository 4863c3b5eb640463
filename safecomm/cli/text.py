"""`safecomm text`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.preamble import answer_language, refusing
from safecomm.cli.project import language_option

if TYPE_CHECKING:
    from safecomm.content.content import Language


@click.command()
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@language_option
def text(file: Path, lang: "Language | None") -> None:
    """Visar en Word-fil som text, så som ”git diff” kan jämföra den.

    \b
    Exempel:
      safecomm text build/programme.sv.docx
      git config diff.word.textconv "safecomm text"
    """
    from safecomm.twin.foreign import foreign_text

    with refusing(answer_language(lang)):
        click.echo(foreign_text(file), nl=False)
