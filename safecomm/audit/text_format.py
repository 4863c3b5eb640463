"""How text looks: what styles, tables and the text's own formatting say of its colour, its backgrounds and its size."""

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import TypedDict, cast

from lxml import etree

from safecomm.ooxml.colours import HIGHLIGHTS, Colour, Rgb, read_colour, rgb, shading
from safecomm.ooxml.styles import Styles
from safecomm.ooxml.wordml import OFF, PARAGRAPH_PROPERTIES, RUN_PROPERTIES, VAL, value, w

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


class TextFormat(TypedDict, total=False):
    """What is said; `run`, `paragraph` and `cell` are the backgrounds of these, the size is in half points."""

    colour: Colour
    run: Colour
    paragraph: Colour
    cell: Colour
    size: int
    bold: bool
    hidden: bool


class EffectiveFormatting:
    """What each style says, together with those that it is based on; looked up once."""

    def __init__(self, styles: Styles, theme: Mapping[str, Rgb]) -> None:
        self.styles, self.theme = styles, theme
        self.known: dict[tuple[str, ...], TextFormat] = {}
        self.default = self.read(styles.root.find(w("docDefaults/rPrDefault")))

    def style(self, style: str, *conditions: str) -> TextFormat:
        """With conditions (`firstRow`), what a table's style says of cells of which they are true."""
        if (style, *conditions) not in self.known:
            chain = list(self.styles.chain(style))[::-1]
            parts = [part for element in chain for part in element.iter(w("tblStylePr"))]
            chosen = [part for condition in conditions for part in parts if part.get(w("type")) == condition]
            self.known[style, *conditions] = reduce(or_, map(self.read, chain + chosen), TextFormat())
        return self.known[style, *conditions]

    def run(self, run: etree._Element) -> TextFormat:
        """What its style and its own properties say; most runs have neither."""
        if run[0].tag != RUN_PROPERTIES:
            return TextFormat()
        return self.style(value(run, "rPr/rStyle") or "") | self.own(run)

    def own(self, element: etree._Element) -> TextFormat:
        """What the properties of a run, paragraph or cell say, which stand first in it."""
        return self.properties(element[0]) if len(element) and element[0].tag in BACKGROUNDS else TextFormat()

    def read(self, holder: etree._Element | None) -> TextFormat:
        """What all the properties in a style say."""
        found = () if holder is None else holder.iterchildren(*BACKGROUNDS)
        return reduce(or_, map(self.properties, found), TextFormat())

    def properties(self, properties: etree._Element) -> TextFormat:
        said: dict[str, object] = {}
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
        return cast(TextFormat, {name: value for name, value in said.items() if value is not None})
