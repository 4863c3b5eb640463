"""`safecomm translated`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.project import common, nearest_project, shown
from safecomm.cli.refusal import refuse
from safecomm.messages.interface import INTERFACE

if TYPE_CHECKING:
    from safecomm.content.content import Language


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FIL...", type=click.Path(path_type=Path))
@common
def translated(files: tuple[Path, ...], project: Path | None, lang: "Language | None") -> None:
    """Bekräftar att översättningar säger detsamma som de svenska texterna gör nu.

    \b
    Exempel:
      safecomm translated content/measures/hearings.en.md
    """
    from safecomm.content.language import spoken
    from safecomm.diagnostic import ContentError
    from safecomm.editing.translated import confirm

    root = project or nearest_project()
    language = lang or spoken(root)
    try:
        confirmed = confirm(root, files)
    except ContentError as fault:
        refuse(fault.diagnostics, language, "stopped", root)
    for file in confirmed:
        click.echo(INTERFACE[language]["confirmed"].format(file=shown(file)))
