"""`safecomm sent`."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.catalogue import Document
from safecomm.cli.project import common, in_project
from safecomm.cli.usage import check_printable, choose_documents
from safecomm.messages.texts import INTERFACE

if TYPE_CHECKING:
    from safecomm.content.content import Language
    from safecomm.drafts.sendings import SentDraft


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOKUMENT...", callback=choose_documents)
@click.option(
    "--to", "recipient", default="", metavar="NAMN", callback=check_printable, help="Vem utkastet skickades till."
)
@common
def sent(documents: Sequence[Document], recipient: str, project: Path | None, lang: "Language | None") -> None:
    """Noterar att utkastet som ligger i build/ har skickats, så att det aldrig tas bort.

    \b
    Exempel:
      safecomm sent application.en --to "Certifieringscentret"
    """
    from safecomm.drafts.sendings import Sending, note_sent

    with in_project(project, lang) as (root, language):
        drafts = note_sent(root, documents, Sending(date.today().isoformat(), recipient))
    for draft in drafts:
        click.echo(sendings_of(draft, language))


def sendings_of(draft: "SentDraft", language: str) -> str:
    """Every sending of the draft."""
    from safecomm.report.terminal_text import visible

    says = INTERFACE[language]
    sendings = (says["sent-to" if to else "sent-on"].format(date=day, to=to) for day, to in draft.sendings)
    return says["sent"].format(document=draft.document, build=draft.build, sendings=visible("; ".join(sendings)))
