"""What a run shows: its words, marks for what no words can say, and the look that carries a meaning."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.wordml import BREAK, DRAWING_PROPERTIES, VAL, T, value, w
from safecomm.review.symbols import STRANGE, in_font, symbol

OBJECT = "\ufffc"
"""Stands in a text for what a draft may hold there and is no text: the call of a note, a number that Word counts."""
PAGE_BREAK = "\f"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
EQUATIONS = {f"{MATHS}oMath", f"{MATHS}oMathPara"}
ALTERNATIVES, ALTERNATIVE = f"{COMPATIBILITY}AlternateContent", f"{COMPATIBILITY}Choice"
DELETED_TEXT, RUN_PROPERTIES, FONTS = map(w, ("delText", "rPr", "rFonts"))
BREAK_KIND, FONT, NUMBER = map(w, ("type", "font", "char"))
CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
    w("footnoteReference"): OBJECT,
}
UNSEEN = {
    RUN_PROPERTIES,
    *map(w, ("lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef", "separator")),
    w("continuationSeparator"),
}
MARKS = ("b", "i", "u", "strike", "dstrike", "caps", "smallCaps", "vertAlign", "vanish")
"""Marks that say something; colours, sizes and fonts are how reviewers show that they were here."""
STYLED = {"b": "strong", "i": "emphasis"}
OFF = ("0", "false", "off", "none", "baseline")


class Look(NamedTuple):
    """`marks` are the names of the properties that are on, `address` is where a link leads."""

    marks: frozenset[str] = frozenset()
    address: str = ""


PLAIN = Look()


def marks_of(run: etree._Element, styles: Mapping[str, str]) -> frozenset[str]:
    """`styles` gives the name of each style."""
    properties = run.find(RUN_PROPERTIES)
    if properties is None:
        return PLAIN.marks
    style = styles.get(value(properties, "rStyle") or "", "")
    return frozenset(name for name in MARKS if _is_on(properties, name, style))


def _is_on(properties: etree._Element, name: str, style: str) -> bool:
    found = properties.find(w(name))
    return STYLED.get(name) == style if found is None else found.get(VAL) not in OFF


def contents(run: etree._Element) -> Iterator[etree._Element]:
    """The elements that show something; of several forms of one thing the first."""
    for child in run:
        if child.tag == ALTERNATIVES:
            yield from contents(next(child.iterchildren(ALTERNATIVE), child))
        elif child.tag not in UNSEEN:
            yield child


def shown(element: etree._Element, font: str) -> str:
    """What an element of a run in this font shows."""
    if element.tag in (T, DELETED_TEXT):
        return in_font(element.text or "", font)
    if element.tag == BREAK:
        return PAGE_BREAK if element.get(BREAK_KIND) in ("page", "column") else "\n"
    if element.tag == w("sym"):
        return symbol(element.get(FONT, ""), element.get(NUMBER, ""))
    return CHARACTERS.get(element.tag) or strange(element)


def font_of(run: etree._Element) -> str:
    fonts = run.find(f"{RUN_PROPERTIES}/{FONTS}")
    return "" if fonts is None else fonts.get(w("ascii"), "")


def strange(element: etree._Element) -> str:
    """A picture, an equation, an endnote or whatever else: a mark, and its words."""
    return STRANGE + words_in(element)


def words_in(element: etree._Element) -> str:
    """Those of a text box or an equation, and what a picture says to those who do not see it."""
    texts = (each.get("descr", "") if each.tag == DRAWING_PROPERTIES else each.text or "" for each in _worded(element))
    return "".join(texts)


def _worded(element: etree._Element) -> Iterator[etree._Element]:
    return element.iter(T, f"{MATHS}t", DRAWING_PROPERTIES)
