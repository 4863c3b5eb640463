"""`safecomm translated`."""

from pathlib import Path

import click

from safecomm.cli.project import common, display_path, in_project
from safecomm.messages.texts import INTERFACE


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FIL...", type=click.Path(path_type=Path))
@common
def translated(files: tuple[Path, ...], project: Path | None, lang: str | None) -> None:
    """Bekräftar att översättningar säger detsamma som deras original gör nu.

    \b
    Exempel:
      safecomm translated content/measures/hearings.en.md
    """
    from safecomm.editing.translated import confirm

    with in_project(project, lang) as (root, language):
        confirmed = confirm(root, files)
    for file in confirmed:
        click.echo(INTERFACE[language]["confirmed"].format(file=display_path(file)))
