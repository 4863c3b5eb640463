"""Files written whole or not at all, and all of them or none."""

import errno
import os
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from safecomm.diagnostic import ContentError, Diagnostic, Location, problem

REASONS = {
    errno.ENOSPC: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "read-only",
}
"""The faults that have a code of their own; Windows says EACCES of a file that Word has open."""
TEMPORARY = ".safecomm-unfinished"
FORGOTTEN = 24 * 3600
"""Seconds after which no run can still be at work on a file."""


def write(files: Mapping[Path, bytes], staging: Path | None = None) -> None:
    """Replaces each file in one step, once all lie on the disk; raises ContentError, and what was there stays.

    They lie in the folder `staging` until then, which is on the same disk; without it, each beside what it replaces.
    """
    staged: dict[Path, Path] = {}
    try:
        for folder in {file.parent for file in files}:
            sweep(folder)
        for file, data in files.items():
            staged[file] = stage(file, data, staging or file.parent)
        for file, temporary in staged.items():
            temporary.replace(file)
    except OSError as fault:
        raise ContentError([fault_of(file, fault)]) from None
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def stage(file: Path, data: bytes, folder: Path) -> Path:
    """The data in a temporary file, whose name is unique: two runs at once do not meet in it."""
    if file.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    for each in (file.parent, folder):
        each.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=TEMPORARY, dir=folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        # mkstemp makes files private to their owner; a document may be read like any other file.
        Path(name).chmod(0o666 & ~umask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def sweep(folder: Path) -> None:
    """Removes what a run that was killed left behind."""
    for left in folder.glob(f".*{TEMPORARY}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > FORGOTTEN:
                left.unlink()


def fault_of(file: Path, fault: OSError) -> Diagnostic:
    if isinstance(fault, PermissionError):
        return problem("file-locked", Location(file.as_posix()))
    return problem(REASONS.get(fault.errno or 0, "cannot-write"), Location(file.as_posix()))


def umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
