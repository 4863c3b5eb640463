"""The program as it is installed: a digest that another version of it, of a library or of Python would not have."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import sha256

PACKAGE = os.path.dirname(__file__)
INSTALLED = ".dist-info"
"""The ending of the folder that each installed library has, with its version in the name."""


@cache
def program_id() -> str:
    return sha256("\n".join((sys.version, *libraries(), *sources(PACKAGE))).encode(errors="replace")).hexdigest()


def libraries() -> Iterator[str]:
    for folder in sys.path:
        if os.path.isdir(folder):
            yield from sorted(name for name in os.listdir(folder) if name.endswith(INSTALLED))


def sources(folder: str) -> Iterator[str]:
    """Each file of the program with what changes when it is written anew, which is quicker to ask than what it says."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from sources(entry.path) if entry.name != "__pycache__" else ()
        else:
            stat = entry.stat()
            yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}"
