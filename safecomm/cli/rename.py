"""`safecomm rename`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.project import common, complete, nearest_project
from safecomm.cli.refusal import refuse
from safecomm.messages.interface import INTERFACE

if TYPE_CHECKING:
    from safecomm.content.content import Language


@click.command()
@click.argument("old", metavar="GAMMALT")
@click.argument("new", metavar="NYTT")
@common
def rename(old: str, new: str, project: Path | None, lang: "Language | None") -> None:
    """Byter ett id överallt: filens namn, översättningens, och alla hänvisningar. Eller ingenstans, om något är fel.

    Innehållet får inte ha några fel när bytet görs; luckor gör inget.

    \b
    Exempel:
      safecomm rename hearings medborgardialog
      safecomm rename measures/hearings medborgardialog
    """
    from safecomm.content.language import spoken
    from safecomm.diagnostic import ContentError
    from safecomm.editing.rename import rename as change

    root = project or nearest_project()
    language = lang or spoken(root)
    try:
        complete(root)
        done = change(root, old, new)
    except ContentError as fault:
        refuse(fault.diagnostics, language, "stopped", root)
    click.echo(INTERFACE[language]["renamed"].format(old=done.old, new=done.new))
