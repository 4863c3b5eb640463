"""Changes of content files as copies in a folder of the program: what each file held, and what it is to hold.

The record `journal.json` lists them with their digests. It is written last and removed first: without it, the copies
are only what a killed run left lying about. All of it may have come with a copy of the project, from anybody.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from safecomm.content.file import FOLDER, read_bytes
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.output import TEMPORARY, faults_of, write
from safecomm.state import STATE, state_folder

RECORD = "journal.json"
LARGEST = 100_000_000
"""Bytes of one file: among the content is what was decided, with its pictures."""
OWN = re.compile(rf"{re.escape(RECORD)}|[0-9]+\.(before|after)|\..*{re.escape(TEMPORARY)}")
"""The names of files that the program makes in such a folder, and may remove."""


class FileChange(NamedTuple):
    """`path` is relative to the project; None stands for no file."""

    path: str
    before: bytes | None
    after: bytes | None


class Copies:
    """The folder of these `names` below `.safecomm` of a project; raises ContentError where it is a link."""

    def __init__(self, project: Path, *names: str) -> None:
        self.project, self.names = project, names
        self.folder = state_folder(project, *names)
        self.record = state_folder(project, *names, RECORD)

    def save(self, changes: Sequence[FileChange], note: str = "") -> None:
        """Raises ContentError, and then there are none, of earlier changes neither."""
        self.remove()
        try:
            with faults_of(self.folder):
                self.save_copies(changes)
            files = [[change.path, digest(change.before), digest(change.after)] for change in changes]
            write({self.record: json.dumps({"files": files, "note": note}).encode()})
        except BaseException:
            self.remove()
            raise

    def save_copies(self, changes: Sequence[FileChange]) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for number, change in enumerate(changes):
            for side, data in (("before", change.before), ("after", change.after)):
                if data is not None:
                    self.copy_file(number, side).write_bytes(data)

    def read(self) -> tuple[list[FileChange], str] | None:
        """The changes with their note; None without a record. Raises ContentError unless all is as it was written."""
        if not self.record.exists():
            return None
        # Nothing of it is shown: it may be anything.
        with suppress(ContentError, ValueError, TypeError, KeyError, RecursionError, OSError):
            said = json.loads(read_bytes(self.record, Location("")))
            return list(self.read_changes(said["files"])), str(said["note"])
        raise ContentError([problem("journal-damaged", Location("/".join((STATE, *self.names, RECORD))))])

    def read_changes(self, files: Any) -> Iterator[FileChange]:
        for number, (path, before, after) in enumerate(files):
            content_file(self.project, path)
            yield FileChange(path, self.read_copy(number, "before", before), self.read_copy(number, "after", after))

    def read_copy(self, number: int, side: str, expected: str | None) -> bytes | None:
        data = None if expected is None else read_bytes(self.copy_file(number, side), Location(""), LARGEST)
        if digest(data) != expected:
            raise ValueError
        return data

    def copy_file(self, number: int, side: str) -> Path:
        return state_folder(self.project, *self.names, f"{number}.{side}")

    def remove(self) -> None:
        """The record first; what is not the program's own stays."""
        with faults_of(self.record):
            self.record.unlink(missing_ok=True)
        with suppress(OSError):
            for file in self.folder.iterdir():
                if OWN.fullmatch(file.name):
                    file.unlink()
            self.folder.rmdir()
        # Of several steps that lie together, the last.
        with suppress(OSError):
            if len(self.names) > 1:
                self.folder.parent.rmdir()


def digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()


def content_file(project: Path, path: str) -> Path:
    """The content file; raises ContentError where the path leads out of the content or through a link in it."""
    with suppress(ValueError, OSError, RuntimeError):
        top, *rest = Path(path).parts
        content = (project / FOLDER).resolve()
        if top == FOLDER and rest and (project / path).resolve() == content.joinpath(*rest):
            return project / path
    raise ContentError([problem("not-in-content", Location(path))])
