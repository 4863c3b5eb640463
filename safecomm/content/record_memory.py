"""The records of files that have not changed since they were last read."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import NamedTuple

from safecomm.content.file import text_of
from safecomm.content.record_entry import RecordEntry
from safecomm.diagnostic import ContentError, Diagnostic


class FileBytes(NamedTuple):
    """The bytes of a file, which has its `path` in the project; or the problems because of which there are none.

    `languages` are the project's, `language` is the file's own: that of the source, or of the translation that it is.
    """

    path: str
    data: bytes
    languages: tuple[str, ...]
    language: str
    problems: tuple[Diagnostic, ...] = ()

    def text(self) -> str:
        if self.problems:
            raise ContentError(self.problems)
        return text_of(self.data, self.path)


Made = tuple[list[RecordEntry], list[Diagnostic]]
"""The records that files hold, and what is wrong in them."""

RecordMaker = Callable[..., Made]
"""Of a kind, an id and the bytes of its files."""


class Memory(NamedTuple):
    """What was made of files with these contents."""

    contents: object
    made: Made


RecordName = tuple[str, str]
"""Its kind and id."""

Memories = dict[RecordName, Memory]


class RecordMemory:
    """What the files of the last load made, for whoever loads a project again and again: `load(project, memory)`."""

    def __init__(self, made: Memories | None = None) -> None:
        self.last: Memories = {}
        self.made = made or {}

    def begin(self) -> None:
        """Of what no file is left, nothing is kept beyond the next load."""
        self.last, self.made = self.made, {}

    def recall(self, record: RecordName, files: Sequence[FileBytes], make: RecordMaker) -> Made:
        """What `make` made of the same bytes, or makes of them now."""
        contents = contents_of(files)
        memory = self.last.get(record)
        if memory is None or memory.contents != contents:
            memory = Memory(contents, make(*record, *files))
        self.made[record] = memory
        return memory.made

    def known(self, record: RecordName) -> Memory | None:
        """What was made of it last, also while another load is under way."""
        return self.made.get(record) or self.last.get(record)

    def learn(self, other: "RecordMemory") -> None:
        """What another has made of the files as they are now."""
        self.made = {**self.made, **other.made}

    def end(self) -> None:
        """All files have been read."""


def contents_of(files: Sequence[FileBytes]) -> list[FileBytes]:
    """What tells them from other files: their bytes, as digests, and all else that counts."""
    return [FileBytes(file.path, sha256(file.data).digest(), *file[2:]) for file in files]
