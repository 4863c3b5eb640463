"""The changes that can be taken back, one after the other: the copies of each lie in a folder of its own."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from safecomm.copies import RECORD, Copies, FileChange
from safecomm.diagnostic import ContentError
from safecomm.state import UNDO, state_folder

STEPS = 20
"""Those that are kept."""
UNNUMBERED = 0
"""One that an earlier version of the program kept, beside the folders of the others."""


def latest_change(project: Path) -> list[FileChange] | None:
    """What is taken back next; raises ContentError unless all is as it was written."""
    steps = steps_of(project)
    kept = copies(project, steps[-1]).read() if steps else None
    return kept[0] if kept else None


def add_step(project: Path, changes: Sequence[FileChange]) -> None:
    """A change that a killed run has kept already is not kept again by the command that finishes it."""
    if is_latest(project, changes):
        return
    steps = steps_of(project)
    copies(project, steps[-1] + 1 if steps else 1).save(changes)
    for step in steps[: max(len(steps) + 1 - STEPS, 0)]:
        copies(project, step).remove()


def drop_step(project: Path, changes: Sequence[FileChange]) -> None:
    """The latest has been taken back by these changes; where a killed run has dropped it already, the others stay."""
    if is_latest(project, [FileChange(path, after, before) for path, before, after in changes]):
        copies(project, steps_of(project)[-1]).remove()


def is_latest(project: Path, changes: Sequence[FileChange]) -> bool:
    """What is damaged is nothing that anybody has written."""
    with suppress(ContentError):
        return latest_change(project) == list(changes)
    return False


def steps_of(project: Path) -> list[int]:
    """By their numbers, the latest last. None is opened for that: who saves a field waits."""
    folder, numbers = state_folder(project, UNDO), []
    with suppress(OSError):
        numbers = sorted(int(step.name) for step in folder.iterdir() if step.name.isdecimal())
    return [number for number in (UNNUMBERED, *numbers) if folder.joinpath(*names_of(number), RECORD).exists()]


def copies(project: Path, number: int) -> Copies:
    return Copies(project, UNDO, *names_of(number))


def names_of(number: int) -> tuple[str, ...]:
    """The folder of the step below that of all."""
    return () if number == UNNUMBERED else (str(number),)
