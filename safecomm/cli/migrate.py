"""`safecomm migrate`."""

from pathlib import Path

import click

from safecomm.cli.project import common, display_path, in_project
from safecomm.messages.texts import INTERFACE


@click.command()
@common
def migrate(project: Path | None, lang: str | None) -> None:
    """Skriver om äldre innehåll i dagens form. Allt annat i filerna står kvar, tecken för tecken.

    Äldre innehåll går att använda som det är; se på ändringen med Git innan den sparas där.

    \b
    Exempel:
      safecomm migrate
    """
    from safecomm.editing.migrate import migrate_project

    with in_project(project, lang) as (root, language):
        written = migrate_project(root)
    for file in written:
        click.echo(INTERFACE[language]["wrote-file"].format(file=display_path(file)))
    if not written:
        click.echo(INTERFACE[language]["nothing-to-migrate"])
