"""Pictures that the content shows."""

from typing import Literal, NamedTuple


class Picture(NamedTuple):
    """A picture file that has been read and found whole; width and height in pixels, `density` in pixels per inch.

    An SVG has the PNG beside it as its `fallback`, for those programs that cannot show it; both are of one size.
    """

    kind: Literal["png", "jpeg", "svg"]
    data: bytes
    width: int
    height: int
    density: float
    fallback: bytes | None = None
