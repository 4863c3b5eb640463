"""What a picture is once it has been read, and why it was refused."""

from pathlib import Path
from typing import Literal, NamedTuple


class PictureFile(NamedTuple):
    """A picture that was found whole; width and height in pixels, `density` in pixels per inch.

    `data` is what is published: upright, and without what the file says of where, when and by whom it was made. An SVG
    has the PNG beside it as its `fallback`, for those programs that cannot show it; both are of one size.
    """

    kind: Literal["png", "jpeg", "svg"]
    data: bytes
    width: int
    height: int
    density: float
    fallback: bytes | None = None


class PictureError(Exception):
    """A code of codes/pictures.toml, and the name of the file that it is about."""

    def __init__(self, code: str, file: Path) -> None:
        super().__init__(code, file)
        self.code, self.name = code, file.name
