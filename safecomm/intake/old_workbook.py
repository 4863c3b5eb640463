"""An old workbook (xls): whether its cells are computed, which the reader of workbooks does not tell."""

import struct
from collections.abc import Iterator
from io import BytesIO

from olefile import OleFileIO

FORMULAS = {0x0006, 0x0206, 0x0406}
"""The kinds of record that hold the formula of a cell, in the different versions (MS-XLS, 2.3)."""
STREAMS = ("Workbook", "Book")
"""Where the records of all sheets are, in newer and in older versions."""
UNEXPECTED = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError),
    *(ArithmeticError, struct.error, RecursionError, StopIteration),
)
"""What the library raises where a file is not as Excel writes it."""


def is_computed(data: bytes) -> bool:
    """Raises ValueError where it is no such file, or only a part of one."""
    try:
        with OleFileIO(BytesIO(data)) as file:
            stream = file.openstream(next(filter(file.exists, STREAMS))).read()
        return any(kind in FORMULAS for kind in record_kinds(stream))
    except UNEXPECTED as fault:
        raise ValueError from fault


def record_kinds(stream: bytes) -> Iterator[int]:
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield kind
        place += 4 + size
