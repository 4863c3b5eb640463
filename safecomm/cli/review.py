"""`safecomm review`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.agreement import agrees
from safecomm.cli.answer import give_answer, output_option
from safecomm.cli.project import common, in_project
from safecomm.cli.usage import wrong_usage

if TYPE_CHECKING:
    from safecomm.content.content import Language
    from safecomm.review.review_finding import ReviewFinding


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
@output_option
@common
def review(
    files: tuple[Path, ...],
    form: str,
    applies: bool,
    takes_back: bool,
    drafts: tuple[Path, ...],
    yes: bool,
    output: Path | None,
    project: Path | None,
    lang: "Language | None",
) -> None:
    """Visar vad granskare skrev i Word-filer som kommit tillbaka, med plats i innehållet.

    \b
    Exempel:
      safecomm review granskare-1.docx granskare-2.docx
      safecomm review granskare-1.docx --format md --output svar.md
      safecomm review granskare-1.docx granskare-2.docx --apply
      safecomm review --undo
      safecomm review granskare-1.docx --draft skickat.docx
    """
    if takes_back == bool(files) or (takes_back and applies):
        raise wrong_usage("usage-files-or-undo")
    if output and (takes_back or applies):
        raise wrong_usage("usage-output-needs", option="--undo" if takes_back else "--apply")
    with in_project(project, lang) as (root, language):
        if takes_back:
            undo(root, language)
            return
        findings = read_returned(root, files, drafts, language)
        if applies:
            write_in(root, findings, yes, language)
        else:
            give_answer(format_findings(findings, form, language), output, language, root)


def read_returned(
    root: Path, files: Sequence[Path], drafts: Sequence[Path], language: "Language"
) -> Sequence["ReviewFinding"]:
    from safecomm import report
    from safecomm.review.review import review as compare

    compared = compare(root, files, drafts)
    click.echo(report.text(compared.notes, language), err=True, nl=False)
    return compared.findings


def format_findings(findings: Sequence["ReviewFinding"], form: str, language: "Language") -> str:
    from safecomm.review import show

    count = f"{show.summary(findings, language)}\n" if form == "text" else ""
    return show.FORMATS[form](findings, language) + count


def undo(root: Path, language: str) -> None:
    from safecomm.journal import take_back
    from safecomm.messages.texts import texts_of

    files = take_back(root)
    click.echo(texts_of("review", language)["took-back"].format(files=", ".join(files)))


def write_in(root: Path, findings: Sequence["ReviewFinding"], yes: bool, language: str) -> None:
    """Shows each new wording, asks, writes those that were accepted, and lists what is left."""
    from safecomm.messages.texts import texts_of
    from safecomm.review import show
    from safecomm.review.apply import apply, proposals

    says, accepted = texts_of("review", language), []
    for proposal in proposals(root, findings):
        click.echo(show.proposed_text(proposal, language), nl=False)
        if proposal.wanted is not None and (yes or agrees(says["ask"], language)):
            accepted.append(proposal)
    result = apply(root, findings, accepted)
    click.echo(says["wrote"].format(changes=show.count(len(result.done), "change", language)))
    if result.left:
        by_hand = [finding._replace(edit=None) for finding in result.left]
        click.echo(f"{says['left']}\n{show.as_text(by_hand, language)}", nl=False)
