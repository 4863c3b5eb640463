"""An old workbook (xls): whether its cells are computed, which the reader of workbooks does not tell.

It is a small file system of sectors (MS-CFB), in which one file holds the records of all sheets (MS-XLS).
"""

import struct
from collections.abc import Iterator, Sequence

FORMULAS = {0x0006, 0x0206, 0x0406}
"""The kinds of record that hold the formula of a cell, in the different versions."""
NAMES = {"Workbook", "Book"}
LAST = 0xFFFFFFFA
"""From here on a number of a sector says that none follows."""
LISTED, ENTRY, SMALL = 109, 128, 64
"""How many sectors of the table the header lists; bytes of an entry of the directory, and of a small sector."""


def is_computed(data: bytes) -> bool:
    """Raises ValueError where it is no such file, or only a part of one."""
    try:
        return any(kind in FORMULAS for kind in record_kinds(workbook_stream(data)))
    except (struct.error, IndexError, UnicodeDecodeError):
        raise ValueError from None


def record_kinds(stream: bytes) -> Iterator[int]:
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield kind
        place += 4 + size


def workbook_stream(data: bytes) -> bytes:
    sector = 1 << number(data, 30, "<H")
    table = sector_table(data, sector)
    directory = joined(data, table, number(data, 48), sector, sector)
    root, start, size = number(directory, 116), *place_of_workbook(directory)
    if size >= number(data, 56):
        return joined(data, table, start, sector, sector)[:size]
    small = numbers(joined(data, table, number(data, 60), sector, sector))
    return joined(joined(data, table, root, sector, sector), small, start, SMALL, 0)[:size]


def sector_table(data: bytes, sector: int) -> Sequence[int]:
    """Of each sector, which one follows."""
    listed = list(struct.unpack_from(f"<{LISTED}I", data, 76))
    following = number(data, 68)
    while following < LAST and len(listed) * sector < len(data):
        *more, following = numbers(part(data, following, sector, sector))
        listed += more
    return numbers(b"".join(part(data, place, sector, sector) for place in listed if place < LAST))


def place_of_workbook(directory: bytes) -> tuple[int, int]:
    """Where it starts, and how long it is."""
    for place in range(0, len(directory) - ENTRY + 1, ENTRY):
        length = number(directory, place + 64, "<H")
        if directory[place : place + max(length - 2, 0)].decode("utf-16-le") in NAMES:
            return number(directory, place + 116), number(directory, place + 120)
    raise ValueError


def joined(data: bytes, table: Sequence[int], start: int, size: int, before: int) -> bytes:
    """The sectors of a file after each other; so many bytes are `before` them."""
    parts: list[bytes] = []
    while start < LAST:
        if len(parts) > len(table):
            raise ValueError
        parts.append(part(data, start, size, before))
        start = table[start]
    return b"".join(parts)


def part(data: bytes, place: int, size: int, before: int) -> bytes:
    return data[before + place * size : before + (place + 1) * size]


def number(data: bytes, place: int, form: str = "<I") -> int:
    found: int = struct.unpack_from(form, data, place)[0]
    return found


def numbers(data: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
