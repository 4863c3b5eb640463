"""How text looks: what styles, tables and the text's own formatting say of its colour, its backgrounds and its size."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from lxml import etree

from safecomm.ooxml.colours import HIGHLIGHTS, Colour, Rgb, read_colour, rgb, shading
from safecomm.ooxml.styles import Styles
from safecomm.ooxml.wordml import OFF, PARAGRAPH_PROPERTIES, RUN_PROPERTIES, VAL, own_properties, value, w

BACKGROUNDS = {RUN_PROPERTIES: "run", PARAGRAPH_PROPERTIES: "paragraph", w("tcPr"): "cell"}
PROPERTIES = {
    w("color"): "colour",
    w("highlight"): "highlight",
    w("shd"): "shading",
    w("sz"): "size",
    w("b"): "bold",
    w("vanish"): "hidden",
}
SIZES = {str(size): size for size in range(2, 3_277)}


class TextFormat(NamedTuple):
    """What is said; `run`, `paragraph` and `cell` are the backgrounds of these, the size is in half points."""

    colour: Colour | None = None
    run: Colour | None = None
    paragraph: Colour | None = None
    cell: Colour | None = None
    size: int | None = None
    bold: bool | None = None
    hidden: bool | None = None


UNSAID = TextFormat()


@lru_cache(maxsize=4096)
def over(upper: TextFormat, lower: TextFormat) -> TextFormat:
    """What both together say; a document has few formats, and many texts in each."""
    return TextFormat._make(mine if mine is not None else below for mine, below in zip(upper, lower, strict=True))


class EffectiveFormatting:
    """What each style says, together with those that it is based on; looked up once."""

    def __init__(self, styles: Styles, theme: Mapping[str, Rgb]) -> None:
        self.styles, self.theme = styles, theme
        self.known: dict[tuple[str, ...], TextFormat] = {}
        self.default = self.read(styles.root.find(w("docDefaults/rPrDefault")))

    def style(self, style: str, *conditions: str) -> TextFormat:
        """With conditions (`firstRow`), what a table's style says of cells of which they are true."""
        key = (style, *conditions)
        if key not in self.known:
            chain = list(self.styles.chain(style))[::-1]
            parts = [part for element in chain for part in element.iter(w("tblStylePr"))]
            chosen = [part for condition in conditions for part in parts if part.get(w("type")) == condition]
            said = UNSAID
            for element in chain + chosen:
                said = over(self.read(element), said)
            self.known[key] = said
        return self.known[key]

    def run(self, run: etree._Element) -> TextFormat:
        """What its style and its own properties say; most runs have neither."""
        properties = own_properties(run)
        if properties is None:
            return UNSAID
        return over(self.properties(properties), self.style(value(properties, "rStyle") or ""))

    def own(self, element: etree._Element) -> TextFormat:
        """What the properties of a paragraph or cell say."""
        properties = own_properties(element)
        return UNSAID if properties is None else self.properties(properties)

    def read(self, holder: etree._Element | None) -> TextFormat:
        """What all the properties in a style say."""
        said = UNSAID
        for properties in () if holder is None else holder.iterchildren(*BACKGROUNDS):
            said = over(self.properties(properties), said)
        return said

    def properties(self, properties: etree._Element) -> TextFormat:
        said: dict[str, Any] = {}
        background = BACKGROUNDS[properties.tag]
        for element in properties:
            match PROPERTIES.get(element.tag):
                case None:
                    pass
                case "colour":
                    said["colour"] = read_colour(element, "val", "themeColor", self.theme)
                case "highlight":
                    said[background] = rgb(HIGHLIGHTS.get(element.get(VAL, "")))
                case "shading":
                    # A highlight, which stands before it, lies upon it.
                    said[background] = said.get(background) or shading(element, self.theme)
                case "size":
                    said["size"] = SIZES.get(element.get(VAL, ""))
                case name:
                    said[name] = element.get(VAL) not in OFF
        return UNSAID._replace(**said) if said else UNSAID
