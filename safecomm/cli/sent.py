"""`safecomm sent`."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.catalogue import Document
from safecomm.cli.build import chosen
from safecomm.cli.diff import printable
from safecomm.cli.project import common, complete, nearest_project
from safecomm.cli.refusal import refuse
from safecomm.messages.interface import INTERFACE

if TYPE_CHECKING:
    from safecomm.content.content import Language
    from safecomm.drafts.sent import SentDraft


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOKUMENT...", callback=chosen)
@click.option("--to", "recipient", default="", metavar="NAMN", callback=printable, help="Vem utkastet skickades till.")
@common
def sent(documents: Sequence[Document], recipient: str, project: Path | None, lang: "Language | None") -> None:
    """Noterar att utkastet som ligger i build/ har skickats, så att det aldrig tas bort.

    \b
    Exempel:
      safecomm sent application.en --to "Certifieringscentret"
    """
    from safecomm.content.language import spoken
    from safecomm.diagnostic import ContentError
    from safecomm.drafts.sent import Sending, note_sent

    root = project or nearest_project()
    language = lang or spoken(root)
    try:
        complete(root)
        noted = note_sent(root, documents, Sending(date.today().isoformat(), recipient))
    except ContentError as fault:
        refuse(fault.diagnostics, language, "stopped", root)
    for draft in noted:
        click.echo(told(draft, language))


def told(draft: "SentDraft", language: str) -> str:
    """Every sending of the draft."""
    from safecomm.report.visible import visible

    says = INTERFACE[language]
    sendings = (says["sent-to" if to else "sent-on"].format(date=day, to=to) for day, to in draft.sendings)
    return says["sent"].format(document=draft.document, build=draft.build, sendings=visible("; ".join(sendings)))
