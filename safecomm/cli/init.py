"""`safecomm init`."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from safecomm.catalogue import known_languages
from safecomm.cli.project import answer_language, display_path, language_option
from safecomm.cli.refusal import refuse_on_fault
from safecomm.cli.usage import wrong_usage
from safecomm.content.project_language import spoken_of
from safecomm.messages.texts import INTERFACE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safecomm.editing.init import Answers


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
@click.option("--name", help="Kommunens fullständiga namn.")
@click.option("--country", help="Landet.")
@click.option("--county", default="", help="Länet, om landet har några.")
@click.option("--code", default="", help="Kommunens officiella kod, om den har någon.")
@click.option(
    "--languages",
    type=LanguageCodes(),
    metavar="SPRÅK",
    help="Projektets språk med komma emellan, det som allt skrivs på först: sv,en.",
)
@click.option("--criteria-set", help="Den uppsättning kriterier som gäller.")
@click.option("--kind", help="Vad för slags samhälle det är: kommun, stadsdel …; annars municipality.")
@language_option
def init(folder: Path, lang: str | None, **given: Any) -> None:
    """Gör ett nytt projekt i MAPP för en kommun; frågar efter det som inte anges.

    Projektet går att bygga genast. Det som ingen har skrivit än visas som luckor. Finns Git sparas en första version.

    \b
    Exempel:
      safecomm init trygghet
      safecomm init trygghet --languages "sv,en" --name "Exempelby kommun" --country Sverige --criteria-set sc6-2002
    """
    from safecomm import report
    from safecomm.editing.first_version import keep_first_version
    from safecomm.editing.init import init as make
    from safecomm.editing.init import refuse_taken
    from safecomm.rules.all_rules import check

    language = lang or (spoken_of(given["languages"]) if given["languages"] else answer_language(lang))
    root = folder.absolute()
    with refuse_on_fault(language):
        # Nobody is asked in vain.
        refuse_taken(root)
    answers = ask(given, language)
    language = lang or spoken_of(answers.languages)
    with refuse_on_fault(language):
        content = make(root, answers, language)
    kept = keep_first_version(root, answers.name, INTERFACE[language]["first-version"])
    gaps = [finding.diagnostic for finding in check(content, language)]
    says, shown = INTERFACE[language], display_path(folder)
    click.echo(says["made"].format(folder=shown))
    click.echo(report.count_by_code(gaps, language))
    click.echo(says[f"version-{kept}"].format(folder=shown))
    click.echo(says["three-steps"].format(folder=shown))


def ask(given: "Mapping[str, Any]", language: str) -> "Answers":
    """What is not given; the kind of community only where something else is asked for, too."""
    from safecomm.content.criteria_set import NAMES, set_of
    from safecomm.content.vocabulary import CommunityKind
    from safecomm.editing.init import Answers
    from safecomm.labels import Labels

    says, labels = INTERFACE[language], Labels(Path(), language)
    kinds = {kind.value: labels.value(kind) for kind in CommunityKind}
    sets = {name: f"{set_of(name).year}, {set_of(name).source}" for name in NAMES}
    everything = all(given[name] for name in ("name", "country", "languages", "criteria_set"))
    return Answers(
        given["name"] or click.prompt(says["ask-name"]),
        given["country"] or click.prompt(says["ask-country"]),
        given["county"],
        given["code"],
        given["languages"] or click.prompt(says["ask-languages"], type=LanguageCodes()),
        given["criteria_set"] or choose(says["ask-criteria"], sets, NAMES[0]),
        given["kind"] or ("" if everything else choose(says["ask-kind"], kinds, CommunityKind.MUNICIPALITY.value)),
    )


def choose(asked: str, choices: "Mapping[str, str]", first: str) -> str:
    """One of a list that is shown."""
    width = max(map(len, choices))
    for value, name in choices.items():
        click.echo(f"  {value:<{width}}  {name}")
    return str(click.prompt(asked, type=click.Choice(list(choices)), default=first, show_choices=False))
