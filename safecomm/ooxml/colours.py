"""Colours as Word writes them, and how well one can be told from another."""

import re
from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache
from typing import Literal

from lxml import etree

from safecomm.ooxml.wordml import DRAWING, w

Rgb = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""
Colour = Rgb | Literal["auto"]
"""`auto` is for text whatever can be read on its background, and for a background nothing."""

WHITE = (1.0, 1.0, 1.0)
HEX = re.compile("[0-9A-Fa-f]{6}")
SHARE = re.compile("[0-9A-Fa-f]{2}")
PAIR = re.compile(r"(\w+)=(\w+)")
THEME_NAMES = {f"accent{number}": f"accent{number}" for number in range(1, 7)} | dict(
    PAIR.findall(
        "dark1=dk1 light1=lt1 dark2=dk2 light2=lt2 text1=dk1 background1=lt1 text2=dk2 background2=lt2"
        " hyperlink=hlink followedHyperlink=folHlink"
    )
)
"""What Word calls the colours of a theme (ISO/IEC 29500-1, 17.18 ST_ThemeColor), and what the theme calls them."""
HIGHLIGHTS: dict[str, str] = dict(
    PAIR.findall(
        "black=000000 blue=0000FF cyan=00FFFF green=00FF00 magenta=FF00FF red=FF0000 yellow=FFFF00 white=FFFFFF"
        " darkBlue=000080 darkCyan=008080 darkGreen=008000 darkMagenta=800080 darkRed=800000 darkYellow=808000"
        " darkGray=808080 lightGray=C0C0C0"
    )
)
"""ISO/IEC 29500-1, 17.18 ST_HighlightColor."""


def theme_colours(theme: etree._Element) -> dict[str, Rgb]:
    """By the names that Word uses; `theme` is the theme part."""
    scheme = theme.find(f".//{{{DRAWING}}}clrScheme")
    colours = {}
    for element in () if scheme is None else scheme:
        for colour in element:
            if isinstance(value := rgb(colour.get("lastClr") or colour.get("val")), tuple):
                colours[element.tag.removeprefix(f"{{{DRAWING}}}")] = value
    return {name: colours[own] for name, own in THEME_NAMES.items() if own in colours}


def rgb(text: str | None) -> Colour | None:
    if text == "auto":
        return "auto"
    if text is None or not HEX.fullmatch(text):
        return None
    return (int(text[:2], 16) / 255, int(text[2:4], 16) / 255, int(text[4:], 16) / 255)


def read_colour(element: etree._Element, name: str, themed: str, theme: Mapping[str, Rgb]) -> Colour | None:
    """By the names of its attributes; a theme's colour goes before a plain one, its copy for older programs."""
    base = theme.get(element.get(w(themed), ""))
    if base is None:
        return rgb(element.get(w(name)))
    hue, lightness, saturation = rgb_to_hls(*base)
    prefix = themed.removesuffix("Color")
    if shade := _share(element.get(w(f"{prefix}Shade"))):
        lightness *= shade
    elif tint := _share(element.get(w(f"{prefix}Tint"))):
        lightness = lightness * tint + 1 - tint
    return hls_to_rgb(hue, lightness, saturation)


def _share(text: str | None) -> float:
    return int(text, 16) / 255 if text and SHARE.fullmatch(text) else 0


def shading(element: etree._Element, theme: Mapping[str, Rgb]) -> Colour | None:
    """The background that a `w:shd` gives; the finer patterns count as their lighter colour."""
    if element.get(w("val")) == "solid":
        return read_colour(element, "color", "themeColor", theme)
    return read_colour(element, "fill", "themeFill", theme) or "auto"


@lru_cache(maxsize=256)
def contrast(one: Rgb, other: Rgb) -> float:
    """WCAG's contrast ratio, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def hex_name(colour: Rgb) -> str:
    """As Word's dialog for more colours takes it."""
    return "#" + "".join(f"{round(part * 255):02X}" for part in colour)
