"""A file that may be anything, or may change meanwhile, read in bounded memory."""

import os
import stat
from pathlib import Path

PIECE = 1 << 16
"""Bytes read at once: most files of a project are smaller, and take one read and no buffer."""
FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0)


class NotRegularError(OSError):
    """A folder, a device or a pipe, of which nobody knows where it ends."""


class TooLargeError(OSError):
    """More than the limit; little more than that has been read."""


def read_bounded(file: Path, limit: int) -> bytes:
    """All that a regular file holds; raises OSError, and ValueError for a name that can be no file's."""
    # Asked before it is opened: a pipe would wait for a writer.
    if not stat.S_ISREG(file.stat().st_mode):
        raise NotRegularError(file)
    descriptor = os.open(file, FLAGS)
    try:
        return read_all(descriptor, limit)
    finally:
        os.close(descriptor)


def read_all(descriptor: int, limit: int) -> bytes:
    """The size of a file may be a lie (below /proc), or the file may grow."""
    data = os.read(descriptor, PIECE)
    pieces, size = [data], len(data)
    while data and size <= limit:
        data = os.read(descriptor, PIECE)
        pieces.append(data)
        size += len(data)
    if size > limit:
        raise TooLargeError(descriptor)
    return b"".join(pieces)
