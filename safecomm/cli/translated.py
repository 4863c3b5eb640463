"""`safecomm translated`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.project import LANGUAGE, common, nearest_project, shown
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
    from safecomm.diagnostic import ContentError
    from safecomm.translated import confirm

    language = lang or LANGUAGE
    try:
        confirmed = confirm(project or nearest_project(), files)
    except ContentError as fault:
        refuse(fault.diagnostics, language, "stopped")
    for file in confirmed:
        click.echo(INTERFACE[language]["confirmed"].format(file=shown(file)))
