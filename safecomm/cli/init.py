"""`safecomm init`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.project import display_path
from safecomm.cli.refusal import refuse_on_fault
from safecomm.messages.texts import INTERFACE

if TYPE_CHECKING:
    from safecomm.content.content import Language


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="MAPP")
@click.option("--name", prompt="Kommunens namn", help="Kommunens fullständiga namn.")
@click.option("--country", prompt="Land", help="Landet.")
@click.option("--county", default="", help="Länet, om landet har några.")
@click.option("--code", default="", help="Kommunens officiella kod, om den har någon.")
@click.option(
    "--language",
    type=click.Choice(["sv", "en"]),
    prompt="Språk för meddelanden",
    default="sv",
    help="Det språk som safecomm talar.",
)
@click.option("--criteria-set", prompt="Kriterier", default="sc6-2002", help="Den uppsättning kriterier som gäller.")
def init(
    folder: Path, name: str, country: str, county: str, code: str, language: "Language", criteria_set: str
) -> None:
    """Gör ett nytt projekt i MAPP för en kommun; frågar efter det som inte anges.

    Projektet går att bygga genast. Det som ingen har skrivit än visas som luckor.

    \b
    Exempel:
      safecomm init trygghet
      safecomm init trygghet --name "Exempelby kommun" --country Sverige --county Exempellän --code 0001
    """
    from safecomm import report
    from safecomm.editing.init import Answers
    from safecomm.editing.init import init as make
    from safecomm.rules.all_rules import check

    with refuse_on_fault(language):
        content = make(folder.absolute(), Answers(name, country, county, code, language, criteria_set))
    gaps = [finding.diagnostic for finding in check(content, language)]
    click.echo(report.text(gaps, language), nl=False)
    click.echo(INTERFACE[language]["made"].format(folder=display_path(folder)))
    click.echo(report.count_by_severity(gaps, language))
