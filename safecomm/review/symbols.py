"""Characters that Word writes by their number in a symbol font, such as the arrow that it makes of `-->`."""

from collections.abc import Mapping

STRANGE = "\ufffd"
"""Stands in a text beside what no text of the content can hold; a file that holds it is refused."""

SYMBOLS: Mapping[str, Mapping[int, str]] = {
    "wingdings": {
        0x4A: "☺",
        0x4B: "😐",
        0x4C: "☹",
        0x6C: "●",
        0x6E: "■",
        0x6F: "□",
        0xA7: "▪",
        0xA8: "◻",
        0xDF: "←",
        0xE0: "→",
        0xE1: "↑",
        0xE2: "↓",
        0xE7: "⬅",
        0xE8: "➔",
        0xEF: "⇦",
        0xF0: "⇨",
        0xF3: "⬄",
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: "☑",
    },
    "symbol": {
        0xA3: "≤",
        0xA5: "∞",
        0xB0: "°",
        0xB1: "±",
        0xB3: "≥",
        0xB4: "×",
        0xB7: "•",
        0xB8: "÷",
        0xB9: "≠",
        0xBB: "≈",
        0xAB: "↔",
        0xAC: "←",
        0xAD: "↑",
        0xAE: "→",
        0xAF: "↓",
        0xDB: "⇔",
        0xDC: "⇐",
        0xDE: "⇒",
    },
    **{font: {} for font in ("wingdings 2", "wingdings 3", "webdings", "zapfdingbats")},
}
"""What each font shows for a number, where that is certain."""


def symbol(font: str, number: str) -> str:
    """`number` is a hexadecimal one, which Word raises by F000."""
    try:
        return SYMBOLS[font.lower()][int(number, 16) & 0xFF]
    except (KeyError, ValueError):
        return STRANGE


def in_font(text: str, font: str) -> str:
    """Letters that the font shows as symbols; without one, those that only such a font has."""
    if font.lower() in SYMBOLS:
        return "".join(letter if letter.isspace() else symbol(font, f"{ord(letter):X}") for letter in text)
    return "".join(STRANGE if "\uf000" <= letter <= "\uf0ff" else letter for letter in text)
