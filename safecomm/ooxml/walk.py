"""All that a person can read in a part of a Word file, in order: its blocks, and what stands in each paragraph."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import filterfalse
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.bookmarks import END, START
from safecomm.ooxml.equations import linear
from safecomm.ooxml.fields import CHARACTER, INSTRUCTIONS, KIND, SIMPLE, Field
from safecomm.ooxml.revisions import KINDS, UNCHANGED, TrackedChange, changed_within, is_removed, read_change
from safecomm.ooxml.symbols import UNKNOWN, symbol
from safecomm.ooxml.wordml import (
    BREAK,
    COMPATIBILITY,
    HYPERLINK,
    MATH,
    PARAGRAPH_PROPERTIES,
    SPACE,
    TAB,
    TABLE,
    P,
    R,
    T,
    w,
)

BLANKS = " \t\r\n"
"""Of XML, that is: a space that must not break is none."""
# Stands between texts; no text can hold it, for XML cannot.
BOUNDARY = "\x1e"
ALTERNATIVES, FALLBACK = f"{{{COMPATIBILITY}}}AlternateContent", f"{{{COMPATIBILITY}}}Fallback"
WELL_KNOWN = ("http://schemas.microsoft.com/", "http://schemas.openxmlformats.org/", "urn:schemas-microsoft-com:")
EQUATION = f"{{{MATH}}}oMath"
RUBY, RUBY_BASE, RUBY_TEXT = map(w, ("ruby", "rubyBase", "rt"))
TEXT_BOX, SYMBOL, DELETED_TEXT = map(w, ("txbxContent", "sym", "delText"))
DRAWN, PICTURE_OF_OLD, OBJECT = map(w, ("drawing", "pict", "object"))
OTHER_FILES = {w(name): name for name in ("altChunk", "subDoc")}
"""Blocks in whose place Word shows another file."""
MARKERS = START, END, *map(w, ("commentRangeStart", "commentRangeEnd"))
UNSEEN = {PARAGRAPH_PROPERTIES, START, END}
PROPERTIES = set(map(w, ("pPr", "rPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr")))
CHARACTERS = {TAB: "\t", w("ptab"): "\t", BREAK: "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}


class Inline(NamedTuple):
    """What stands in a paragraph: an element of its `run`, an equation, a marker, or where a field has `ended`.

    `fields` are those that are open around it, the outermost first.
    """

    element: etree._Element
    run: etree._Element | None
    link: etree._Element | None
    change: TrackedChange
    fields: tuple[Field, ...] = ()
    ended: Field | None = None

    @property
    def is_shown(self) -> bool:
        return self.change.stands and all(field.has_result for field in self.fields)


def nearest_below(parent: Iterable[etree._Element], *tags: str) -> Iterator[etree._Element]:
    """The nearest such elements, through whatever wraps them: content controls, changes, the first of alternatives."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag == ALTERNATIVES:
            yield from nearest_below(first_choice(child), *tags)
        elif child.tag not in PROPERTIES:
            yield from nearest_below(child, *tags)


def first_choice(alternatives: etree._Element) -> etree._Element:
    """What Word shows of a drawing that stands several times, for older programs, too (ISO/IEC 29500-3, 10.2)."""
    return next(filter(is_understood, alternatives), alternatives)


def is_understood(alternative: etree._Element) -> bool:
    """Whether it needs nothing that another maker than Word's has thought up."""
    needed = (alternative.nsmap.get(prefix) for prefix in alternative.get("Requires", "").split())
    return all(namespace.startswith(WELL_KNOWN) for namespace in needed if namespace)


def walk_blocks(parent: Iterable[etree._Element], *others: str) -> Iterator[etree._Element]:
    """The paragraphs and tables of a body, cell, note, header or text box; what hangs on a paragraph comes after it.

    `others` are further tags of blocks.
    """
    for block in nearest_below(parent, P, TABLE, *others):
        yield block
        if block.tag == P and next(block.iter(TEXT_BOX), None) is not None:
            for box in filterfalse(is_removed, nearest_below(block, TEXT_BOX)):
                yield from walk_blocks(box, *others)


def walk_inlines(paragraph: etree._Element) -> Iterator[Inline]:
    """Without the paragraphs of text boxes, which are blocks."""
    return InlineWalker().walk(paragraph)


