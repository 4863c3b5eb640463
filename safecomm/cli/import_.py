"""`safecomm import`."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from safecomm.cli.agreement import agrees
from safecomm.cli.import_options import ColumnNames, SignMeanings, SubjectName
from safecomm.cli.project import common, display_path, in_project
from safecomm.messages.texts import texts_of

if TYPE_CHECKING:
    from safecomm.content.content import Language
    from safecomm.content.vocabulary import StatisticsSubject
    from safecomm.intake.figures import Choices
    from safecomm.intake.importing import Import, ImportedFile
    from safecomm.intake.known_statistics import Known

TEXTS = ("title", "unit", "source")
YEARS = click.IntRange(1000, 2999)
COLUMNS = "Vad filens kolumner är: year=År,value=Antal,sex=Kön. Programmet minns det till nästa gång."
SIGNS = "Vad filens tecken betyder: XX=suppressed. Programmet minns det också."
SUBJECT = "Vad siffrorna handlar om: injuries (skador), crime, perceived-safety, population eller other."
PLACES = "En plats att ta med utom kommunen, som filen skriver den, eller 0000=Riket; går att ange flera gånger."


class Wanted(NamedTuple):
    """What people say of the figures: the id, the texts by field in one language after the other, what they are for."""

    id: str
    texts: Mapping[str, Sequence[str]]
    subject: "StatisticsSubject | None"
    criteria: Sequence[str]


def in_languages(name: str, help_: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The option of a text, once for each language."""
    return click.option(f"--{name}", multiple=True, metavar="TEXT", help=help_)


@click.command("import")
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@click.option("--id", "id_", metavar="ID", help="Siffrornas id; annars det som filen hade förra gången.")
@click.option("--year", type=YEARS, metavar="ÅR", help="Året, när filen inte säger det.")
@click.option("--place", "places", multiple=True, metavar="PLATS", help=PLACES)
@click.option("--columns", type=ColumnNames(), metavar="KOLUMNER", help=COLUMNS)
@click.option("--signs", type=SignMeanings(), metavar="TECKEN", help=SIGNS)
@click.option("--sheet", metavar="BLAD", help="Bladet, när filen har flera.")
@click.option("--count", "counts", is_flag=True, help="Räkna raderna: varje rad är en person eller en olycka.")
@in_languages("title", "Vad siffrorna visar; en gång för varje språk, i projektets ordning.")
@in_languages("unit", "Vad som räknas; en gång för varje språk.")
@in_languages("source", "Vem som säger det; en gång för varje språk.")
@click.option("--subject", type=SubjectName(), metavar="ÄMNE", help=SUBJECT)
@click.option("--criterion", "criteria", multiple=True, metavar="ID", help="Ett kriterium som siffrorna hör till.")
@click.option("--yes", is_flag=True, help="Fråga inte; det som saknas av texterna får ni fylla i efteråt.")
@common
def import_(
    file: Path,
    id_: str | None,
    subject: "StatisticsSubject | None",
    criteria: tuple[str, ...],
    yes: bool,
    project: Path | None,
    lang: "Language | None",
    **given: Any,
) -> None:
    """Läser siffror ur en fil från en myndighet och skriver dem i content/statistics/.

    FIL är en CSV-, JSON-, xlsx-, xls- eller ods-fil; docs/siffror.md säger var den hämtas. Programmet visar vad det
    har förstått och frågar efter det som filen inte säger. En fil med en rad för varje person räknas, och inget i den
    sparas. Samma fil en gång till byter ut siffrorna för sina år, och texterna i YAML-filen står kvar.

    \b
    Exempel:
      safecomm import brott.csv --year 2008 --criterion injury_documentation
      safecomm import strada.xlsx --sheet Personer --count --columns "year=Olycksdatum,sex=Kön,age=Ålder"
    """
    from safecomm.intake.figures import Choices
    from safecomm.intake.grid import read_source
    from safecomm.intake.importing import ImportedFile, read_import, suggested_id
    from safecomm.intake.known_statistics import known_statistics, with_reading
    from safecomm.intake.overview import overview
    from safecomm.labels import Labels

    said = {name: words for name in TEXTS if (words := given.pop(name))}
    with in_project(project, lang) as (root, language):
        known = known_statistics(root)
        id_ = id_ or known.of_file(file.name)
        choices = with_reading(
            Choices(**{name: choice for name, choice in given.items() if choice}), known.reading(id_)
        )
        source = ImportedFile(file, read_source(file), language)
        made = read_import(source, choices, known) if yes else ask_until_read(source, choices, known)
        click.echo(overview(made, Labels(root, language)), nl=False)
        wanted = Wanted(id_ or suggested_id(file.stem), said, subject, criteria)
        if wanted.id not in known.statistics:
            wanted = with_told(wanted, made) if yes else ask_texts(wanted, made, known, language)
        says = texts_of("intake", language)
        click.echo(says["updates" if wanted.id in known.statistics else "makes"].format(id=wanted.id))
        if not yes and not agrees(says["ask-write"], language):
            raise click.Abort
        written = write(root, source, made, wanted)
    click.echo(says["wrote"].format(id=wanted.id, file=display_path(written)))


