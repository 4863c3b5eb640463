"""`safecomm translate out` and `safecomm translate in`."""

from pathlib import Path

import click

from safecomm.cli.answer import refuse_source
from safecomm.cli.group import CommandGroup
from safecomm.cli.project import common, display_path, in_project
from safecomm.cli.usage import wrong_usage
from safecomm.messages.texts import texts_of


@click.group(cls=CommandGroup)
def translate() -> None:
    """Låter någon översätta i Word: gör en fil med det som saknas, och läser in den när den kommit tillbaka.

    \b
    Exempel:
      safecomm translate out en
      safecomm translate in translation.en.docx
    """


@translate.command()
@click.argument("target", metavar="SPRÅK")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FIL",
    help="Word-filen att skriva; annars build/translation.SPRÅK.docx.",
)
@common
def out(target: str, output: Path | None, project: Path | None, lang: str | None) -> None:
    """Skriver en Word-fil i två spalter: det som inte är översatt till SPRÅK, eller är det från en äldre text.

    \b
    Exempel:
      safecomm translate out en
    """
    from safecomm.content.load import load
    from safecomm.forms.translation_out import translation_file
    from safecomm.language import language_name
    from safecomm.output import write

    with in_project(project, lang) as (root, language):
        content = load(root)
        if target not in content.languages[1:]:
            raise wrong_usage("usage-target", name=target, known=", ".join(content.languages[1:]))
        file = output or root / "build" / f"translation.{target}.docx"
        refuse_source(file, root)
        data, texts = translation_file(content, target)
        if texts:
            write({file: data})
    said = "translation-out" if texts else "translation-none"
    named = language_name(target, language)
    click.echo(texts_of("forms", language)[said].format(file=display_path(file), texts=texts, language=named))


@translate.command("in")
@click.argument("file", metavar="FIL", type=click.Path(path_type=Path))
@common
def in_(file: Path, project: Path | None, lang: str | None) -> None:
    """Skriver in en översättning som kommit tillbaka: varje text prövas, och allt skrivs eller ingenting.

    En text som är översatt följer sedan just den ordalydelse som skickades. Det som har ändrats under tiden visas.

    \b
    Exempel:
      safecomm translate in translation.en.docx
    """
    from safecomm import report
    from safecomm.content.record_files import record_name
    from safecomm.forms.translation_in import name_of, take_in

    with in_project(project, lang) as (root, language):
        taken = take_in(root, file, language)
    says = texts_of("forms", language)
    for text in taken.written:
        click.echo(says["translation-written"].format(text=name_of(text)))
    for record in taken.confirmed:
        click.echo(says["translation-confirmed"].format(record=record_name(record.kind, record.id)))
    click.echo(report.text(taken.notes, language), nl=False)
    click.echo(says["undo" if taken.files else "translation-nothing"])
