"""A picture as a page of paper holds it: in greys or in red, green and blue, and opaque."""

from io import BytesIO
from typing import TYPE_CHECKING, Literal, NamedTuple

from safecomm.pictures.picture import PictureFile

if TYPE_CHECKING:
    from PIL.Image import Image

COLOURS: tuple[Literal["L", "RGB"], ...] = ("L", "RGB")
"""By Pillow's names, eight bits for each."""
GREY = {"1", "I", "I;16"}
"""Pillow's names of what has no colours; the last two hold sixteen bits."""


class PaperPicture(NamedTuple):
    """`data` is a JPEG, or the bytes of its pixels row by row."""

    kind: Literal["jpeg", "pixels"]
    colours: Literal["L", "RGB"]
    data: bytes


def on_paper(picture: PictureFile) -> PaperPicture:
    """A JPEG stays the file that it is, so that nothing is lost and a page does not become large."""
    from PIL import Image

    data = picture.fallback or picture.data
    with Image.open(BytesIO(data)) as image:
        for colours in COLOURS:
            if image.format == "JPEG" and image.mode == colours:
                return PaperPicture("jpeg", colours, data)
        shown = opaque(image)
        return PaperPicture("pixels", "L" if shown.mode == "L" else "RGB", shown.tobytes())


def opaque(image: "Image") -> "Image":
    """On white, as a document shows what is transparent."""
    from PIL import Image

    if image.mode in GREY:
        return (image if image.mode == "1" else image.point(lambda value: value * (1 / 256))).convert("L")
    if not image.has_transparency_data:
        return image.convert("L" if image.mode == "L" else "RGB")
    seen = image.convert("RGBA")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(seen, mask=seen)
    return paper
