"""PNG and JPEG without what they say of where, when and by whom they were made; what is seen stays bit by bit."""

import re
import struct
from collections.abc import Iterator

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
CHUNKS = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND"),
    *(b"tRNS", b"bKGD", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT", b"pHYs"),
}
"""Of a PNG: the image, its colours and its size in print."""

END, SCAN = 0xD9, 0xDA
SIZE, PROFILE, ADOBE = b"\xff\xe0\0\x10JFIF\0", b"ICC_PROFILE\0", b"\xff\xee\0\x0eAdobe"
NOTES = range(0xE0, 0xFF)
"""The markers of a JPEG's segments that programs write for each other: EXIF, XMP, comments and more."""
# In a scan, an FF that is part of the image is followed by 00 or the mark of a restart.
MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def without_metadata(data: bytes) -> bytes:
    """Nothing of what follows the image's end either. Raises ValueError where it has no end."""
    pieces = png_pieces(data) if data.startswith(PNG) else jpeg_pieces(data)
    try:
        return b"".join(pieces)
    except struct.error:
        raise ValueError("a piece is cut off") from None


def png_pieces(data: bytes) -> Iterator[bytes]:
    yield PNG
    place, kind = len(PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, place)
        end = place + length + 12
        if kind in CHUNKS:
            yield data[place:end]
        place = end


def jpeg_pieces(data: bytes) -> Iterator[bytes]:
    yield JPEG
    place, marker = len(JPEG), 0
    while marker != END:
        place = next_marker(data, place)
        marker = data[place + 1]
        end = place + 2 + (struct.unpack_from(">H", data, place + 2)[0] if marker != END else 0)
        if marker == SCAN:
            end = next_marker(data, end)
        yield needed_part(data[place:end]) if marker in NOTES else data[place:end]
        place = end


def next_marker(data: bytes, place: int) -> int:
    if match := MARKER.search(data, place):
        return match.start()
    raise ValueError("the image has no end")


def needed_part(note: bytes) -> bytes:
    """Of a segment with notes, what the picture needs to look right: its size, without a thumbnail, and its colours."""
    if note[4:9] == SIZE[4:]:
        return SIZE + note[9:16] + b"\0\0"
    if note[4:9] == ADOBE[4:]:
        return ADOBE + note[9:16]
    return note if note[4:16] == PROFILE else b""
