"""Files that somebody drops on a page: they come as JSON, and lie in a folder of their own while they are read."""

import os
import re
import tempfile
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from safecomm.desk.addresses import DROPPED
from safecomm.desk.respond import JsonObject
from safecomm.desk.routing import RequestError

UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\ud800-\udfff]')
"""What a name of a file may not hold on one of the systems."""
LONGEST = 120
MOST = 50
LATEST = 32_503_680_000_000
"""The year 3000."""


@contextmanager
def dropped_files(body: JsonObject) -> Iterator[list[Path]]:
    """The `files` of the body under names as people know them; raises RequestError.

    Of each the page sends its `name`, its `data` in base64, and when it was `modified`. When the caller has read them,
    they are gone.
    """
    files = body.get("files")
    if not isinstance(files, list) or not 0 < len(files) <= MOST:
        raise RequestError("files")
    with tempfile.TemporaryDirectory(prefix=DROPPED) as folder:
        # Two files may have one name.
        yield [write_file(Path(folder) / str(number), file) for number, file in enumerate(files)]


def write_file(folder: Path, file: object) -> Path:
    match file:
        case {"name": str(name), "data": str(data), **more}:
            folder.mkdir()
            path = folder / fit_name(name)
            path.write_bytes(decode(data))
            set_time(path, more.get("modified"))
            return path
    raise RequestError("file")


def set_time(path: Path, modified: object) -> None:
    """When the file was last changed, in milliseconds as a browser tells it: figures say how old their file is."""
    if isinstance(modified, int) and 0 < modified < LATEST:
        os.utime(path, (modified / 1000, modified / 1000))


def decode(data: str) -> bytes:
    try:
        return b64decode(data, validate=True)
    except (Error, ValueError):
        raise RequestError("base64") from None


def fit_name(name: str) -> str:
    """The name that the person sees, without what would lead elsewhere."""
    fit = UNFIT.sub("_", re.split(r"[/\\]", name)[-1]).strip(" .")
    stem, dot, ending = fit.rpartition(".")
    return f"{stem[:LONGEST]}{dot}{ending[:LONGEST]}" if stem else fit[:LONGEST] or "_"
