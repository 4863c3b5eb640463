"""`safecomm new`."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from safecomm.cli.new_rows import RowsFile, write_rows
from safecomm.cli.project import common, display_path, in_project
from safecomm.cli.usage import wrong_usage
from safecomm.messages.texts import INTERFACE
from safecomm.record_kinds import linked_kinds

if TYPE_CHECKING:
    from safecomm.content.yaml_data import Key, Value

LETTER, EVENT, TRANSLATION = "letter", "event", "translation"
KINDS = {word: kind for word, kind in linked_kinds().items() if kind != "criteria"} | {
    "criterion-text": "criteria",
    "group": "groups",
    LETTER: "attachments",
    "section": "sections",
    "statistics": "statistics",
    "term": "terms",
    "value": "values",
}
"""What the editor calls one record, and the kind of file that it belongs to."""
FOLLOWUP = "followup"
"""What is written for all measures and projects at once, of the year that stands in the place of an id."""

WORDS = KINDS | {kind: kind for kind in KINDS.values()}
"""Those of several records, too."""

COLUMNS = "Vad filens kolumner heter, av dem som programmet inte känner igen: title=Namn,responsible=Ansvarig."


@click.command()
@click.argument("kind", type=click.Choice([*WORDS, EVENT, FOLLOWUP, TRANSLATION]), metavar="SLAG")
@click.argument("id_", metavar="ID", required=False)
@click.option("--from", "file", type=click.Path(path_type=Path), metavar="FIL", help="En tabell med en post per rad.")
@click.option("--columns", metavar="KOLUMNER", help=COLUMNS)
@click.option("--sheet", metavar="BLAD", help="Bladet, när filen har flera.")
@click.option("--yes", is_flag=True, help="Fråga inte innan filens poster skrivs.")
@common
def new(kind: str, id_: str | None, project: Path | None, lang: str | None, file: Path | None, **of_rows: Any) -> None:
    """Skriver en ny post att fylla i, med en förklaring över varje uppgift.

    SLAG är measure (insats), project (projekt), activity (verksamhet), evidence (underlag), organisation,
    objective (mål), reference (referens), network (nätverk, konferens), question (en fråga i certifierarens
    formulär), attachment (plan, karta), letter (brev), group (arbetsgrupp), criterion-text (texterna om ett
    kriterium), section (ett eget avsnitt under ett kriterium), statistics (siffror, med en tabell i en CSV-fil), term
    (ett ord i ordlistan) eller value (en egen ålder, miljö eller riskgrupp). ID blir postens namn i alla
    hänvisningar till den.

    För followup (årets uppföljning) är ID ett år, och varje insats och projekt som ännu ingen har får en fil.

    Med event är ID dagen eller året för en händelse i kommunens historia. Med translation är ID en post som finns: då
    skrivs de översättningsfiler som den saknar.

    Med --from blir varje rad i en CSV-, xlsx-, xls- eller ods-fil en post. Rubrikerna är uppgifternas namn, och
    organisationer och annat får stå med sina namn. Alla rader skrivs eller ingen.

    \b
    Exempel:
      safecomm new measure trygga-skolvagar
      safecomm new translation trygga-skolvagar
      safecomm new activities --from verksamheter.xlsx --columns title=Namn
      safecomm new followup 2009
    """
    if (file is None) == (id_ is None) or (file and kind in (EVENT, FOLLOWUP, TRANSLATION)):
        raise wrong_usage("usage-id-or-file")
    fixed: dict[Key, Value] = {("kind",): "letter"} if kind == LETTER else {}
    with in_project(project, lang) as (root, language):
        if file:
            write_rows(root, WORDS[kind], fixed, RowsFile(file, language, **of_rows))
            return
        assert id_ is not None
        if kind == FOLLOWUP:
            new_year(root, id_, INTERFACE[language])
            return
        files = write_one(root, kind, id_, fixed)
    names = ", ".join(map(display_path, files))
    click.echo(INTERFACE[language]["wrote-new"].format(id=id_, file=names))


def write_one(project: Path, kind: str, id_: str, fixed: "dict[Key, Value]") -> list[Path]:
    if kind == EVENT:
        from safecomm.editing.new_event import new_event

        return [new_event(project, id_)]
    if kind == TRANSLATION:
        from safecomm.editing.new_translation import new_translations

        return new_translations(project, id_)
    from safecomm.editing.new import new as write

    return [write(project, WORDS[kind], id_, fixed)]


def new_year(project: Path, year: str, says: Mapping[str, str]) -> None:
    from safecomm.content.field_types import YEAR
    from safecomm.editing.new_followups import new_followups

    if not re.fullmatch(YEAR, year):
        raise wrong_usage("usage-year", value=year)
    files = new_followups(project, int(year))
    for file in files:
        click.echo(says["wrote-file"].format(file=display_path(file)))
    click.echo(says["new-year" if files else "no-new-year"].format(number=len(files), year=year))
