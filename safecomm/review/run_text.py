"""What a run that a reviewer left shows: its words, marks for what no words can say, and how its characters look."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from safecomm.markdown.source import FORBIDDEN
from safecomm.ooxml.equations import MATH_TEXT
from safecomm.ooxml.symbols import in_font, symbol
from safecomm.ooxml.walk import DELETED_TEXT, EQUATION, RUBY, SYMBOL, shown_text
from safecomm.ooxml.wordml import BREAK, DRAWING_PROPERTIES, FOOTNOTE_CALL, RUN_PROPERTIES, VAL, T, value, w

OBJECT = "\ufffc"
"""Stands in a text for what a draft may hold there and is no text: the call of a note, a number that Word counts."""
STRANGE = "\ufffd"
"""Stands in a text beside what no text of the content can hold; a file that holds it is refused."""
PAGE_BREAK = "\f"
NO_TEXT = re.compile(rf"[\n\t{OBJECT}{STRANGE}{PAGE_BREAK}]")
BREAK_KIND, FONTS = w("type"), w("rPr/rFonts")
MARKS = {w("softHyphen"): "\u00ad", FOOTNOTE_CALL: OBJECT}
SEPARATORS = w("separator"), w("continuationSeparator")
UNSEEN = {*SEPARATORS, *map(w, ("lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef"))}
EMPHASES = {name: w(name) for name in ("b", "i", "u", "strike", "dstrike", "caps", "smallCaps", "vertAlign", "vanish")}
"""Properties that say something; colours, sizes and fonts are how reviewers show that they were here."""
STYLED = {"b": "strong", "i": "emphasis"}
OFF = ("0", "false", "off", "none", "baseline")


class CharacterFormat(NamedTuple):
    """`emphases` are the names of the properties that are on, `address` is where a link leads."""

    emphases: frozenset[str] = frozenset()
    address: str = ""


PLAIN = CharacterFormat()


def emphases_of(run: etree._Element, styles: Mapping[str, str]) -> frozenset[str]:
    """`styles` gives the name of each style."""
    properties = run.find(RUN_PROPERTIES)
    if properties is None:
        return PLAIN.emphases
    style = styles.get(value(properties, "rStyle") or "", "")
    return frozenset(name for name in EMPHASES if _is_on(properties, name, style))


def _is_on(properties: etree._Element, name: str, style: str) -> bool:
    emphasis = properties.find(EMPHASES[name])
    return STYLED.get(name) == style if emphasis is None else emphasis.get(VAL) not in OFF


def font_of(run: etree._Element) -> str:
    fonts = run.find(FONTS)
    return "" if fonts is None else fonts.get(w("ascii"), "")


def text_of(element: etree._Element, font: str) -> str:
    """What an equation or an element of a run in this font shows."""
    if element.tag in (T, DELETED_TEXT):
        return in_font(shown_text(element), font, STRANGE)
    if element.tag in UNSEEN:
        return ""
    if element.tag == BREAK and element.get(BREAK_KIND) in ("page", "column"):
        return PAGE_BREAK
    if element.tag == SYMBOL:
        return symbol(element) or STRANGE
    words = "" if element.tag in (EQUATION, RUBY) else MARKS.get(element.tag) or shown_text(element)
    return words or STRANGE + words_in(element)


def words_in(parent: etree._Element) -> str:
    """Those of a text box or an equation, and what a picture says to those who do not see it."""
    worded = parent.iter(T, MATH_TEXT, DRAWING_PROPERTIES)
    return "".join(
        element.get("descr", "") if element.tag == DRAWING_PROPERTIES else element.text or "" for element in worded
    )


def find_forbidden(text: str) -> list[str]:
    """Those that no content file may hold, without the marks for what is no text."""
    return FORBIDDEN.findall(NO_TEXT.sub("", text))
