"""`safecomm decide`."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.catalogue import Document
from safecomm.cli.build import tell_progress
from safecomm.cli.project import common, in_project
from safecomm.cli.refusal import tell_refusal
from safecomm.cli.usage import check_printable, choose_documents, wrong_usage
from safecomm.messages.texts import INTERFACE

if TYPE_CHECKING:
    from safecomm.content.content import Language
    from safecomm.content.records import Decision


@click.command()
@click.argument("documents", nargs=-1, metavar="[DOKUMENT]", callback=choose_documents)
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), metavar="DATUM", help="När det beslutades: 2008-10-13."
)
@click.option("--number", metavar="NUMMER", callback=check_printable, help="Beslutets diarienummer eller paragraf.")
@click.option(
    "--file",
    "files",
    multiple=True,
    metavar="FIL",
    type=click.Path(path_type=Path),
    help="Spara den här filen (PDF eller Word) i stället för att bygga; kan upprepas.",
)
@common
def decide(
    documents: Sequence[Document],
    day: datetime | None,
    number: str | None,
    files: tuple[Path, ...],
    project: Path | None,
    lang: "Language | None",
) -> None:
    """Bygger ett slutligt dokument och sparar det som beslutat; utan --date och --number visas vad som är beslutat.

    Filerna läggs i content/decided/ med sina kontrollsummor i content/decisions.yaml, och ändras aldrig mer. Med
    --file sparas ett dokument som safecomm inte har gjort, så som det beslutades.

    \b
    Exempel:
      safecomm decide programme --date 2008-10-13 --number KS/2008:282
      safecomm decide programme --date 2008-10-13 --number KS/2008:282 --file trygghetsprogram.pdf
      safecomm decide
    """
    from safecomm.content.load import load

    if bool(day) != bool(number) or (files and not day):
        raise wrong_usage("usage-decision")
    with in_project(project, lang) as (root, language):
        if day and number:
            keep(root, documents, day.date(), number, files, language)
        else:
            content = load(root)
            show(content.records[content.source].decisions.values(), language)


def keep(
    root: Path, documents: Sequence[Document], day: date, number: str, files: Sequence[Path], language: "Language"
) -> None:
    from safecomm import decide as decisions

    if len({document.kind for document in documents}) > 1:
        raise wrong_usage("usage-one-document")
    ruling = decisions.Ruling(day, number)
    if files:
        tell_kept(decisions.keep_files(root, documents[0], ruling, files), language)
        return
    run, paths = decisions.decide(root, documents, ruling, language, tell_progress(language))
    tell_kept(paths, language)
    if run.faults:
        tell_refusal(run.faults, language, "decided-no-pdf")


def tell_kept(paths: Sequence[str], language: "Language") -> None:
    for path in paths:
        click.echo(INTERFACE[language]["wrote-file"].format(file=path))


def show(kept: "Collection[Decision]", language: "Language") -> None:
    says = INTERFACE[language]
    for decision in kept:
        files = "".join(f"\n    {file.sha256}  {file.name}" for file in decision.files)
        click.echo(f"{decision.document} {decision.date.isoformat()} {decision.number}{files}")
    if not kept:
        click.echo(says["nothing-decided"])
