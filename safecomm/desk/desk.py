"""The project that is open: what its files say now, read once for each state of them."""

import os
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from copy import copy
from hashlib import sha256
from pathlib import Path
from threading import Lock, RLock
from typing import Any, TypeVar

from safecomm.build_id import FilesState, project_state
from safecomm.content.content import Content, Language
from safecomm.content.load import ReadProject, load
from safecomm.content.project_language import project_languages
from safecomm.content.record_memory import RecordMemory
from safecomm.desk.events import Events
from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.output import machine_problem
from safecomm.review.kept_files import kept_state

Made = TypeVar("Made")


class DeskState:
    """The project as its files are between two changes.

    `content` is as it was when it could last be read; `problems` are why today's files cannot be. `number` counts the
    states since the desk began, `files` tells one from another, and `digests` what each file held.
    """

    def __init__(
        self, number: int, files: FilesState, content: Content | None, problems: tuple[Diagnostic, ...]
    ) -> None:
        self.number, self.content, self.problems = number, content, problems
        self.files, self.digests = files
        self.made: dict[object, Future[Any]] = {}
        self.asking = Lock()

    def require_content(self) -> Content:
        """Raises ContentError where it could never be read."""
        if self.content is None:
            raise ContentError(self.problems)
        return self.content

    def remembered(self, key: object, make: Callable[[], Made]) -> Made:
        """What is worked out once for each state; whoever asks meanwhile waits for the same."""
        with self.asking:
            made, is_first = self.made.get(key), key not in self.made
            if made is None:
                made = self.made[key] = Future()
        if is_first:
            try:
                made.set_result(make())
            except BaseException as fault:
                # It may be the machine's fault, which passes.
                del self.made[key]
                made.set_exception(fault)
        result: Made = made.result()
        return result


class LastReviews:
    """`state` tells what lies there of reviewers from what lay there before."""

    state = ""


class Desk:
    """`language` is the one that people are spoken to in; `key` is the same whenever this folder is opened."""

    def __init__(self, project: Path, language: Language) -> None:
        self.project, self.language = project, language
        self.key = int(sha256(os.fsencode(project.resolve())).hexdigest()[:8], 16)
        self.events = Events()
        self.memory = RecordMemory()
        self.reading = RLock()
        self.known: DeskState | None = None
        self.lasting: dict[object, Any] = {}

    def kept(self, kind: Callable[[], Made]) -> Made:
        """What is there of a kind for as long as the desk is open."""
        with self.reading:
            if kind not in self.lasting:
                self.lasting[kind] = kind()
            kept: Made = self.lasting[kind]
            return kept

    def state(self) -> DeskState:
        """As it was when the files were last looked at."""
        with self.reading:
            return self.known or self.refresh()

    def at_rest(self) -> "Desk":
        """The same desk, for which the files stay as they are now: what is shown of them is of one state."""
        desk = copy(self)
        desk.known = self.state()
        return desk

    def refresh(self, expected: ReadProject | None = None) -> DeskState:
        """Looks at the files, and tells all pages when they say something new.

        They are not read again where nothing but what was `expected` has changed.
        """
        with self.reading:
            before, files = self.known, self.tell_files()
            if before is not None and files.id == before.files:
                return before
            if before and expected and self.is_as_expected(before, files, expected):
                self.memory.learn(expected.said.memory)
                _, content, problems = expected
            else:
                content, problems = self.read()
            number, last = (before.number + 1, before.content) if before else (1, None)
            self.known = DeskState(number, files, content or last, problems)
            self.events.tell("changed", str(number))
            return self.known

    def refresh_reviews(self) -> str:
        """Looks at what came back from reviewers, and tells all pages when it or a decision on it is another."""
        last = self.kept(LastReviews)
        with self.reading, suppress(ContentError):
            before, last.state = last.state, kept_state(self.project)
            if last.state != before:
                self.events.tell("reviews", last.state)
        return last.state

    def tell_progress(self, document: str) -> None:
        """Which document is being made, for runs that take long."""
        self.events.tell("progress", document)

    def tell_files(self) -> FilesState:
        """Empty while a folder is being replaced."""
        try:
            return project_state(self.project)
        except OSError:
            return FilesState("", {})

    def is_known(self, path: str) -> bool:
        """Whether a file, by its path in the project, holds what it held when the files were last looked at."""
        with suppress(OSError):
            return sha256((self.project / path).read_bytes()).digest() == self.state().digests.get(path)
        return False

    def is_as_expected(self, before: DeskState, files: FilesState, expected: ReadProject) -> bool:
        """How files are read depends on the languages, which are written in one of them."""
        as_read = {**before.digests, **expected.said.files.digests}
        return files.digests == as_read and project_languages(self.project) == expected.said.languages

    def read(self) -> tuple[Content | None, tuple[Diagnostic, ...]]:
        try:
            return load(self.project, self.memory), ()
        except ContentError as fault:
            return None, tuple(fault.diagnostics)
        except OSError as fault:
            return None, (machine_problem(fault),)
