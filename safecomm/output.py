"""Files written whole or not at all."""

import os
import tempfile
from pathlib import Path

from safecomm.diagnostic import ContentError, Location, problem


def write(file: Path, data: bytes) -> None:
    """Replaces `file` in one step, so that a failure leaves the earlier one; raises ContentError when it cannot."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace(file, data)
    except PermissionError:
        raise ContentError([problem("file-locked", Location(file.as_posix()))]) from None
    except OSError as fault:
        raise ContentError([problem("cannot-write", Location(file.as_posix()), reason=fault.strerror)]) from None


def replace(file: Path, data: bytes) -> None:
    # The name is unique, so that two runs at once do not write into each other's file.
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        # mkstemp makes files private to their owner; a document may be read like any other file.
        temporary.chmod(0o666 & ~umask())
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
