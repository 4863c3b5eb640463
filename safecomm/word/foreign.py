"""Word files that anybody may have made: read with suspicion, within bounded time and memory."""

import zlib
from lzma import LZMAError
from pathlib import Path
from zipfile import BadZipFile

from lxml import etree

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.word.archive import MAIN, Package
from safecomm.word.text import to_text
from safecomm.word.wordml import w

LARGEST = 100_000_000
"""Bytes of a file, and of all that it unpacks to: a document of a hundred photographs."""

DAMAGED = (
    # As zipfile says "no archive", "cut off", "compressed in a strange way" and "locked with a password".
    *(BadZipFile, EOFError, zlib.error, LZMAError, NotImplementedError, RuntimeError),
    # As a part says that it is no XML, and the reader that a part is not as Word writes it.
    *(etree.XMLSyntaxError, ValueError, KeyError, IndexError, TypeError, AttributeError, StopIteration),
)


def read_foreign(file: Path) -> bytes:
    """The bytes of a Word file; raises ContentError for all that is none."""
    try:
        if file.stat().st_size > LARGEST:
            raise ContentError([problem("foreign-too-big", place(file), limit=LARGEST // 1_000_000)])
        package = Package(file.read_bytes())
        if sum(member.file_size for member in package.archive.infolist()) > LARGEST:
            raise ContentError([problem("foreign-too-big", place(file), limit=LARGEST // 1_000_000)])
        if package.root(MAIN).find(w("body")) is None:
            raise ContentError([problem("foreign-not-word", place(file))])
    except (OSError, *DAMAGED):
        raise ContentError([problem("foreign-not-word", place(file))]) from None
    return package.data


def foreign_text(file: Path) -> str:
    """The file in the twin's format; raises ContentError."""
    data = read_foreign(file)
    try:
        return to_text(Package(data))
    except DAMAGED:
        raise ContentError([problem("foreign-not-word", place(file))]) from None


def place(file: Path) -> Location:
    return Location(file.as_posix())
