"""How text looks: what styles, tables and the text's own formatting say about its colour, background and size."""

from collections.abc import Mapping
from functools import cached_property, reduce
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.colours import HIGHLIGHTS, TEXT, Colour, Rgb, colour, rgb, shading
from safecomm.ooxml.styles import Styles
from safecomm.ooxml.wordml import OFF, VAL, w

RUN, PARAGRAPH, CELL, SHADING = map(w, ("rPr", "pPr", "tcPr", "shd"))


class Appearance(NamedTuple):
    """None where nothing is said; the size is in half points."""

    colour: Colour | None = None
    run_fill: Colour | None = None
    paragraph_fill: Colour | None = None
    cell_fill: Colour | None = None
    size: int | None = None
    bold: bool | None = None
    hidden: bool | None = None

    def over(self, below: "Appearance") -> "Appearance":
        """Both, where this one has the last word."""
        if NOTHING in (self, below):
            return below if self == NOTHING else self
        return Appearance._make(theirs if mine is None else mine for mine, theirs in zip(self, below, strict=True))

    def background(self, page: Rgb) -> Rgb:
        """The nearest that is there."""
        fills = (self.run_fill, self.paragraph_fill, self.cell_fill)
        return next((fill for fill in fills if isinstance(fill, tuple)), page)

    def is_large(self) -> bool:
        """WCAG 1.4.3: 18 points, or 14 in bold."""
        return (self.size or 20) >= (28 if self.bold else 36)


NOTHING = Appearance()


class EffectiveFormatting:
    """What each style says, together with those that it is based on; looked up once."""

    def __init__(self, styles: Styles, theme: Mapping[str, Rgb]) -> None:
        self.styles, self.theme = styles, theme
        self.known: dict[tuple[str, ...], Appearance] = {}

    @cached_property
    def default(self) -> Appearance:
        """Of the document; Word's own size is ten points."""
        found = self.styles.root.find(w("docDefaults/rPrDefault"))
        return NOTHING if found is None else self.of(found)

    def of(self, element: etree._Element) -> Appearance:
        """What the properties in a cell or style say."""
        look = NOTHING
        for properties in element.iterchildren(RUN, PARAGRAPH, CELL):
            if properties.tag == RUN:
                look = self.run(properties).over(look)
            elif (found := next(properties.iterchildren(SHADING), None)) is not None:
                fill = shading(found, self.theme)
                said = Appearance(cell_fill=fill) if properties.tag == CELL else Appearance(paragraph_fill=fill)
                look = said.over(look)
        return look

    def run(self, properties: etree._Element | None) -> Appearance:
        if properties is None:
            return NOTHING
        found = {each.tag: each for each in properties}
        text, fill, highlight = (found.get(w(name)) for name in ("color", "shd", "highlight"))
        marked = None if highlight is None else rgb(HIGHLIGHTS.get(highlight.get(VAL, "")))
        return Appearance(
            colour=None if text is None else colour(text, TEXT, self.theme),
            run_fill=marked or (None if fill is None else shading(fill, self.theme)),
            size=_size(found.get(w("sz"))),
            bold=_toggle(found.get(w("b"))),
            hidden=_toggle(found.get(w("vanish"))),
        )

    def style(self, style: str, condition: str = "") -> Appearance:
        """With a condition (`firstRow`), what a table's style says of the cells that it is true of."""
        if (style, condition) not in self.known:
            said = (_conditional(each, condition) if condition else each for each in self.styles.chain(style))
            looks = (self.of(each) for each in said if each is not None)
            self.known[style, condition] = reduce(lambda look, below: look.over(below), looks, NOTHING)
        return self.known[style, condition]

    def table(self, style: str, conditions: tuple[str, ...]) -> Appearance:
        """A table's style where these conditions are true, the last of them foremost."""
        if (style, *conditions) not in self.known:
            looks = (self.style(style, each) for each in (*reversed(conditions), ""))
            self.known[style, *conditions] = reduce(lambda look, below: look.over(below), looks, NOTHING)
        return self.known[style, *conditions]


def _conditional(style: etree._Element, condition: str) -> etree._Element | None:
    return next((each for each in style.iter(w("tblStylePr")) if each.get(w("type")) == condition), None)


def _size(element: etree._Element | None) -> int | None:
    text = "" if element is None else element.get(VAL, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else None


def _toggle(element: etree._Element | None) -> bool | None:
    return None if element is None else element.get(VAL) not in OFF
