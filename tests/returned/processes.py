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


def changes(event: str, arguments: tuple[object, ...], folder: str) -> bool:
    writes = event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & (os.O_WRONLY | os.O_RDWR))
    if not (writes or event in CHANGES):
        return False
    # A removal of a whole folder names what is in it without the way there.
    path = str(os.fsdecode(arguments[0])) if isinstance(arguments[0], str | bytes | os.PathLike) else ""
    return not path.startswith("/") or path.startswith(folder)


def start(command: Command, project: Path, number: int, signal_: signal.Signals, said: Path | None = None) -> int:
    """The process that runs the command and sends itself a signal before its `number`th change."""
    if child := os.fork():
        return child
    code = 3
    try:
        sys.dont_write_bytecode = True
        at_change(number, project.parent, lambda: os.kill(os.getpid(), signal_))
        code, output = command.run(project)
        if said:
            said.write_text(output, encoding="utf-8")
    finally:
        os._exit(code)


def ended(child: int, seconds: float | None = None) -> bool:
    """Waits until a process has ended, for so long."""
    descriptor = os.pidfd_open(child)
    try:
        return bool(select.select([descriptor], [], [], seconds)[0])
    finally:
        os.close(descriptor)


def exit_code(child: int) -> int:
    """Negative for the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def stopped(child: int) -> bool:
    """Waits until a process has stopped itself, or ended."""
    status = os.waitid(os.P_PID, child, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
    return status is not None and status.si_code == os.CLD_STOPPED
