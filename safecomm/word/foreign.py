"""Word files that anybody may have made: read with suspicion, within bounded time and memory."""

import re
import zlib
from io import BytesIO
from lzma import LZMAError
from pathlib import Path
from zipfile import BadZipFile

from lxml import etree

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.word.archive import MAIN, Package, unpack
from safecomm.word.text import to_text
from safecomm.word.wordml import w

XML = re.compile(r".*\.(xml|rels)", re.DOTALL)
LARGEST = 100_000_000
"""Bytes of a file: a document of a hundred photographs."""

DAMAGED = (
    # As zipfile says "no archive", "cut off", "compressed in a strange way" and "locked with a password".
    *(BadZipFile, EOFError, zlib.error, LZMAError, NotImplementedError, RuntimeError),
    # As a part says that it is no XML, and the reader that a part is not as Word writes it.
    *(etree.XMLSyntaxError, ValueError, KeyError, IndexError, TypeError, AttributeError, StopIteration),
)


def read_foreign(file: Path) -> bytes:
    """The bytes of a Word file; raises ContentError for all that is none."""
    name = file.as_posix()
    try:
        if file.stat().st_size > LARGEST:
            raise ContentError([problem("foreign-too-big", Location(name), limit=LARGEST // 1_000_000)])
        data = file.read_bytes()
        # Only text is bounded, and only text is read later: photographs may be many.
        unpack(BytesIO(data), XML, name, "foreign")
        if Package(data).root(MAIN).find(w("body")) is None:
            raise ContentError([problem("foreign-not-word", Location(name))])
    except (OSError, *DAMAGED):
        raise ContentError([problem("foreign-not-word", Location(name))]) from None
    return data


def foreign_text(file: Path) -> str:
    """The file in the twin's format; raises ContentError."""
    data = read_foreign(file)
    try:
        return to_text(Package(data))
    except DAMAGED:
        raise ContentError([problem("foreign-not-word", Location(file.as_posix()))]) from None