def ask_until_read(source: "ImportedFile", choices: "Choices", known: "Known") -> "Import":
    """Asks for what the file does not say, one thing after the other; raises ContentError for what no answer mends."""
    from safecomm import report
    from safecomm.diagnostic import ContentError
    from safecomm.intake.importing import ANSWERS, read_import

    while True:
        try:
            return read_import(source, choices, known)
        except ContentError as fault:
            answered = next((ANSWERS[found.code] for found in fault.diagnostics if found.code in ANSWERS), None)
            if answered is None:
                raise
            click.echo(report.text(fault.diagnostics, source.language), err=True, nl=False)
        choices = with_answer(choices, answered, source.language)


def with_answer(choices: "Choices", name: str, language: str) -> "Choices":
    question = texts_of("intake", language)[f"ask-{name}"]
    if name == "counts":
        if not agrees(question, language, default=False):
            raise click.Abort
        return choices._replace(counts=True)
    types: Mapping[str, click.ParamType[Any]] = {"columns": ColumnNames(), "signs": SignMeanings(), "year": YEARS}
    answer = click.prompt(question, type=types.get(name, click.STRING))
    match name:
        case "columns":
            return choices._replace(columns={**choices.columns, **answer})
        case "signs":
            return choices._replace(signs={**choices.signs, **answer})
        case "places":
            return choices._replace(places=(answer,))
    return choices._replace(**{name: answer})


def with_told(wanted: Wanted, made: "Import") -> Wanted:
    """With what the file says of itself, where nobody has said anything else."""
    told = made.understood.table.told
    return wanted._replace(texts={**{name: (told[name],) for name in TEXTS if name in told}, **wanted.texts})


def ask_texts(wanted: Wanted, made: "Import", known: "Known", language: str) -> Wanted:
    """What new figures are called and who says so; what is left empty is still to be filled in."""
    says, suggested = texts_of("intake", language), with_told(wanted, made).texts
    id_ = click.prompt(says["ask-id"], default=wanted.id)
    if id_ in known.statistics:
        return wanted._replace(id=id_)
    missing = [name for name in TEXTS if name not in wanted.texts]
    answers = {name: ask(says[f"ask-{name}"], suggested.get(name, ("",))[0]) for name in missing}
    texts = {**wanted.texts, **{name: (answer,) for name, answer in answers.items() if answer}}
    subject = wanted.subject or click.prompt(says["ask-subject"], type=SubjectName())
    criterion = () if wanted.criteria else filter(None, [ask(says["ask-criterion"], "")])
    return Wanted(id_, texts, subject, (*wanted.criteria, *criterion))


def ask(question: str, suggested: str) -> str:
    answer: str = click.prompt(question, default=suggested, show_default=bool(suggested))
    return answer.strip()


def write(project: Path, source: "ImportedFile", made: "Import", wanted: Wanted) -> Path:
    from safecomm.intake.statistics_files import Described, write_figures

    described = Described(wanted.texts, wanted.subject, wanted.criteria, source.file, source.data, made.choices)
    return write_figures(project, wanted.id, made.understood.rows, described)
