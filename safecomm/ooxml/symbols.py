"""Characters of symbol fonts, which have no place of their own in Unicode, as those that look like them."""

from lxml import etree

from safecomm.ooxml.wordml import w

FONTS = {
    "wingdings": (
        "28☎ 2A✉ 4A☺ 4B😐 4C☹ 6C● 6E■ 6F□ 71❑ 76❖ 9F• A7▪ A8◻ D8➢ DF← E0→ E1↑ E2↓ E7⬅ E8➔ EF⇦ F0⇨ F3⬄ FB✗ FC✓ FD☒ FE☑"
    ),
    "symbol": (
        "44Δ 57Ω 61α 62β 64δ 6Cλ 6Dμ 70π 73σ A3≤ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B3≥ B4× B7• B8÷ B9≠ BB≈ D6√ "
        "DB⇔ DC⇐ DE⇒ E5∑"
    ),
    **dict.fromkeys(("wingdings 2", "wingdings 3", "webdings", "zapfdingbats"), ""),
}
SYMBOLS = {font: {int(pair[:2], 16): pair[2] for pair in pairs.split()} for font, pairs in FONTS.items()}
"""What each font shows for a number, where that is certain."""
UNKNOWN = "□"


def symbol(element: etree._Element) -> str:
    """What a `w:sym` shows; empty where nothing says what that is."""
    try:
        return _character(element.get(w("font"), ""), int(element.get(w("char"), ""), 16))
    except ValueError:
        return ""


def in_font(text: str, font: str, unknown: str) -> str:
    """Letters that the font shows as symbols; without one, those that only such a font has are `unknown`."""
    if font.lower() in SYMBOLS:
        return "".join(letter if letter.isspace() else _character(font, ord(letter)) or unknown for letter in text)
    return "".join(unknown if "\uf000" <= letter <= "\uf0ff" else letter for letter in text)


def _character(font: str, code: int) -> str:
    if (known := SYMBOLS.get(font.lower())) is not None:
        # Word raises the number by F000, into the area for private use.
        return known.get(code & 0xFF, "")
    return chr(code) if 0x20 <= code < 0xD800 else ""
