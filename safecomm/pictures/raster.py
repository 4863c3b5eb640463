"""PNG and JPEG: whole, upright, and without what they say of where, when and by whom they were made."""

import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from safecomm.pictures.picture import PictureError, PictureFile

if TYPE_CHECKING:
    from PIL.Image import Image

MOST = 50_000_000
"""Pixels; 600 dots per inch on the whole of an A4 page are 35 million."""
SCREEN = 96.0
"""Pixels per inch where the file says nothing that can be true."""

FORMATS = ("PNG", "JPEG")
KINDS: dict[str | None, Literal["png", "jpeg"]] = {"PNG": "png", "JPEG": "jpeg"}
"""By Pillow's names."""
ORIENTATION, UPRIGHT = 0x0112, 1
"""What cameras note in EXIF: how the picture has to be turned."""

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


def decode(data: bytes, file: Path) -> PictureFile:
    """Raises PictureError."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                if image.width * image.height > MOST:
                    raise PictureError("picture-too-large", file)
                pixels_per_inch = density(image.info.get("dpi"))
                published = without_metadata(turn_upright(image, data))
            with Image.open(BytesIO(published), formats=FORMATS) as image:
                image.load()
                return PictureFile(KINDS[image.format], published, image.width, image.height, pixels_per_inch)
        except PictureError:
            raise
        except Image.DecompressionBombError:
            raise PictureError("picture-too-large", file) from None
        except Exception:
            # Pillow's decoders raise what they stumble upon: SyntaxError, struct.error, KeyError and more.
            raise PictureError("picture-broken", file) from None


def density(found: tuple[float, float] | None) -> float:
    pixels = float(found[0]) if found else 0
    return pixels if 10 <= pixels <= 10_000 else SCREEN


def turn_upright(image: "Image", data: bytes) -> bytes:
    """The file as it is, or a new one with the pixels turned: a JPEG loses a little, which nobody sees."""
    if orientation(image, data) == UPRIGHT:
        return data
    from PIL import ImageOps
    from PIL.JpegImagePlugin import get_sampling

    turned, file = ImageOps.exif_transpose(image), BytesIO()
    profile = image.info.get("icc_profile")
    if image.format == "PNG":
        turned.save(file, "PNG", icc_profile=profile)
    else:
        turned.save(file, "JPEG", quality=95, subsampling=get_sampling(image), icc_profile=profile)
    return file.getvalue()


def orientation(image: "Image", data: bytes) -> int:
    """Of a PNG, Pillow decodes the whole to look for what hardly any has."""
    if image.format != "PNG" or b"eXIf" in data:
        # What stands in EXIF is not always sound, and the picture may be so all the same.
        with suppress(Exception):
            return int(image.getexif().get(ORIENTATION, UPRIGHT))
    return UPRIGHT


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
