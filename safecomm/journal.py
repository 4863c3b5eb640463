"""The one writer of content files: all or none, also when the run is killed, or another command writes meanwhile.

Copies come first, then a journal (`.safecomm/writing`), and only then the files themselves. From the journal on, a run
that is killed is finished by the next command.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from safecomm.content.file import FOLDER, read_bytes
from safecomm.copies import LARGEST, Copies, FileChange, content_file
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.lock import lock
from safecomm.output import FAULTS, sweep, write
from safecomm.state import STATE, state_folder
from safecomm.undo_steps import add_step, drop_step, latest_change

WRITING, FORMER_RENAMING = "writing", "rename"
Given = ParamSpec("Given")
Result = TypeVar("Result")


class Undo(StrEnum):
    """What a change means for `review --undo`: nothing, that it can be taken back, that it has been."""

    SAME = "same"
    KEEP = "keep"
    USED = "used"


def write_content(
    project: Path,
    files: Mapping[str, bytes | None],
    before: Mapping[str, bytes | None],
    *,
    proof: Callable[[Path], object] | None = None,
    undo: Undo = Undo.SAME,
) -> None:
    """Writes the files by their paths in the project, removes those that are None; raises ContentError, and wrote none.

    `before` is what the caller has read of these files and of any other that it went by, None for no file: what has
    changed since is not overwritten. When `proof` raises, all is put back.
    """
    with lock(project):
        finish(project)
        refuse_changed(project, before, "changed-meanwhile")
        changes = [FileChange(path, before[path], data) for path, data in files.items() if before[path] != data]
        if changes:
            journal = Copies(project, WRITING)
            journal.save(changes, undo)
            try:
                write({project / change.path: change.after for change in changes})
                refuse_changed(project, {change.path: change.after for change in changes}, "changed-meanwhile")
                if proof:
                    proof(project)
                update_undo(project, changes, undo)
            except BaseException:
                replace(project, [(change.path, change.after, change.before) for change in changes])
                journal.remove()
                raise
            journal.remove()


def only_writer(change: Callable[Concatenate[Path, Given], Result]) -> Callable[Concatenate[Path, Given], Result]:
    """For a function that reads a project's content and then changes it: no other command writes in between."""

    @wraps(change)
    def locked(project: Path, /, *given: Given.args, **named: Given.kwargs) -> Result:
        with lock(project):
            finish(project)
            return change(project, *given, **named)

    return locked


def take_back(project: Path) -> list[str]:
    """Undoes the last change that can be, and tells in which files; raises ContentError, and nothing has changed."""
    with lock(project):
        finish(project)
        changes = latest_change(project)
        if changes is None:
            raise ContentError([problem("nothing-to-undo", Location(FOLDER))])
        written = {change.path: change.after for change in changes}
        refuse_changed(project, written, "undo-changed")
        write_content(project, {change.path: change.before for change in changes}, written, undo=Undo.USED)
        return [change.path for change in changes]


def recover(project: Path) -> None:
    """Waits for a command that writes, and finishes what a killed one began; raises ContentError where it cannot."""
    if not state_folder(project).is_dir():
        return
    try:
        with lock(project):
            finish(project)
    except ContentError as fault:
        # Where nothing can be written, there is nothing to wait for; only what has been begun there stops the reader.
        if is_begun(project) or not {diagnostic.code for diagnostic in fault.diagnostics} <= FAULTS:
            raise


def is_begun(project: Path) -> bool:
    return Copies(project, WRITING).record.exists() or Copies(project, FORMER_RENAMING).record.exists()


def finish(project: Path) -> None:
    """Ends what a killed run began, under the lock; what has been changed by hand since stays and is told."""
    former = Copies(project, FORMER_RENAMING)
    if former.record.exists():
        raise ContentError([problem("rename-unfinished", Location(f"{STATE}/{FORMER_RENAMING}"))])
    journal = Copies(project, WRITING)
    record = journal.read()
    if record is None:
        journal.remove()
        return
    changes, note = record
    for folder in {(project / change.path).parent for change in changes}:
        sweep(folder, age=0)
    replace(project, [(change.path, change.before, change.after) for change in changes])
    left = [change.path for change in changes if content_bytes(project, change.path) != change.after]
    update_undo(project, changes, note)
    journal.remove()
    if left:
        raise ContentError([problem("not-finished", Location(path)) for path in left])


def replace(project: Path, steps: Iterable[tuple[str, bytes | None, bytes | None]]) -> None:
    """Each file that holds the first gets the second; what holds anything else stays."""
    write({project / path: new for path, old, new in steps if content_bytes(project, path) == old})


def update_undo(project: Path, changes: Sequence[FileChange], note: str) -> None:
    """Does what the change means for `review --undo`."""
    if note == Undo.KEEP:
        add_step(project, changes)
    elif note == Undo.USED:
        drop_step(project, changes)


def content_bytes(project: Path, path: str) -> bytes | None:
    """What a content file holds; None where there is none."""
    file = content_file(project, path)
    return read_bytes(file, Location(path), LARGEST) if os.path.lexists(file) else None


def refuse_changed(project: Path, expected: Mapping[str, bytes | None], code: str) -> None:
    """Raises ContentError that names every file that does not hold what is expected."""
    changed = [path for path, data in expected.items() if content_bytes(project, path) != data]
    if changed:
        raise ContentError([problem(code, Location(path)) for path in changed])
