"""One command at a time writes in a project: a lock that the system lets go of however its owner ends."""

import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.output import faults_of
from safecomm.state import STATE, state_folder

LOCK = "lock"
PATIENCE, PAUSE = 5.0, 0.05
"""Seconds to wait for another command, and between two looks whether it has ended."""

HELD: ContextVar[frozenset[Path]] = ContextVar("held", default=frozenset())
"""The locks that the caller has taken already: what runs under one may ask for it again."""


@contextmanager
def lock(project: Path) -> Iterator[None]:
    """Waits a little for the command that works in the project; raises ContentError that names it."""
    if not project.is_dir():
        raise ContentError([problem("missing-folder", Location("content"), folder=project / "content")])
    file = state_folder(project.resolve(), LOCK)
    if file in HELD.get():
        yield
        return
    handle = acquire(file)
    before = HELD.set(HELD.get() | {file})
    try:
        yield
    finally:
        HELD.reset(before)
        release(file, handle)


def acquire(file: Path) -> int:
    end = time.monotonic() + PATIENCE
    with faults_of(file):
        while (handle := try_lock(file)) is None:
            if time.monotonic() > end:
                raise ContentError([problem("project-busy", Location(f"{STATE}/{LOCK}"), command=owner(file))])
            time.sleep(PAUSE)
    # On a full disk it goes without a name.
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.write(handle, " ".join(sys.argv[1:2]).encode(errors="replace"))
    return handle


def try_lock(file: Path) -> int | None:
    """An open file that is locked; None where another has it."""
    file.parent.mkdir(exist_ok=True)
    try:
        handle = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    except FileNotFoundError:
        # Its owner has just removed the folder.
        return None
    # A file that its owner removed before it could be locked says nothing: the next comer makes another.
    if seize(handle) and stands_at(handle, file):
        os.lseek(handle, 0, os.SEEK_SET)
        return handle
    os.close(handle)
    return None


def stands_at(handle: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), file.lstat())
    except FileNotFoundError:
        return False


def release(file: Path, handle: int) -> None:
    # Windows removes no file that is open. Elsewhere it goes while it is locked: afterwards it may be another's.
    if os.name == "nt":
        os.close(handle)
    with suppress(OSError):
        file.unlink()
        file.parent.rmdir()
    if os.name != "nt":
        os.close(handle)


def owner(file: Path) -> str:
    """The command that has the lock, as one types it."""
    with suppress(OSError), file.open("rb") as stream:
        if command := re.fullmatch(rb"[a-z]+", stream.read(20)):
            return f"safecomm {command[0].decode()}"
    return "safecomm"


if sys.platform == "win32":
    import msvcrt

    BEYOND = 1_000_000
    """Windows lets nobody read what is locked: it is a place far behind the owner's name."""

    def seize(handle: int) -> bool:
        os.lseek(handle, BEYOND, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def seize(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
