"""`safecomm init`."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from safecomm.catalogue import known_languages
from safecomm.cli.project import display_path, language_option
from safecomm.cli.refusal import refuse_on_fault
from safecomm.cli.usage import wrong_usage
from safecomm.content.project_language import spoken_of
from safecomm.messages.texts import INTERFACE

if TYPE_CHECKING:
    from safecomm.content.content import Language


class LanguageCodes(click.ParamType[Any]):
    """`sv,en` as the codes of languages that have phrases."""

    name = "languages"

    def convert(self, value: Any, _parameter: click.Parameter | None, _context: click.Context | None) -> Any:
        if not isinstance(value, str):
            return value
        languages = tuple(dict.fromkeys(re.split(r"[\s,]+", value.strip(" ,[]"))))
        known = known_languages()
        if unknown := [language for language in languages if language not in known]:
            raise wrong_usage("usage-language", name=", ".join(unknown), known=", ".join(known))
        return languages


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="MAPP")
@click.option("--name", prompt="Kommunens namn", help="Kommunens fullständiga namn.")
@click.option("--country", prompt="Land", help="Landet.")
@click.option("--county", default="", help="Länet, om landet har några.")
@click.option("--code", default="", help="Kommunens officiella kod, om den har någon.")
@click.option(
    "--languages",
    prompt="Språk, det som allt skrivs på först (sv,en)",
    type=LanguageCodes(),
    metavar="SPRÅK",
    help="Projektets språk med komma emellan, det som allt skrivs på först: sv,en.",
)
@click.option("--criteria-set", prompt="Kriterier", default="sc6-2002", help="Den uppsättning kriterier som gäller.")
@language_option
def init(
    folder: Path,
    name: str,
    country: str,
    county: str,
    code: str,
    languages: tuple["Language", ...],
    criteria_set: str,
    lang: str | None,
) -> None:
    """Gör ett nytt projekt i MAPP för en kommun; frågar efter det som inte anges.

    Projektet går att bygga genast. Det som ingen har skrivit än visas som luckor.

    \b
    Exempel:
      safecomm init trygghet
      safecomm init trygghet --languages sv,en --name "Exempelby kommun" --country Sverige
    """
    from safecomm import report
    from safecomm.editing.init import Answers
    from safecomm.editing.init import init as make
    from safecomm.rules.all_rules import check

    language = lang or spoken_of(languages)
    with refuse_on_fault(language):
        content = make(folder.absolute(), Answers(name, country, county, code, languages, criteria_set), language)
    gaps = [finding.diagnostic for finding in check(content, language)]
    click.echo(INTERFACE[language]["made"].format(folder=display_path(folder)))
    click.echo(report.count_by_code(gaps, language))
