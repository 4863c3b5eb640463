"""`safecomm status`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.cli.preamble import in_project
from safecomm.cli.project import common

if TYPE_CHECKING:
    from safecomm.content.content import Language


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md", "html"]),
    default="text",
    help="Utskriftens form; alla utom text visar titlarna och varje lucka.",
)
@common
def status(form: str, project: Path | None, lang: "Language | None") -> None:
    """Visar vad varje kriterium frågar efter, vad i innehållet som svarar och vad som saknas.

    \b
    Exempel:
      safecomm status
      safecomm status --format html > lage.html
      safecomm status --format md --lang en
    """
    from safecomm.content.load import load
    from safecomm.diagnostic import Severity
    from safecomm.labels import Labels
    from safecomm.readiness.forms import FORMS
    from safecomm.readiness.gather import status as gathered
    from safecomm.readiness.words import all_gaps

    with in_project(project, lang) as (root, language):
        found = gathered(load(root), language)
    click.echo(FORMS[form](found, Labels(root, language)), nl=False)
    sys.exit(any(each.severity is Severity.ERROR for each in all_gaps(found)))
