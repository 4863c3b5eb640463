"""What takes long to make, kept for this user's next run; whatever is wrong with it, a run does without.

Part of it is code that will be run, or can run code when it is read. So folder and files must be this user's own,
nobody else may write there, no link is followed, and what is not whole is not there: a cut-off file of code could
bring Python down.
"""

import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from safecomm.diagnostic import ContentError
from safecomm.output import write
from safecomm.program import program_id

SWITCH = "SAFECOMM_CACHE"
LARGEST, MOST_BYTES, MOST_FILES = 50_000_000, 200_000_000, 400
"""A build of the program's own templates keeps some thirty files, the largest of some hundred kB; the records of a
project are one file, larger than what they were read from.
"""
PRIVATE = stat.S_IRUSR | stat.S_IWUSR
WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def remember(purpose: str, source: bytes, make: Callable[[], bytes]) -> bytes:
    """What `make` makes of the source, which must depend on nothing but that and the program."""
    key = key_of(purpose, source)
    if (made := read(key)) is None:
        keep(key, made := make())
    return made


def key_of(purpose: str, source: bytes) -> str:
    return sha256(f"{program_id()} {purpose}\n".encode(errors="replace") + source).hexdigest()


def read(key: str) -> bytes | None:
    """What was kept under the key, as it was kept."""
    with suppress(OSError):
        folder = cache_folder()
        if folder and is_own(folder.lstat(), stat.S_ISDIR):
            with open(folder / key, "rb", opener=open_no_link) as stream:
                if is_own(os.fstat(stream.fileno()), stat.S_ISREG):
                    data = stream.read(LARGEST)
                    made = data[sha256().digest_size :]
                    return made if data == seal(key, made) else None
    return None


def keep(key: str, made: bytes) -> None:
    """Not where the machine refuses: no home, a full disk."""
    data = seal(key, made)
    with suppress(OSError, ContentError):
        folder = cache_folder()
        if folder and len(data) <= LARGEST:
            folder.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
            if is_own(folder.lstat(), stat.S_ISDIR):
                write({folder / key: data})
                # Where people share a group, what they write is often the group's as well.
                (folder / key).chmod(PRIVATE)
                prune(folder)


def cache_folder() -> Path | None:
    """Where this system wants such files; None where it does not say, or where nothing is to be kept."""
    if os.environ.get(SWITCH) == "off":
        return None
    with suppress(RuntimeError):  # Nobody has a home here.
        base = {"win32": local_app_data, "darwin": library_caches}.get(sys.platform, xdg_cache)()
        return base / "safecomm" if base.is_absolute() else None
    return None


def local_app_data() -> Path:
    return Path(os.environ.get("LOCALAPPDATA", ""))


def library_caches() -> Path:
    return Path.home() / "Library/Caches"


def xdg_cache() -> Path:
    """The XDG Base Directory Specification, which passes over what is relative."""
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".cache"


def is_own(status: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Windows keeps the folder of a user from others by itself."""
    own = os.name == "nt" or (status.st_uid == os.geteuid() and not status.st_mode & WRITABLE_BY_OTHERS)
    return own and is_kind(status.st_mode)


def open_no_link(path: str, flags: int) -> int:
    # Without waiting: what has the name of a file may be a pipe.
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def seal(key: str, made: bytes) -> bytes:
    """With a digest in front, which no other file, and none that is cut off, has for this key."""
    return sha256(key.encode() + made).digest() + made


def prune(folder: Path) -> None:
    """Removes the older half of the files when there are many: those of templates and programs that are gone."""
    files = [(file.lstat(), file) for file in folder.iterdir() if len(file.name) == 2 * sha256().digest_size]
    if len(files) > MOST_FILES or sum(status.st_size for status, _ in files) > MOST_BYTES:
        for _, file in sorted(files, key=lambda entry: entry[0].st_mtime_ns)[: len(files) // 2]:
            file.unlink(missing_ok=True)