class InlineWalker:
    """`opened` are the fields that have begun: they may span paragraphs, for one walker that reads these in order."""

    def __init__(self) -> None:
        self.opened: list[Field] = []

    def walk(
        self, parent: etree._Element, link: etree._Element | None = None, change: TrackedChange = UNCHANGED
    ) -> Iterator[Inline]:
        for child in parent:
            if child.tag == R:
                yield from self.run(child, child, link, change)
            elif child.tag == SIMPLE:
                yield from self.simple(child, link, change)
            elif child.tag in KINDS:
                yield from self.walk(child, link, changed_within(change, read_change(child)))
            elif child.tag == ALTERNATIVES:
                yield from self.walk(first_choice(child), link, change)
            elif child.tag == EQUATION or child.tag in MARKERS:
                yield Inline(child, None, link, change, tuple(self.opened))
            elif child.tag not in PROPERTIES:
                yield from self.walk(child, child if child.tag == HYPERLINK else link, change)

    def run(
        self, parent: etree._Element, run: etree._Element, link: etree._Element | None, change: TrackedChange
    ) -> Iterator[Inline]:
        for child in parent:
            if child.tag == CHARACTER:
                if (ended := self.field(child)) is not None:
                    yield Inline(child, run, link, change, tuple(self.opened), ended)
            elif child.tag in INSTRUCTIONS:
                if self.opened:
                    self.opened[-1].add(child)
            elif child.tag == ALTERNATIVES:
                yield from self.run(first_choice(child), run, link, change)
            elif child.tag not in PROPERTIES:
                yield Inline(child, run, link, change, tuple(self.opened))

    def field(self, character: etree._Element) -> Field | None:
        """The field that ends here."""
        if character.get(KIND) == "begin":
            self.opened.append(Field(begin=character))
        elif self.opened and character.get(KIND) == "separate":
            self.opened[-1].add(character)
        elif self.opened:
            return self.opened.pop()
        return None

    def simple(self, element: etree._Element, link: etree._Element | None, change: TrackedChange) -> Iterator[Inline]:
        field, depth = Field(element.get(w("instr"), "")), len(self.opened)
        self.opened.append(field)
        yield from self.walk(element, link, change)
        del self.opened[depth:]
        yield Inline(element, None, link, change, tuple(self.opened), field)


def without_fallbacks(root: etree._Element) -> etree._Element:
    """The part with each drawing once, for whoever looks for elements wherever they stand."""
    if next(root.iter(FALLBACK), None) is None:
        return root
    copy = deepcopy(root)
    etree.strip_elements(copy, FALLBACK, with_tail=False)
    return copy


def shown_text(element: etree._Element) -> str:
    """The text of one element of a run, or of an equation; empty of what is no text."""
    if element.tag in (T, DELETED_TEXT):
        text = element.text or ""
        return text if element.get(SPACE) == "preserve" else text.strip(BLANKS)
    if element.tag == EQUATION:
        return linear(element)
    if element.tag == RUBY:
        base, above = (raw_text(part) for part in element.iterchildren(RUBY_BASE, RUBY_TEXT, reversed=True))
        return f"{base}({above})"
    return symbol(element) or UNKNOWN if element.tag == SYMBOL else CHARACTERS.get(element.tag, "")


def raw_text(element: etree._Element) -> str:
    """All text elements below, one after another, wherever they stand and whatever has become of them."""
    return "".join(text.text or "" for text in element.iter(T))


def plain_text(paragraph: etree._Element) -> str | None:
    """The text of a paragraph of which nothing else is to say, as of most: one run without properties."""
    run = None
    for child in paragraph:
        if child.tag == R:
            if run is not None or len(child) != 1 or child[0].tag != T:
                return None
            run = child
        elif child.tag not in UNSEEN:
            return None
    return run[0].text if run is not None and run[0].get(SPACE) == "preserve" else None


def plain_texts(elements: Iterable[etree._Element]) -> Iterator[tuple[etree._Element, str]]:
    """The paragraphs in them that are nothing else, with their texts."""
    for paragraph in (paragraph for element in elements for paragraph in element.iter(P)):
        if (text := plain_text(paragraph)) is not None:
            yield paragraph, text


def paragraph_text(paragraph: etree._Element) -> str:
    """What stands in the paragraph now."""
    if (text := plain_text(paragraph)) is not None:
        return text
    return "".join(shown_text(inline.element) for inline in walk_inlines(paragraph) if inline.is_shown)


def visible_text(root: etree._Element) -> str:
    """What all paragraphs below show, each after a BOUNDARY, as fast as a proof of each document wants it."""
    pieces = []
    for element in root.iter(T, P, *CHARACTERS):
        if element.tag == P:
            pieces.append(BOUNDARY)
        elif element.tag == T or ((parent := element.getparent()) is not None and parent.tag == R):
            # A tab stop has the same name as a tab.
            pieces.append(shown_text(element))
    return "".join(pieces)
