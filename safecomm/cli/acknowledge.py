"""`safecomm acknowledge`."""

from pathlib import Path

import click

from safecomm.cli.project import common, display_path, in_project
from safecomm.cli.usage import wrong_usage
from safecomm.messages.texts import INTERFACE


@click.command()
@click.argument("gap", metavar="LUCKA")
@click.argument("record", metavar="POST")
@click.option(
    "--reason",
    "reasons",
    multiple=True,
    required=True,
    metavar="SKÄL",
    help="Varför luckan får finnas kvar; en gång för varje språk, i projektets ordning.",
)
@common
def acknowledge(gap: str, record: str, reasons: tuple[str, ...], project: Path | None, lang: str | None) -> None:
    """Godtar en lucka som får finnas kvar tills vidare, med sitt skäl, och skriver det i application.md.

    LUCKA och POST är det som ”safecomm check” skriver inom hakparentes. Luckan står kvar i listan och i ansökan,
    men stoppar inte längre ”safecomm build --final”.

    \b
    Exempel:
      safecomm acknowledge no-responsible measures/hearings --reason "Nämnden beslutar i vår." --reason "…"
    """
    from safecomm.content.project_language import project_languages
    from safecomm.editing.acknowledge import acknowledge as write

    with in_project(project, lang) as (root, language):
        if len(reasons) > len(project_languages(root)):
            raise wrong_usage("usage-too-many")
        file = write(root, gap, record, reasons)
    click.echo(INTERFACE[language]["acknowledged"].format(gap=gap, record=record, file=display_path(file)))
