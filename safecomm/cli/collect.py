"""`safecomm collect`."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.agreement import agrees
from safecomm.cli.project import common, display_path, in_project
from safecomm.cli.usage import wrong_usage
from safecomm.messages.texts import texts_of

if TYPE_CHECKING:
    from safecomm.content.content import Language
    from safecomm.forms.collect_in import GivenAnswer
    from safecomm.labels import Labels


@click.command()
@click.argument("files", nargs=-1, metavar="[FIL]...", type=click.Path(path_type=Path))
@click.option("--year", metavar="ÅR", help="Året som följs upp; för det som kommit tillbaka annars det senaste.")
@click.option("--yes", is_flag=True, help="Fråga inte; skriv in alla svar.")
@common
def collect(files: tuple[Path, ...], year: str | None, yes: bool, project: Path | None, lang: str | None) -> None:
    """Frågar de ansvariga hur det gick: gör en Word-blankett för var och en, och läser den när den kommit tillbaka.

    Med --year och ingen FIL skrivs blanketterna i build/collect/ÅR/, en för varje organisation. Det som står i en FIL
    som kommit tillbaka visas, en insats i taget, och skrivs i content/followup/ när ni säger ja.

    \b
    Exempel:
      safecomm collect --year 2009
      safecomm collect skolan.docx kansliet.docx
    """
    from safecomm.content.field_types import YEAR

    if year and not re.fullmatch(YEAR, year):
        raise wrong_usage("usage-year", value=year)
    if not year and not files:
        raise wrong_usage("usage-year-or-files")
    with in_project(project, lang) as (root, language):
        if files:
            take_in(root, files, int(year) if year else None, yes, language)
        else:
            send_out(root, int(year or 0), language)


def send_out(root: Path, year: int, language: "Language") -> None:
    """First the files that the answers will stand in, then the forms."""
    from safecomm.content.load import load
    from safecomm.editing.new_followups import new_followups
    from safecomm.forms.collect_out import collect_forms, unasked
    from safecomm.output import write

    says = texts_of("forms", language)
    load(root)
    made = new_followups(root, year)
    content = load(root)
    folder = root / "build" / "collect" / str(year)
    forms = {folder / f"{organisation}.docx": data for organisation, data in collect_forms(content, year)}
    write(forms)
    if made:
        click.echo(says["collect-year"].format(files=len(made), year=year))
    for file in forms:
        click.echo(says["collect-out"].format(file=display_path(file)))
    if not forms:
        click.echo(says["collect-none"])
    elif works := unasked(content, year):
        click.echo(says["collect-unasked"].format(files=", ".join(f"{work.followup}.md" for work in works)))


def take_in(root: Path, files: Sequence[Path], year: int | None, yes: bool, language: "Language") -> None:
    from safecomm import report
    from safecomm.content.load import load
    from safecomm.forms.asked_answers import followed_record
    from safecomm.forms.collect_in import read_answers, write_reports
    from safecomm.labels import Labels

    says, given = texts_of("forms", language), read_answers(root, files, year)
    content, labels = load(root), Labels(root, language)
    click.echo(report.text(given.notes, language), err=True, nl=False)
    accepted: list[GivenAnswer] = []
    for work, answers in given.by_work.items():
        title = followed_record(content, work).title
        click.echo(says["collect-work"].format(work=title, file=answers[0].form.name))
        show(answers, labels, says["collect-answer"])
        if yes or agrees(says["collect-ask"].format(work=title), language):
            accepted += answers
    written = write_reports(root, accepted, language)
    for file in written:
        click.echo(says["collect-wrote"].format(file=display_path(file)))
    click.echo(says["undo" if written else "collect-nothing"])


def show(answers: Sequence["GivenAnswer"], labels: "Labels", line: str) -> None:
    from safecomm.content.records import Followup

    for answer in answers:
        text = re.sub("\n+", "\n        ", answer.row.answer)
        click.echo(line.format(field=labels.field(Followup, answer.asked.field), answer=text))
