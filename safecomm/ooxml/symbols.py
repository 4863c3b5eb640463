"""Characters of symbol fonts (`w:sym`), which have no place of their own in Unicode, as those that look like them."""

from lxml import etree

from safecomm.ooxml.wordml import w

# Symbol fonts count from here, in the area for private use.
PRIVATE = 0xF000
WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    0x28: "☎",
    0x2A: "✉",
    0x4A: "☺",
    0x4C: "☹",
}
SYMBOL = {
    0xA3: "≤",
    0xA5: "∞",
    0xAB: "↔",
    0xAC: "←",
    0xAD: "↑",
    0xAE: "→",
    0xAF: "↓",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xD6: "√",
    0xE5: "∑",
    0x61: "α",
    0x62: "β",
    0x64: "δ",
    0x44: "Δ",
    0x6C: "λ",
    0x6D: "μ",
    0x70: "π",
    0x73: "σ",
    0x57: "Ω",
}
FONTS = {"Wingdings": WINGDINGS, "Symbol": SYMBOL}
UNKNOWN = "□"


def symbol(element: etree._Element) -> str:
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return UNKNOWN
    if 0x20 <= code < 0xD800:
        return chr(code)
    return FONTS.get(element.get(w("font"), ""), {}).get(code - PRIVATE, UNKNOWN)
