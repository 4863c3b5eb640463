"""`safecomm schema`."""

from pathlib import Path

import click

from safecomm.cli.answer import give_answer, output_option
from safecomm.cli.project import answer_language, common, display_path, in_project, nearest_project
from safecomm.cli.usage import wrong_usage
from safecomm.messages.texts import INTERFACE


@click.command()
@click.argument("name", required=False, metavar="[SLAG]")
@click.option("--write", is_flag=True, help="Skriv alla scheman och projektets id:n i content/.schemas/.")
@output_option
@common
def schema(name: str | None, write: bool, output: Path | None, project: Path | None, lang: str | None) -> None:
    """Visar det JSON Schema som beskriver ett slags fil; utan SLAG listas de som finns.

    Med schemana hjälper en textredigerare (till exempel VS Code med tillägget YAML) till medan man skriver.

    \b
    Exempel:
      safecomm schema
      safecomm schema measures
      safecomm schema --write
    """
    from safecomm.content.project_language import project_languages
    from safecomm.editing import schema_files
    from safecomm.editing.schema import names
    from safecomm.editing.schema import schema as schema_of
    from safecomm.labels import Labels

    languages = project_languages(project or nearest_project())
    known = names(languages)
    if name is not None and name not in known:
        raise wrong_usage("usage-schema", name=name, known=", ".join(known))
    if write and output:
        raise wrong_usage("usage-output-needs", option="--write")
    if write:
        with in_project(project, lang) as (root, language):
            folder = schema_files.write(root)
        click.echo(INTERFACE[language]["wrote-schemas"].format(folder=display_path(folder)))
    else:
        language = answer_language(lang, project)
        labels = Labels(project or nearest_project(), language)
        answer = (
            schema_files.text(schema_of(name, labels, languages)) if name else "".join(f"{kind}\n" for kind in known)
        )
        give_answer(answer, output, language, project)
