"""How reviewers change the look of words and paragraphs."""

from collections.abc import Callable
from random import Random

from lxml import etree
from lxml.etree import _Element as Element

from tests.returned.edits import Made, some_words
from tests.returned.word import Copy, cut, properties_of, put, put_first, w

Make = Callable[[Copy, Element, Random, str], Made | None]
WORDS, STYLE, LIST, LAYOUT, PAGE, KEPT, BLANK = (
    "ändrat utseende",
    "annan formatmall",
    "annan lista eller nivå",
    "annan justering, indrag, ram eller fyllning",
    "börjar en ny sida",
    "hålls ihop med nästa stycke",
    "tom rad",
)
"""How `review` calls what was changed."""


def words_get(name: str, **attributes: str) -> Make:
    """Some words get a look of their own, tracked or not."""

    def make(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
        span = some_words(paragraph, random)
        if span is None:
            return None
        run = cut(span)
        look = etree.Element(w("rPr"))
        put(look, name, **attributes)
        if random.random() < 0.5:
            change = etree.SubElement(look, w("rPrChange"), copy.revision(""))
            etree.SubElement(change, w("rPr"))
        run.insert(0, look)
        return Made([], label=WORDS)

    return make


def paragraph_gets(label: str, name: str, inside: str = "", /, **attributes: str) -> Make:
    """The paragraph gets a property, tracked or not; one in a list keeps what its list says."""

    def make(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
        properties = properties_of(paragraph)
        if properties.find(w(name)) is not None or (name == "ind" and in_list(properties)):
            return None
        element = put(properties, name, **({} if inside else attributes))
        if inside:
            put(element, inside, **attributes)
        if random.random() < 0.5:
            change = etree.SubElement(properties, w("pPrChange"), copy.revision(""))
            etree.SubElement(change, w("pPr"))
        return Made([], label=label)

    return make


def in_list(properties: Element) -> bool:
    style = properties.find(w("pStyle"))
    return properties.find(w("numPr")) is not None or (style is not None and "List" in style.get(w("val"), ""))


def style_changed(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    """To one that is in no list."""
    properties = properties_of(paragraph)
    style = properties.find(w("pStyle"))
    if style is None or in_list(properties):
        return None
    old, new = style.get(w("val"), ""), random.choice(("Quote", "Heading3", "Remark"))
    if old == new:
        return None
    style.set(w("val"), new)
    if random.random() < 0.5:
        change = etree.SubElement(properties, w("pPrChange"), copy.revision(""))
        put(etree.SubElement(change, w("pPr")), "pStyle", val=old)
    return Made([], label=STYLE)


def list_level_changed(_copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    """An item is moved in or out; any other paragraph becomes an item."""
    properties = properties_of(paragraph)
    numbering = properties.find(w("numPr"))
    if numbering is None:
        numbering = put(properties, "numPr")
        put(numbering, "ilvl", val=str(random.randint(1, 2)))
        put(numbering, "numId", val="1")
        return Made([], label=LIST)
    level = numbering.find(w("ilvl"))
    if level is None:
        level = put(numbering, "ilvl", val="0")
    level.set(w("val"), str(int(level.get(w("val"), "0")) + 1))
    return Made([], label=LIST)


def bold_removed(_copy: Copy, paragraph: Element, _random: Random, _token: str) -> Made | None:
    for style in paragraph.iter(w("rStyle")):
        if style.get(w("val")) in ("Strong", "Emphasis"):
            properties = style.getparent()
            assert properties is not None
            properties.remove(style)
            return Made([], label=WORDS)
    return None


def page_break_typed(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    """At the end, after which what follows begins a page."""
    following = paragraph.getnext()
    if following is None or following.tag != w("p") or "Heading1" in etree.tostring(following).decode():
        return None
    run = etree.SubElement(paragraph, w("r"))
    put(run, "br", type="page")
    if random.random() < 0.5:
        copy.wrap([run], "ins")
    return Made([], label=PAGE)


def page_break_alone(_copy: Copy, paragraph: Element, _random: Random, _token: str) -> Made | None:
    """What Ctrl and Enter make before a paragraph."""
    new = etree.Element(w("p"))
    put(etree.SubElement(new, w("r")), "br", type="page")
    paragraph.addprevious(new)
    return Made([], label=PAGE)


def empty_paragraph(copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    new = etree.Element(w("p"))
    if random.random() < 0.5:
        copy.mark_end(new, "ins")
    paragraph.addprevious(new)
    return Made([], label=BLANK)


def language_marked(_copy: Copy, paragraph: Element, random: Random, _token: str) -> Made | None:
    """What Word notes for itself while somebody reads: nothing that anybody did."""
    span = some_words(paragraph, random)
    if span is None:
        return None
    run = cut(span)
    put_first(run, "rPr").append(etree.Element(w("lang"), {w("val"): "sv-SE"}))
    run.addprevious(etree.Element(w("proofErr"), {w("type"): "spellStart"}))
    run.addnext(etree.Element(w("proofErr"), {w("type"): "spellEnd"}))
    run.set(w("rsidR"), "00A1B2C3")
    return Made([])
