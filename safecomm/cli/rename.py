"""`safecomm rename`."""

from pathlib import Path

import click

from safecomm.cli.project import common, in_project
from safecomm.messages.texts import INTERFACE


@click.command()
@click.argument("old", metavar="GAMMALT")
@click.argument("new", metavar="NYTT")
@common
def rename(old: str, new: str, project: Path | None, lang: str | None) -> None:
    """Byter ett id överallt: filens namn, översättningens, och alla hänvisningar. Eller ingenstans, om något är fel.

    Innehållet får inte ha några fel när bytet görs; luckor gör inget.

    \b
    Exempel:
      safecomm rename hearings medborgardialog
      safecomm rename measures/hearings medborgardialog
    """
    from safecomm.editing.rename import rename as change

    with in_project(project, lang) as (root, language):
        done = change(root, old, new)
    click.echo(INTERFACE[language]["renamed"].format(old=done.old, new=done.new))
