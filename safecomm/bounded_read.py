"""A file that may be anything, or may change meanwhile, read in bounded memory."""

import stat
from pathlib import Path


class NotRegularError(OSError):
    """A folder, a device or a pipe, of which nobody knows where it ends."""


class TooLargeError(OSError):
    """More than the limit; no more than one byte too much has been read."""


def read_bounded(file: Path, limit: int) -> bytes:
    """All that a regular file holds; raises OSError, and ValueError for a name that can be no file's."""
    if not stat.S_ISREG(file.stat().st_mode):
        raise NotRegularError(file)
    with file.open("rb") as stream:
        # The size may be a lie (below /proc), or the file may grow.
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError(file)
    return data
