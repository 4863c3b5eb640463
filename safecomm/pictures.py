"""Pictures that the content shows: read whole, decoded once, and refused where no document could show them safely."""

import re
import stat
import warnings
from io import BytesIO
from pathlib import Path
from typing import Literal, NamedTuple
from xml.parsers import expat

LARGEST = 20_000_000
"""Bytes of a file."""
MOST = 50_000_000
"""Pixels; 600 dots per inch on the whole of an A4 page are 35 million."""
SCREEN = 96.0
"""Pixels per inch where the file says nothing that can be true."""

SUFFIXES = (".png", ".jpg", ".jpeg", ".svg")
KINDS: dict[str | None, Literal["png", "jpeg"]] = {"PNG": "png", "JPEG": "jpeg", "MPO": "jpeg"}
"""By Pillow's names; telephones write MPO, a JPEG with more pictures behind the first."""

SVG = "http://www.w3.org/2000/svg"
# What runs, or shows what is not in the file.
ACTIVE = {"script", "foreignObject", "handler", "animate", "set"}
# Not compiled here: most projects have no SVG.
INSIDE = r"\s*(#|data:image/(png|jpe?g);|$)"
REMOTE = r"(?i)@import|javascript:|\\|url\(\s*+['\"]?+(?!#|data:image/(?:png|jpe?g);)"


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


class PictureError(Exception):
    """A code of messages/content.py, and the name of the file that it is about."""

    def __init__(self, code: str, file: Path) -> None:
        super().__init__(code, file)
        self.code, self.name = code, file.name


def read(file: Path) -> Picture:
    """Raises PictureError."""
    if file.suffix.lower() not in SUFFIXES:
        raise PictureError("picture-unsupported", file)
    data = read_bytes(file)
    if file.suffix.lower() != ".svg":
        return decoded(data, file)
    check_svg(data, file)
    beside = file.with_suffix(".png")
    if beside.is_symlink() or not beside.is_file():
        raise PictureError("picture-fallback", beside)
    shown = read(beside)
    return shown._replace(kind="svg", data=data, fallback=shown.data)


def read_bytes(file: Path) -> bytes:
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise PictureError("picture-missing", file)
        with file.open("rb") as stream:
            # The file may grow meanwhile: no more is read than one byte too much.
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise PictureError("picture-too-large", file)
        return data
    except (OSError, ValueError):
        raise PictureError("picture-missing", file) from None


def decoded(data: bytes, file: Path) -> Picture:
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
                if image.width * image.height > MOST:
                    raise PictureError("picture-too-large", file)
                image.load()
                return Picture(KINDS[image.format], data, image.width, image.height, density(image.info.get("dpi")))
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


def check_svg(data: bytes, file: Path) -> None:
    """Only what is drawn in the file itself: no scripts, no entities, nothing from elsewhere."""
    reader = SvgReader(file)
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise PictureError("picture-broken", file) from None
    if re.search(REMOTE, "".join(reader.styles)):
        raise PictureError("picture-active", file)


class SvgReader:
    """Refuses while it reads; `styles` gathers what CSS may stand in, to be looked through as a whole."""

    def __init__(self, file: Path) -> None:
        self.file, self.element = file, ""
        self.styles: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.CharacterDataHandler = self.text
        self.parser.EntityDeclHandler = self.refuse
        self.parser.ProcessingInstructionHandler = self.instruction

    def refuse(self, *_: object) -> None:
        raise PictureError("picture-active", self.file)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.element and name != f"{SVG} svg":
            raise PictureError("picture-broken", self.file)
        self.element = name.rpartition(" ")[2]
        if self.element in ACTIVE:
            self.refuse()
        for key, value in attributes.items():
            local = key.rpartition(" ")[2].lower()
            if local.startswith("on") or (local in ("href", "src") and not re.match(INSIDE, value)):
                self.refuse()
            # Attributes with a namespace belong to drawing programs, which note the paths of their own files there.
            self.styles += () if " " in key else (value, "\n")

    def instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self.refuse()

    def text(self, text: str) -> None:
        if self.element == "style":
            self.styles.append(text)
