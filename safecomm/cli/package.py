"""`safecomm package`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.catalogue import Document
from safecomm.cli.build import tell_progress
from safecomm.cli.project import common, in_project
from safecomm.cli.usage import choose_documents, wrong_usage
from safecomm.messages.texts import INTERFACE

if TYPE_CHECKING:
    from safecomm.content.content import Language


@click.command()
@click.argument("documents", nargs=-1, metavar="[DOKUMENT]...", callback=choose_documents)
@common
def package(documents: Sequence[Document], project: Path | None, lang: "Language | None") -> None:
    """Skriver en mapp att skicka, build/package/: ansökan, sammanfattningen, bilagorna och en förteckning.

    Ansökan och sammanfattningen skrivs som Word-fil och PDF på alla språk, eller bara de som nämns.

    \b
    Exempel:
      safecomm package
      safecomm package application.en
    """
    from safecomm.package import FOLDER, package, sent_documents

    if not (sent := sent_documents(documents)):
        raise wrong_usage("usage-not-sent")
    with in_project(project, lang) as (root, language):
        files = package(root, sent, language, tell_progress(language))
    for name in sorted(files):
        click.echo(INTERFACE[language]["wrote-file"].format(file=f"{FOLDER}/{name}"))
