"""A function that is killed, or meets a full disk, right before any of its changes in the file system."""

import errno
import itertools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from safecomm.diagnostic import ContentError

CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "os.truncate"}

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process that dies at an exact point needs fork")


def full() -> None:
    raise OSError(errno.ENOSPC, "full")


ACTS = {"killed": lambda: os._exit(0), "disk full": full}


def interrupted(work: Callable[[], object], number: int, act: Callable[[], None]) -> bool:
    """Works in a process of its own, and tells whether there were as many changes as to come to `act`."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    sys.dont_write_bytecode = True
    changes = before_change(number, act)
    with suppress(ContentError, OSError):
        work()
    os._exit(0 if next(changes) > number else 1)


def before_change(number: int, act: Callable[[], None]) -> Iterator[int]:
    """Does `act` right before this process changes anything in the file system for the `number`th time."""
    changes = itertools.count(1)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if (event in CHANGES or writes) and next(changes) == number:
            act()

    sys.addaudithook(hook)
    return changes
