"""`safecomm build --watch`: builds again whenever a file changes, until Ctrl-C."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from safecomm.cli.project import answer_language
from safecomm.cli.refusal import tell_refusal
from safecomm.messages.texts import INTERFACE

if TYPE_CHECKING:
    from safecomm.build import Run
    from safecomm.diagnostic import Diagnostic
    from safecomm.last_build import BuildRequest

PAUSES = 15
"""Looks at the folders, some seconds in all, until what the machine refused is tried again."""


def keep_building(request: "BuildRequest", changes: Iterable[Sequence[str]]) -> None:
    """Builds the documents asked for, then those that each change reaches; what is wrong is only told.

    `changes` are the files that changed since the last look, often none.
    """
    work = WatchedBuild(request)
    says = INTERFACE[work.language]
    with suppress(KeyboardInterrupt):
        # The first look comes before the first build: what is saved during that is not missed.
        for number, changed in enumerate(changes):
            if changed:
                click.echo(says["changed"].format(files=", ".join(changed)))
                work.include(changed)
            if number == 0 or changed or work.may_pass_now():
                work.attempt()
            if number == 0:
                click.echo(says["watching"])
    click.echo(says["watched"])


class WatchedBuild:
    """The documents that are still to be built: what failed stays among them."""

    def __init__(self, request: "BuildRequest") -> None:
        from safecomm.content.record_memory import RecordMemory
        from safecomm.twin.twin import TextMemory

        self.request = request
        self.memory, self.chapters = RecordMemory(), TextMemory()
        self.due = set(request.documents)
        self.made: Run | None = None
        self.refused: Sequence[Diagnostic] = ()
        self.pauses = 0

    @property
    def language(self) -> str:
        return answer_language(self.request.lang, self.request.project)

    def include(self, changed: Sequence[str]) -> None:
        from safecomm.content.project_language import project_languages
        from safecomm.watch import documents_reached

        self.due |= documents_reached(changed, project_languages(self.request.project)) & set(self.request.documents)
        self.made, self.refused = None, ()

    def attempt(self) -> None:
        """Builds what is due and writes it; what is made but cannot be written is not made again."""
        from safecomm.cli.build import make, reason_of, write
        from safecomm.diagnostic import ContentError
        from safecomm.output import machine_problem

        if not self.due:
            return
        try:
            if self.made is None:
                due = [document for document in self.request.documents if document in self.due]
                self.made = make(self.request._replace(documents=due), self.memory, self.chapters)
            write(self.request, self.made)
        except ContentError as fault:
            self.refuse(fault.diagnostics, "stopped" if self.made else reason_of(fault))
        except OSError as fault:
            self.refuse([machine_problem(fault)], "stopped")
        else:
            self.due, self.made, self.refused = set(), None, ()

    def refuse(self, diagnostics: Sequence["Diagnostic"], reason: str) -> None:
        """The same is told once, however often it is tried again."""
        if diagnostics != self.refused:
            tell_refusal(diagnostics, self.language, reason, self.request.project)
        self.refused, self.pauses = diagnostics, 0

    def may_pass_now(self) -> bool:
        """Whether it is time to try again what the machine refused: Word may have closed the document meanwhile."""
        from safecomm.output import FAULTS

        self.pauses += 1
        passing = {*FAULTS, "machine", "project-busy", "unreadable-file"}
        return self.pauses >= PAUSES and any(diagnostic.code in passing for diagnostic in self.refused)
