"""The room that the pages of a template have for a picture."""

from lxml import etree

from safecomm.ooxml.wordml import w

TWIP = 635
"""English Metric Units in a twentieth of a point."""
A4 = {"w": 11_906, "h": 16_838}
MARGIN = 1_417
# A caption and the text above want room, too.
SHARE = 0.6


def text_area(document: etree._Element) -> tuple[int, int]:
    """Width of the text and most of its height, in EMU, on the smallest pages of the template."""
    sections = list(document.iter(w("sectPr")))
    width = min((_text(each, "w", "left", "right") for each in sections), default=_left(A4["w"], MARGIN, MARGIN))
    height = min((_text(each, "h", "top", "bottom") for each in sections), default=_left(A4["h"], MARGIN, MARGIN))
    return width * TWIP, int(height * SHARE) * TWIP


def _text(section: etree._Element, size: str, *sides: str) -> int:
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    whole = A4[size] if page is None else int(page.get(w(size), A4[size]))
    return _left(whole, *(MARGIN if margins is None else int(margins.get(w(side), MARGIN)) for side in sides))


def _left(whole: int, *margins: int) -> int:
    """Never nothing: a template may have been given margins wider than its page."""
    return max(whole - sum(map(abs, margins)), 1)
