"""What a run that a reviewer left shows: its words, marks for what no words can say, and how its characters look."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from safecomm.markdown.source import FORBIDDEN
from safecomm.ooxml.equations import MATH_TEXT
from safecomm.ooxml.styles import Styles
from safecomm.ooxml.symbols import in_font, symbol
from safecomm.ooxml.walk import DELETED_TEXT, EQUATION, RUBY, SYMBOL, shown_text
from safecomm.ooxml.wordml import BREAK, DRAWING_PROPERTIES, FOOTNOTE_CALL, RUN_PROPERTIES, VAL, T, value, w

OBJECT = "\ufffc"
"""Stands in a text for what a draft may hold there and is no text: the call of a note, a number that Word counts."""
STRANGE = "\ufffd"
"""Stands in a text beside what no text of the content can hold; a file that holds it is refused."""
PAGE_BREAK = "\f"
BLANKS = " \u00a0"
"""Of those at the ends of a text nobody sees whether they are there."""
NO_TEXT = re.compile(rf"[\n\t{OBJECT}{STRANGE}{PAGE_BREAK}]")
BREAK_KIND = w("type")
MARKS = {w("softHyphen"): "\u00ad", FOOTNOTE_CALL: OBJECT}
SEPARATORS = w("separator"), w("continuationSeparator")
UNSEEN = {*SEPARATORS, *map(w, ("lastRenderedPageBreak", "annotationRef", "footnoteRef", "endnoteRef"))}
EMPHASES = {name: w(name) for name in ("b", "i", "u", "strike", "dstrike", "caps", "smallCaps", "vertAlign", "vanish")}
"""Properties that say something; colours, sizes and fonts are how reviewers show that they were here."""
COLOURS = {"color": VAL, "highlight": VAL, "sz": VAL, "shd": w("fill"), "rFonts": w("ascii")}
STYLED = {"b": "strong", "i": "emphasis"}
OFF = ("0", "false", "off", "none", "baseline")


class CharacterFormat(NamedTuple):
    """`emphases` are the names of the properties that are on, `address` is where a link leads.

    `colours` are those of the letters and behind them and their size, `font` is theirs, as far as the run says them.
    """

    emphases: frozenset[str] = frozenset()
    address: str = ""
    colours: frozenset[str] = frozenset()
    font: str = ""


PLAIN = CharacterFormat()


def format_of(run: etree._Element, styles: Styles, paragraph_style: str) -> CharacterFormat:
    """That of a run in a paragraph of this style; what the style says anyway is nothing that somebody made so."""
    properties = run.find(RUN_PROPERTIES)
    if properties is None:
        return PLAIN
    own = value(properties, "rStyle") or ""
    emphases = frozenset(name for name in EMPHASES if _is_on(properties, name, styles.names.get(own, "")))
    said = {path: text for path in COLOURS if (text := said_by(properties, path)) not in ("", "auto", "none")}
    new = {path: text for path, text in said.items() if text != first_said(styles, (own, paragraph_style), path)}
    font = new.pop("rFonts", "")
    return CharacterFormat(emphases, "", frozenset(f"{path}={text}" for path, text in new.items()), font)


def said_by(properties: etree._Element, path: str) -> str:
    element = properties.find(w(path))
    return "" if element is None else element.get(COLOURS[path], "")


def first_said(styles: Styles, named: Iterable[str], path: str) -> str:
    chain = (element for style in named for element in styles.chain(style))
    sources = (source for element in chain for source in element.iterfind(RUN_PROPERTIES))
    return next((said for source in sources if (said := said_by(source, path))), "")


def _is_on(properties: etree._Element, name: str, style: str) -> bool:
    emphasis = properties.find(EMPHASES[name])
    return STYLED.get(name) == style if emphasis is None else emphasis.get(VAL) not in OFF


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
