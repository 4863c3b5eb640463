"""PNG and JPEG: decoded to see that they are whole, and turned the way the camera was held."""

import warnings
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from safecomm.pictures.cleaning import without_metadata
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
                published = without_metadata(upright(image, data))
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


def upright(image: "Image", data: bytes) -> bytes:
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
