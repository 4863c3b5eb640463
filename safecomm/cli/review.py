"""`safecomm review`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.project import LANGUAGE, common, complete, nearest_project
from safecomm.cli.refusal import refuse

if TYPE_CHECKING:
    from safecomm.content.content import Language
    from safecomm.review.finding import Finding


@click.command()
@click.argument("files", nargs=-1, metavar="[FIL]...", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "md"]), default="text", help="Utskriftens form.")
@click.option(
    "--apply", "applies", is_flag=True, help="Skriv in ändrade texter i innehållet, var och en efter en fråga."
)
@click.option("--undo", "takes_back", is_flag=True, help="Ta tillbaka det som --apply senast skrev in.")
@click.option(
    "--draft",
    "drafts",
    multiple=True,
    metavar="FIL",
    type=click.Path(path_type=Path),
    help="Utkastet som det skickades, där det varken finns bland de sparade utkasten eller i Git.",
)
@click.option("--yes", is_flag=True, help="Fråga inte; hör ihop med --apply.")
@common
def review(
    files: tuple[Path, ...],
    form: str,
    applies: bool,
    takes_back: bool,
    drafts: tuple[Path, ...],
    yes: bool,
    project: Path | None,
    lang: "Language | None",
) -> None:
    """Visar vad granskare skrev i Word-filer som kommit tillbaka, med plats i innehållet.

    \b
    Exempel:
      safecomm review granskare-1.docx granskare-2.docx
      safecomm review granskare-1.docx --format md
      safecomm review granskare-1.docx granskare-2.docx --apply
      safecomm review --undo
      safecomm review granskare-1.docx --draft skickat.docx
    """
    from safecomm import report
    from safecomm.diagnostic import ContentError
    from safecomm.review import show
    from safecomm.review.review import review as compare

    language = lang or LANGUAGE
    root = project or nearest_project()
    if takes_back == bool(files) or (takes_back and applies):
        raise click.BadParameter("ange filerna som kommit tillbaka, eller bara --undo")
    if takes_back:
        undo(root, language)
        return
    try:
        complete(root)
        found = compare(root, files, drafts)
        click.echo(report.text(found.notes, language), err=True, nl=False)
        if applies:
            write_in(root, found.findings, yes, language)
            return
    except ContentError as fault:
        refuse(fault.diagnostics, language, "stopped")
    click.echo(show.FORMATS[form](found.findings, language), nl=False)
    if form == "text":
        click.echo(show.counted(found.findings, language))


def undo(root: Path, language: str) -> None:
    from safecomm.diagnostic import ContentError
    from safecomm.journal import take_back
    from safecomm.messages.review import SAYS

    try:
        files = take_back(root)
    except ContentError as fault:
        refuse(fault.diagnostics, language, "stopped")
    click.echo(SAYS[language]["took-back"].format(files=", ".join(files)))


def write_in(root: Path, findings: Sequence["Finding"], yes: bool, language: str) -> None:
    """Shows each new wording, asks, writes those that were accepted, and lists what is left."""
    from safecomm.messages.review import SAYS
    from safecomm.review import show
    from safecomm.review.apply import apply, proposals

    says, accepted = SAYS[language], []
    for each in proposals(root, findings):
        click.echo(show.proposed(each, language), nl=False)
        if each.wanted is not None and (yes or click.confirm(says["ask"], default=True)):
            accepted.append(each)
    result = apply(root, findings, accepted)
    click.echo(says["wrote"].format(count=len(result.done)))
    if result.left:
        click.echo(f"{says['left']}\n{show.as_text(result.left, language)}", nl=False)
