"""Colours as Word writes them, and how well one can be told from another."""

import re
from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from typing import Literal, NamedTuple

from lxml import etree

from safecomm.ooxml.wordml import w

Rgb = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""
Colour = Rgb | Literal["auto"]
"""`auto` is for text whatever can be read on its background, and for a background nothing."""

WHITE, BLACK = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)
HEX = re.compile("[0-9A-Fa-f]{6}")
SHARE = re.compile("[0-9A-Fa-f]{2}")
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
THEME_NAMES = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "text1": "dk1",
    "background1": "lt1",
    "text2": "dk2",
    "background2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
    **{f"accent{each}": f"accent{each}" for each in range(1, 7)},
}
"""What Word calls the colours of a theme (ISO/IEC 29500-1, 17.18 ST_ThemeColor), and what the theme calls them."""
HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "white": "FFFFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}
"""ISO/IEC 29500-1, 17.18 ST_HighlightColor."""


class Names(NamedTuple):
    """The attributes that hold one colour."""

    plain: str
    theme: str
    tint: str
    shade: str


TEXT = Names(*map(w, ("val", "themeColor", "themeTint", "themeShade")))
FILL = Names(*map(w, ("fill", "themeFill", "themeFillTint", "themeFillShade")))
PATTERN = Names(*map(w, ("color", "themeColor", "themeTint", "themeShade")))


def theme_colours(theme: etree._Element) -> dict[str, Rgb]:
    """By the names that Word uses; `theme` is the theme part."""
    scheme = theme.find(f".//{DRAWING}clrScheme")
    found = {}
    for each in () if scheme is None else scheme:
        for colour in each:
            if isinstance(value := rgb(colour.get("lastClr") or colour.get("val")), tuple):
                found[each.tag.removeprefix(DRAWING)] = value
    return {name: found[own] for name, own in THEME_NAMES.items() if own in found}


def rgb(text: str | None) -> Colour | None:
    if text == "auto":
        return "auto"
    if text is None or not HEX.fullmatch(text):
        return None
    return (int(text[:2], 16) / 255, int(text[2:4], 16) / 255, int(text[4:], 16) / 255)


def colour(element: etree._Element, names: Names, theme: Mapping[str, Rgb]) -> Colour | None:
    """A theme's colour goes before a plain one, which is only its copy for older programs."""
    base = theme.get(element.get(names.theme, ""))
    if base is None:
        return rgb(element.get(names.plain))
    hue, lightness, saturation = rgb_to_hls(*base)
    if shade := _share(element.get(names.shade)):
        lightness *= shade
    elif tint := _share(element.get(names.tint)):
        lightness = lightness * tint + 1 - tint
    return hls_to_rgb(hue, lightness, saturation)


def _share(text: str | None) -> float:
    return int(text, 16) / 255 if text and SHARE.fullmatch(text) else 0


def shading(element: etree._Element, theme: Mapping[str, Rgb]) -> Colour | None:
    """The background that a `w:shd` gives; the finer patterns count as their lighter colour."""
    if element.get(w("val")) == "solid":
        return colour(element, PATTERN, theme)
    return colour(element, FILL, theme) or "auto"


def contrast(one: Rgb, other: Rgb) -> float:
    """WCAG's contrast ratio, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def hex_name(colour: Rgb) -> str:
    """As Word's dialog for more colours takes it."""
    return "#" + "".join(f"{round(each * 255):02X}" for each in colour)
