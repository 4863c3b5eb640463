"""Pictures that the content shows: read whole, decoded once, and refused where no document could show them safely."""

from pathlib import Path

from safecomm.bounded_read import TooLargeError, read_bounded
from safecomm.pictures.drawing import clean_drawing
from safecomm.pictures.picture import PictureError, PictureFile
from safecomm.pictures.raster import decode

__all__ = ["PictureError", "PictureFile", "read"]

LARGEST = 20_000_000
"""Bytes of a file."""

SUFFIXES = (".png", ".jpg", ".jpeg", ".svg")


def read(file: Path) -> PictureFile:
    """Raises PictureError."""
    if file.suffix.lower() not in SUFFIXES:
        raise PictureError("picture-unsupported", file)
    data = read_bytes(file)
    if file.suffix.lower() != ".svg":
        return decode(data, file)
    drawing = clean_drawing(data, file)
    beside = file.with_suffix(".png")
    if beside.is_symlink() or not beside.is_file():
        raise PictureError("picture-fallback", beside)
    shown = read(beside)
    return shown._replace(kind="svg", data=drawing, fallback=shown.data)


def read_bytes(file: Path) -> bytes:
    try:
        return read_bounded(file, LARGEST)
    except TooLargeError:
        raise PictureError("picture-too-large", file) from None
    except (OSError, ValueError):
        raise PictureError("picture-missing", file) from None
