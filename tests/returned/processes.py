"""Commands in processes of their own, which end or stop right before they change something in the file system."""

import os
import select
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from tests.returned.commands import Command

CHANGES = {
    "os.rename",
    "os.remove",
    "os.mkdir",
    "os.rmdir",
    "os.chmod",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.utime",
    "fcntl.flock",
    "fcntl.lockf",
}
NEVER = 0
LOCKING = "fcntl.flock"
LOOKS = 5
"""At a lock, more than any command takes that does not wait for another."""


def at_change(number: int, folder: Path, act: Callable[[], None]) -> None:
    """Does `act` before this process changes something below the folder for the `number`th time."""
    seen = 0

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if changes(event, arguments, str(folder)):
            seen += 1
            if seen == number:
                act()

    sys.addaudithook(hook)


def when_waiting(act: Callable[[], object]) -> None:
    """Does `act` once this process waits for another's lock."""
    seen = 0

    def hook(event: str, _arguments: tuple[object, ...]) -> None:
        nonlocal seen
        seen += event == LOCKING
        if seen == LOOKS and event == LOCKING:
            act()

    sys.addaudithook(hook)


def changes(event: str, arguments: tuple[object, ...], folder: str) -> bool:
    writes = event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
    if not (writes or event in CHANGES):
        return False
    # A removal of a whole folder names what is in it without the way there.
    path = str(os.fsdecode(arguments[0])) if isinstance(arguments[0], str | bytes | os.PathLike) else ""
    return not path.startswith("/") or path.startswith(folder)


def start(
    command: Command,
    project: Path,
    number: int,
    signal_: signal.Signals,
    said: Path | None = None,
    waiting: int | None = None,
) -> int:
    """The process that runs the command and sends itself a signal before its `number`th change.

    It writes into the pipe `waiting` when it waits for another.
    """
    if child := os.fork():
        return child
    code = 3
    try:
        sys.dont_write_bytecode = True
        at_change(number, project.parent, lambda: os.kill(os.getpid(), signal_))
        if waiting is not None:
            when_waiting(lambda: os.write(waiting, b"."))
        code, output = command.run(project)
        if said:
            said.write_text(output, encoding="utf-8")
    finally:
        os._exit(code)


def waits(child: int, waiting: int) -> bool:
    """Until a process waits for another, as the pipe says, or has ended; whether it waits."""
    descriptor = os.pidfd_open(child)
    try:
        return descriptor not in select.select([descriptor, waiting], [], [])[0]
    finally:
        os.close(descriptor)


def exit_code(child: int) -> int:
    """Negative for the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def stopped(child: int) -> bool:
    """Waits until a process has stopped itself, or ended."""
    status = os.waitid(os.P_PID, child, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
    return status is not None and status.si_code == os.CLD_STOPPED
