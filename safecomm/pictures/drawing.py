"""SVG: refused unless all that it shows is drawn in the file itself, and written anew without anything else."""

import re
from base64 import b64decode, b64encode
from html import escape
from pathlib import Path
from xml.parsers import expat

from safecomm.pictures.picture import PictureError
from safecomm.pictures.raster import MOST, decode

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"
PREFIXES = {"": "", XLINK: "xlink:", XML: "xml:"}
"""Of the attributes that are drawn; in others, drawing programs note the paths of their own files."""

UNDRAWN = {"metadata", "title", "desc"}
"""What drawing programs say about the file; the text that shows it describes it to those who cannot see it."""

# What runs, or shows what is not in the file.
ACTIVE = {"script", "foreignObject", "handler", "animate", "set"}
# Not compiled here: most projects have no SVG.
INSIDE = r"\s*(#|data:image/(png|jpe?g);base64,|$)"
REMOTE = r"(?i)@import|javascript:|\\|url\(\s*+['\"]?+(?!#|data:image/(?:png|jpe?g);base64,)"
EMBEDDED = r"(?i)(data:image/(?:png|jpe?g);base64,)([a-z0-9+/=\s]*)"


def clean_drawing(data: bytes, file: Path) -> bytes:
    """Raises PictureError."""
    reader = DrawingReader(file)
    try:
        reader.parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise PictureError("picture-broken", file) from None
    if re.search(REMOTE, "".join(reader.styles)):
        raise PictureError("picture-active", file)
    return "".join(reader.written).encode()


class DrawingReader:
    """Refuses while it reads, and writes what is drawn; `styles` gathers what may hold CSS, to be searched whole."""

    def __init__(self, file: Path) -> None:
        self.file, self.element, self.dropped, self.pixels = file, "", 0, 0
        self.styles: list[str] = []
        self.written: list[str] = []
        self.texts: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.EntityDeclHandler = self.refuse
        self.parser.ProcessingInstructionHandler = self.instruction

    def refuse(self, *_: object) -> None:
        raise PictureError("picture-active", self.file)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.element and name != f"{SVG} svg":
            raise PictureError("picture-broken", self.file)
        namespace, _, element = name.rpartition(" ")
        spaces = "" if self.element else f' xmlns="{SVG}" xmlns:xlink="{XLINK}"'
        self.element = element
        if element in ACTIVE:
            self.refuse()
        for key, value in attributes.items():
            local = key.rpartition(" ")[2].lower()
            if local.startswith("on") or (local in ("href", "src") and not re.match(INSIDE, value)):
                self.refuse()
            self.styles += () if " " in key else (value, "\n")
        self.finish_text()
        if self.dropped or namespace != SVG or element in UNDRAWN:
            self.dropped += 1
        else:
            self.written.append(f"<{element}{spaces}{''.join(map(self.attribute, attributes.items()))}>")

    def attribute(self, item: tuple[str, str]) -> str:
        namespace, _, name = item[0].rpartition(" ")
        prefix = None if name.startswith("data-") else PREFIXES.get(namespace)
        return "" if prefix is None else f' {prefix}{name}="{escape(self.clean_pictures_in(item[1]))}"'

    def end(self, name: str) -> None:
        self.finish_text()
        if self.dropped:
            self.dropped -= 1
        else:
            self.written.append(f"</{name.rpartition(' ')[2]}>")

    def instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            self.refuse()

    def text(self, text: str) -> None:
        self.texts.append(text)
        if self.element == "style":
            self.styles.append(text)

    def finish_text(self) -> None:
        if self.texts and not self.dropped:
            self.written.append(escape(self.clean_pictures_in("".join(self.texts)), quote=False))
        self.texts.clear()

    def clean_pictures_in(self, text: str) -> str:
        """A photograph within the drawing is published like any other."""
        return re.sub(EMBEDDED, self.clean_picture, text) if "base64," in text else text

    def clean_picture(self, match: re.Match[str]) -> str:
        picture = decode(b64decode(match[2]), self.file)
        self.pixels += picture.width * picture.height
        if self.pixels > MOST:
            raise PictureError("picture-too-large", self.file)
        return f"data:image/{picture.kind};base64,{b64encode(picture.data).decode()}"
