"""Characters of symbol fonts (`w:sym`), which have no place of their own in Unicode, as those that look like them."""

from lxml import etree

from safecomm.ooxml.wordml import w

# Symbol fonts count from here, in the area for private use.
PRIVATE = 0xF000
FONTS = {
    "Wingdings": ("28☎ 2A✉ 4A☺ 4C☹ 6C● 6E■ 6F□ 71❑ 76❖ 9F• A7▪ A8◻ D8➢ DF← E0→ E1↑ E2↓ E8➔ FB✗ FC✓ FD☒ FE☑"),
    "Symbol": (
        "44Δ 57Ω 61α 62β 64δ 6Cλ 6Dμ 70π 73σ A3≤ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B3≥ B4× B7• B8÷ B9≠ BB≈ D6√ E5∑"
    ),
}
LIKE = {(font, int(pair[:2], 16)): pair[2] for font, pairs in FONTS.items() for pair in pairs.split()}
UNKNOWN = "□"


def symbol(element: etree._Element) -> str:
    try:
        code = int(element.get(w("char"), ""), 16)
    except ValueError:
        return UNKNOWN
    if 0x20 <= code < 0xD800:
        return chr(code)
    return LIKE.get((element.get(w("font"), ""), code - PRIVATE), UNKNOWN)
