"""The program as it is installed: a digest that another version of it, of a library or of Python would not have."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

PACKAGE = str(Path(__file__).parent)


@cache
def program_id() -> str:
    return sha256("\n".join((sys.version, *libraries(), *sources(PACKAGE))).encode(errors="replace")).hexdigest()


def libraries() -> Iterator[str]:
    """The folders that say which versions are installed."""
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder) as entries:
            yield from sorted(entry.name for entry in entries if entry.name.endswith((".dist-info", ".egg-info")))


def sources(folder: str) -> Iterator[str]:
    """The program's files with what changes when one is written anew, which is quicker to ask than what they say."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if not entry.is_dir():
                status = entry.stat()
                yield f"{entry.path} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
            elif entry.name != "__pycache__":
                yield from sources(entry.path)
