"""Files written whole or not at all, and all of them or none."""

import errno
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from safecomm.diagnostic import ContentError, Diagnostic, Location, problem

REASONS = {
    errno.ENOSPC: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "read-only",
}
"""The faults that have a code of their own; Windows says EACCES of a file that Word has open."""
FAULTS = {"file-locked", "cannot-write", *REASONS.values()}
"""The codes of all that the machine may refuse."""

TEMPORARY = ".safecomm-unfinished"
FORGOTTEN = 24 * 3600
"""Seconds after which no run can still be at work on a file."""


def write(files: Mapping[Path, bytes | None]) -> None:
    """Replaces each file in one step, and removes those that are None, once all lie on the disk.

    Raises ContentError, and then what was there stays, or is put back.
    """
    for folder in {file.parent for file in files}:
        sweep(folder)
    replacements = [Replacement(file, data) for file, data in files.items()]
    try:
        for replacement in replacements:
            with faults_of(replacement.file):
                replacement.prepare()
        for replacement in replacements:
            with faults_of(replacement.file):
                replacement.carry_out()
    except BaseException as fault:
        put_back(replacements, fault)
        raise
    finally:
        for replacement in replacements:
            replacement.clear()


class Replacement:
    """A file's turn from what it holds to what it is to hold; after every step it is the one or the other, whole."""

    def __init__(self, file: Path, data: bytes | None) -> None:
        self.file, self.data = file, data
        self.staged: Path | None = None
        self.former: Path | None = None
        self.prepared = False

    def prepare(self) -> None:
        if self.file.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if self.data is not None:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.staged = stage(self.file, self.data)
        if os.path.lexists(self.file):
            self.former = keep(self.file)
        self.prepared = True

    def carry_out(self) -> None:
        if self.staged:
            self.staged.replace(self.file)
        else:
            self.file.unlink(missing_ok=True)

    def put_back(self) -> None:
        """Does nothing where the file was not replaced yet."""
        if not self.prepared or os.path.lexists(self.staged or self.file):
            return
        if self.former:
            self.former.replace(self.file)
        else:
            self.file.unlink(missing_ok=True)

    def clear(self) -> None:
        for file in filter(None, (self.staged, self.former)):
            with suppress(OSError):
                file.unlink(missing_ok=True)


def put_back(replacements: Sequence[Replacement], fault: BaseException) -> None:
    """Raises ContentError with what was wrong before, too, where a file stays as it was not to be."""
    stuck = []
    for replacement in replacements:
        try:
            replacement.put_back()
        except OSError:
            stuck.append(problem("not-put-back", Location(replacement.file.as_posix())))
    if stuck:
        before = fault.diagnostics if isinstance(fault, ContentError) else []
        raise ContentError([*before, *stuck]) from None


def stage(file: Path, data: bytes) -> Path:
    """The data beside the file, under a name that is unique: two runs at once do not meet in it."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=TEMPORARY, dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        # mkstemp makes files private to their owner; a document may be read like any other file.
        Path(name).chmod(0o666 & ~umask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def keep(file: Path) -> Path:
    """A second name of the file, from which it can be put back; a copy on disks that know no second names."""
    former = file.with_name(f".{file.name}.{secrets.token_hex(4)}{TEMPORARY}")
    try:
        os.link(file, former)
    except OSError:
        shutil.copy2(file, former)
    return former


def sweep(folder: Path, age: float = FORGOTTEN) -> None:
    """Removes what a run that was killed left behind, `age` seconds ago or more."""
    for left in folder.glob(f".*{TEMPORARY}"):
        with suppress(OSError):
            if time.time() - left.lstat().st_mtime >= age:
                left.unlink()


@contextmanager
def faults_of(file: Path) -> Iterator[None]:
    """What the machine refuses, as a problem of this file."""
    try:
        yield
    except OSError as fault:
        raise ContentError([fault_of(file, fault)]) from None


def fault_of(file: Path, fault: OSError) -> Diagnostic:
    if isinstance(fault, PermissionError):
        return problem("file-locked", Location(file.as_posix()))
    return problem(REASONS.get(fault.errno or 0, "cannot-write"), Location(file.as_posix()))


def machine_problem(fault: OSError) -> Diagnostic:
    """A file or folder that went away, a disk that is full, an output that nobody reads any more."""
    place = Location(os.fsdecode(fault.filename) if isinstance(fault.filename, str | bytes) else "safecomm")
    return problem("machine", place, reason=f"E{fault.errno}")


def umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
