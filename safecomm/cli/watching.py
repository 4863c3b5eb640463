"""`safecomm build --watch`: builds again whenever a file changes, until Ctrl-C."""

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import click

from safecomm.catalogue import Document
from safecomm.cli.refusal import refuse_fault
from safecomm.messages.interface import INTERFACE


def keep_building(
    once: Callable[[Sequence[Document]], None], documents: Sequence[Document], project: Path, language: str
) -> None:
    """Calls `once` with all documents, then with those that each change touches; what is wrong is only told."""
    from safecomm.watch import changes, touched

    # Unlike a single build, this may run for days.
    gc.enable()
    says = INTERFACE[language]
    with suppress(KeyboardInterrupt):
        attempt(once, documents, language)
        for changed in changes(project):
            click.echo(says["changed"].format(files=", ".join(changed)) if changed else says["watching"])
            if again := touched(changed, documents):
                attempt(once, again, language)
    click.echo(says["watched"])


def attempt(once: Callable[[Sequence[Document]], None], documents: Sequence[Document], language: str) -> None:
    with suppress(SystemExit):
        try:
            once(documents)
        except OSError as fault:
            refuse_fault(fault, language)
