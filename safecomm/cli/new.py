"""`safecomm new`."""

import re
from pathlib import Path

import click

from safecomm.cli.project import common, display_path, in_project
from safecomm.cli.usage import wrong_usage
from safecomm.messages.texts import INTERFACE
from safecomm.record_kinds import linked_kinds

KINDS = {word: kind for word, kind in linked_kinds().items() if kind != "criteria"} | {
    "criterion-text": "criteria",
    "group": "groups",
    "section": "sections",
    "statistics": "statistics",
    "value": "values",
}
"""What the editor calls one record, and the kind of file that it belongs to."""
FOLLOWUP = "followup"
"""What is written for all measures and projects at once, of the year that stands in the place of an id."""


@click.command()
@click.argument("kind", type=click.Choice([*KINDS, FOLLOWUP]), metavar="SLAG")
@click.argument("id_", metavar="ID")
@common
def new(kind: str, id_: str, project: Path | None, lang: str | None) -> None:
    """Skriver en ny post att fylla i, med en förklaring över varje uppgift.

    SLAG är measure (insats), project (projekt), activity (verksamhet), evidence (underlag), organisation,
    objective (mål), reference (referens), network (nätverk, konferens), attachment (brev, plan, karta), group
    (arbetsgrupp), criterion-text (texterna om ett kriterium), section (ett eget avsnitt under ett kriterium),
    statistics (siffror, med en tabell i en CSV-fil) eller value (en egen ålder, miljö eller riskgrupp). ID blir
    postens namn i alla hänvisningar till den.

    För followup (årets uppföljning) är ID ett år, och varje insats och projekt som ännu ingen har får en fil.

    \b
    Exempel:
      safecomm new measure trygga-skolvagar
      safecomm new organisation hyresgastforeningen
      safecomm new followup 2009
    """
    if kind == FOLLOWUP:
        new_year(id_, project, lang)
        return
    from safecomm.editing.new import new as write

    with in_project(project, lang) as (root, language):
        file = write(root, KINDS[kind], id_)
    click.echo(INTERFACE[language]["wrote-new"].format(id=id_, file=display_path(file)))


def new_year(year: str, project: Path | None, lang: str | None) -> None:
    from safecomm.content.field_types import YEAR
    from safecomm.editing.new_followups import new_followups

    if not re.fullmatch(YEAR, year):
        raise wrong_usage("usage-year", value=year)
    with in_project(project, lang) as (root, language):
        files = new_followups(root, int(year))
    says = INTERFACE[language]
    for file in files:
        click.echo(says["wrote-file"].format(file=display_path(file)))
    click.echo(says["new-year" if files else "no-new-year"].format(number=len(files), year=year))
