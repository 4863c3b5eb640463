"""The drafts that were built, below `.safecomm/drafts`, so that a copy that a reviewer returns finds its own."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.drafts.kept import NAME, KeptDraft, packed, read_kept
from safecomm.lock import lock
from safecomm.output import fault_of, write
from safecomm.state import DRAFTS, STATE, state_folder

MOST_BUILDS, MOST_BYTES = 50, 200_000_000
"""What stays of the drafts that nobody noted as sent: the latest, as long as both hold."""


class Found(NamedTuple):
    """`problems` tell of what counts as not there."""

    drafts: tuple[KeptDraft, ...]
    problems: tuple[Diagnostic, ...]


class StoredFile(NamedTuple):
    """A file of the store, with its age and size."""

    modified: int
    file: Path
    size: int
    build: str
    document: str


def keep(project: Path, drafts: Iterable[KeptDraft]) -> None:
    """Raises ContentError where the machine refuses; what was kept before stays."""
    try:
        folder = state_folder(project, DRAFTS)
        files = {folder / draft.file_name: packed(draft) for draft in drafts}
        # What is removed was not noted as sent meanwhile.
        with lock(project):
            write({file: data for file, data in files.items() if not holds(file, data)})
            for file in files:
                # Another's file may be there, which only its owner can make young again.
                with suppress(PermissionError):
                    os.utime(file)
            prune(folder)
    except OSError as fault:
        raise ContentError([fault_of(Path(STATE, DRAFTS), fault)]) from None


def holds(file: Path, data: bytes) -> bool:
    return not file.is_symlink() and file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data


def prune(folder: Path) -> None:
    """Removes the oldest that were not sent, never what was built last."""
    builds: set[str] = set()
    size = 0
    for entry in sorted(entries(folder), reverse=True):
        if not is_sent(folder, entry.build, entry.document):
            builds.add(entry.build)
            size += entry.size
            if len(builds) > 1 and (len(builds) > MOST_BUILDS or size > MOST_BYTES):
                # It may be open elsewhere; the next build tries again.
                with suppress(OSError):
                    entry.file.unlink()


def entries(folder: Path) -> Iterator[StoredFile]:
    """The files with names as this program gives them; never a link."""
    for file in os.scandir(folder) if folder.is_dir() else ():
        name = NAME.fullmatch(file.name)
        # Another run may remove it meanwhile.
        with suppress(FileNotFoundError):
            if name and file.is_file(follow_symlinks=False):
                stat = file.stat(follow_symlinks=False)
                yield StoredFile(stat.st_mtime_ns, Path(file.path), stat.st_size, name["build"], name["document"])


def sent_file(folder: Path, build: str, document: str) -> Path:
    """Where it is noted that the draft was sent; that the file is there protects the draft, whatever it says."""
    return folder / f"{build}.{document}.sent.json"


def is_sent(folder: Path, build: str, document: str) -> bool:
    return os.path.lexists(sent_file(folder, build, document))


def find(project: Path, build: str, document: str) -> Found:
    """The kept drafts of this build and document: more than one where a later program made it otherwise."""
    folder = state_folder(project, DRAFTS)
    drafts, problems = [], []
    for entry in sorted(entries(folder), reverse=True):
        if (entry.build, entry.document) == (build, document):
            try:
                drafts.append(read_kept(entry.file))
            except ContentError as fault:
                problems += fault.diagnostics
    return Found(tuple(drafts), tuple(problems))
