"""`safecomm text`."""

from pathlib import Path

import click

from safecomm.cli.answer import give_answer, output_option
from safecomm.cli.project import answer_language, language_option
from safecomm.cli.refusal import refuse_on_fault


@click.command()
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@output_option
@language_option
def text(file: Path, output: Path | None, lang: str | None) -> None:
    """Visar en Word-fil som text, så som ”git diff” kan jämföra den.

    \b
    Exempel:
      safecomm text build/programme.sv.docx
      git config diff.word.textconv "safecomm text"
    """
    from safecomm.twin.twin import foreign_text

    language = answer_language(lang)
    with refuse_on_fault(language):
        give_answer(foreign_text(file), output, language)
