"""`safecomm status`."""

import sys
from pathlib import Path

import click

from safecomm.cli.answer import give_answer, output_option
from safecomm.cli.project import common, in_project


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "md", "html"]),
    default="text",
    help="Utskriftens form; alla utom text visar titlarna och varje lucka.",
)
@output_option
@common
def status(form: str, output: Path | None, project: Path | None, lang: str | None) -> None:
    """Visar vad varje kriterium frågar efter, vad i innehållet som svarar och vad som saknas.

    \b
    Exempel:
      safecomm status
      safecomm status --format html --output lage.html
      safecomm status --format md --lang en
    """
    from safecomm.content.kept_records import KeptRecords
    from safecomm.content.load import load
    from safecomm.diagnostic import Severity
    from safecomm.readiness.formats import FORMATS
    from safecomm.readiness.gather import gather, labels_of
    from safecomm.readiness.status_phrases import all_gaps

    with in_project(project, lang) as (root, language):
        content = load(root, KeptRecords(root))
        readiness = gather(content, language)
        labels = labels_of(content, language)
    give_answer(FORMATS[form](readiness, labels), output, language, root)
    sys.exit(any(gap.severity is Severity.ERROR for gap in all_gaps(readiness)))
