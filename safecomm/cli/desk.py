"""`safecomm desk`."""

from contextlib import suppress
from pathlib import Path

import click

from safecomm.cli.project import common, in_project
from safecomm.messages.texts import INTERFACE


@click.command()
@click.option("--no-browser", is_flag=True, help="Öppna ingen webbläsare; adressen skrivs ut.")
@common
def desk(no_browser: bool, project: Path | None, lang: str | None) -> None:
    """Öppnar skrivbordet: hela arbetet i webbläsaren, på samma filer, bara på den här datorn.

    \b
    Exempel:
      safecomm desk
      safecomm desk --no-browser
    """
    from safecomm.desk.desk import Desk
    from safecomm.desk.server import serve

    with in_project(project, lang) as (root, language):
        says = INTERFACE[language]
        with suppress(KeyboardInterrupt):
            serve(
                Desk(root, language),
                lambda address: click.echo(says["desk"].format(address=address)),
                opens_browser=not no_browser,
            )
        click.echo(says["watched"])
