"""`safecomm review`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.project import LANGUAGE, common, nearest_project
from safecomm.cli.refusal import refuse

if TYPE_CHECKING:
    from safecomm.content.content import Language


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FIL...", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "md"]), default="text", help="Utskriftens form.")
@common
def review(files: tuple[Path, ...], form: str, project: Path | None, lang: "Language | None") -> None:
    """Visar vad granskare skrev i Word-filer som kommit tillbaka, med plats i innehållet.

    \b
    Exempel:
      safecomm review programme.sv-anna.docx programme.sv-bo.docx
      safecomm review programme.sv-anna.docx --format md
    """
    from safecomm import report
    from safecomm.diagnostic import ContentError
    from safecomm.review import show
    from safecomm.review.review import review as compare

    language = lang or LANGUAGE
    try:
        found = compare(project or nearest_project(), files)
    except ContentError as fault:
        refuse(fault.diagnostics, language, "stopped")
    click.echo(report.text(found.notes, language), err=True, nl=False)
    click.echo(show.FORMATS[form](found.findings, language), nl=False)
    if form == "text":
        click.echo(show.counted(found.findings, language))
