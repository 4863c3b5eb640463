"""How charts look in a document: the font and the colours of its own styles."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.wordml import value, w

COLOUR = re.compile("[0-9A-Fa-f]{6}")
DARK, LIGHT = "000000", "FFFFFF"
# What the Web Content Accessibility Guidelines 2 ask of graphics (1.4.11) and of text (1.4.3).
GRAPHICS, TEXT = 3.0, 4.5


class ChartLook(NamedTuple):
    """The font of body text, its colour, and that of the headings, in which the first series is drawn."""

    font: str
    text: str
    accent: str

    def colours(self, number: int) -> list[str]:
        """From the accent to the lightest tint of it that can be told from the paper, one for each series."""
        lightest = next(share for share in range(90, -1, -1) if contrast(tint(self.accent, share), LIGHT) >= GRAPHICS)
        return [tint(self.accent, lightest * each // max(number - 1, 1)) for each in range(number)]


def chart_look(styles: etree._Element, ids: Mapping[str, str]) -> ChartLook:
    """`ids` are the template's ids of the needed styles."""
    by_id = {each.get(w("styleId"), ""): each for each in styles.iter(w("style"))}
    body, heading = list(_ancestry(by_id, ids["BodyText"])), list(_ancestry(by_id, ids["Heading1"]))
    fonts = (font for each in (*body, styles) if (font := _font(each)))
    text = _colour(body, TEXT) or DARK
    return ChartLook(next(fonts, "+mn-lt"), text, _colour(heading, GRAPHICS) or text)


def _ancestry(styles: Mapping[str, etree._Element], identity: str) -> Iterator[etree._Element]:
    """The style, the one that it is based on, and so on."""
    seen: set[str] = set()
    while identity in styles and identity not in seen:
        seen.add(identity)
        yield styles[identity]
        identity = value(styles[identity], "basedOn") or ""


def _font(element: etree._Element) -> str:
    """A font's name, or the sign by which a chart means one of the theme's two; empty where the style names none."""
    fonts = element.find(w("rPr/rFonts") if element.tag == w("style") else w("docDefaults/rPrDefault/rPr/rFonts"))
    if fonts is None:
        return ""
    if theme := fonts.get(w("asciiTheme")):
        return "+mj-lt" if theme.startswith("major") else "+mn-lt"
    return fonts.get(w("ascii"), "")


def _colour(styles: list[etree._Element], least: float) -> str:
    """The first colour that the styles name; empty where there is none, or too pale a one for a chart."""
    colour = next((found for each in styles if (found := value(each, "rPr/color"))), "")
    return colour if COLOUR.fullmatch(colour) and contrast(colour, LIGHT) >= least else ""


def tint(colour: str, share: int) -> str:
    """The colour with so many hundredths of white."""
    return "".join(f"{part + (255 - part) * share // 100:02X}" for part in bytes.fromhex(colour))


def contrast(one: str, other: str) -> float:
    """From 1 to 21, as the Web Content Accessibility Guidelines define it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_on(colour: str) -> str:
    """The colour of text that can be read on the colour."""
    return LIGHT if contrast(LIGHT, colour) >= TEXT else DARK


def _luminance(colour: str) -> float:
    parts = (part / 255 for part in bytes.fromhex(colour))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
