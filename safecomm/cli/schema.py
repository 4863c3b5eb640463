"""`safecomm schema`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.preamble import answer_language, in_project
from safecomm.cli.project import common, nearest_project, shown
from safecomm.messages.interface import INTERFACE

if TYPE_CHECKING:
    from safecomm.content.content import Language


@click.command()
@click.argument("name", required=False, metavar="[SLAG]")
@click.option("--write", is_flag=True, help="Skriv alla scheman och projektets id:n i content/.schemas/.")
@common
def schema(name: str | None, write: bool, project: Path | None, lang: "Language | None") -> None:
    """Visar det JSON Schema som beskriver ett slags fil; utan SLAG listas de som finns.

    Med schemana hjälper en textredigerare (till exempel VS Code med tillägget YAML) till medan man skriver.

    \b
    Exempel:
      safecomm schema
      safecomm schema measures
      safecomm schema --write
    """
    from safecomm.editing import schema_files
    from safecomm.editing.schema import names
    from safecomm.editing.schema import schema as made
    from safecomm.labels import Labels

    if name is not None and name not in names():
        raise click.BadParameter(f"”{name}” är inget slags fil; välj bland: {', '.join(names())}")
    if write:
        with in_project(project, lang) as (root, language):
            folder = schema_files.write(root)
        click.echo(INTERFACE[language]["wrote-schemas"].format(folder=shown(folder)))
    elif name is None:
        click.echo("\n".join(names()))
    else:
        labels = Labels(project or nearest_project(), answer_language(lang, project))
        click.echo(schema_files.text(made(name, labels)), nl=False)
