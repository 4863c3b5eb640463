"""Reads the parts of a Word file into paragraphs, and sees everything in them that a person sees."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from safecomm.ooxml.fields import CHARACTER, INSTRUCTION, SIMPLE
from safecomm.ooxml.fields import KIND as FIELD_KIND
from safecomm.ooxml.wordml import CELL, PARAGRAPH_PROPERTIES, RELATIONSHIP, ROW, P, R, paragraph_style, w
from safecomm.review.paragraphs import AUTHOR, DATE, ID, UNCHANGED, Change, Kind, Paragraph, Piece, Quote, Who
from safecomm.review.runs import (
    ALTERNATIVE,
    ALTERNATIVES,
    EQUATIONS,
    OBJECT,
    PLAIN,
    RUN_PROPERTIES,
    Look,
    contents,
    font_of,
    marks_of,
    shown,
    strange,
    words_in,
)
from safecomm.word.anchors import KIND as RECORD
from safecomm.word.marks import KIND

MOST = 100
"""Comments on one place; each holds the whole text that it is about."""
KINDS: dict[str, Kind] = {
    w("ins"): "inserted",
    w("moveTo"): "inserted",
    w("del"): "deleted",
    w("moveFrom"): "deleted",
    w("cellIns"): "inserted",
    w("cellDel"): "deleted",
}
NAME, BOOKMARK = w("name"), w("bookmarkStart")
COMMENT, COMMENT_END, REFERENCE = map(w, ("commentRangeStart", "commentRangeEnd", "commentReference"))
LINK, ANCHOR, DELETED_INSTRUCTION = map(w, ("hyperlink", "anchor", "delInstrText"))
TABLE_PROPERTIES = {ROW: w("trPr"), CELL: w("tcPr")}
LEADS = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?"?([^"\s]*)')
"""The instruction of a field that is a link."""
FORMATTED = set(map(w, ("rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange")))


@dataclass
class Field:
    """A field that has begun; `result` are the words that it shows, once the separator has come."""

    instruction: str = ""
    result: str | None = None

    @property
    def address(self) -> str:
        """Where it leads; empty where it is no link."""
        found = LEADS.match(self.instruction)
        return found[1] if found else ""


class Reader:
    """Reads parts; `quotes` are the comments' places by their ids, `styles` gives the name of each style."""

    def __init__(self, styles: Mapping[str, str] | None = None) -> None:
        self.styles = styles or {}
        self.paragraphs: list[Paragraph] = []
        self.quotes: dict[str, Quote] = {}
        self.opened: set[str] = set()
        self.waiting: list[str] = []
        self.begin("", {})

    def begin(self, part: str, addresses: Mapping[str, str]) -> None:
        """`addresses` are what the relationships of the part lead to."""
        self.part, self.addresses = part, addresses
        self.record = self.address = ""
        self.fields: list[Field] = []

    def read(self, parent: etree._Element, change: Change = UNCHANGED) -> None:
        for child in parent:
            if child.tag == P:
                self.paragraph(child, change)
            elif child.tag in TABLE_PROPERTIES:
                self.read(child, _table_change(child) or change)
            elif child.tag == BOOKMARK:
                self.waiting.append(child.get(NAME, ""))
            elif not self.comment(child):
                self.read(child, _change(child) if _kind(child) else change)

    def comment(self, element: etree._Element) -> bool:
        """Whether the element begins or ends what a comment is about."""
        identity = element.get(ID, "")
        if element.tag == COMMENT and len(self.opened) < MOST:
            self.opened.add(identity)
            self.quotes[identity] = Quote()
        elif element.tag == COMMENT_END:
            self.opened.discard(identity)
        return element.tag in (COMMENT, COMMENT_END)

    def paragraph(self, element: etree._Element, change: Change) -> None:
        paragraph = Paragraph(self.part, self.record, paragraph_style(element), end=change)
        self.paragraphs.append(paragraph)
        for name in self.waiting:
            self.named(name, paragraph)
        self.waiting = []
        self.runs(element, paragraph, change)

    def named(self, name: str, paragraph: Paragraph) -> None:
        if name.startswith(f"_{RECORD}_"):
            self.record = paragraph.record = name
        elif name.startswith(f"_{KIND}_"):
            paragraph.names.append(name)

    def runs(self, parent: etree._Element, paragraph: Paragraph, change: Change) -> None:
        for child in parent:
            if child.tag == PARAGRAPH_PROPERTIES:
                self.properties(child, paragraph)
            elif child.tag == R:
                self.run(child, paragraph, change)
            elif child.tag == BOOKMARK:
                self.named(child.get(NAME, ""), paragraph)
            elif child.tag in (SIMPLE, LINK):
                self.linked(child, paragraph, change)
            elif not self.comment(child):
                self.within(child, paragraph, change)

    def within(self, element: etree._Element, paragraph: Paragraph, change: Change) -> None:
        """What holds runs: a change, a control, one of several forms of the same thing; or an equation."""
        if element.tag in EQUATIONS:
            self.add(strange(element), paragraph, change)
        elif element.tag == ALTERNATIVES:
            self.runs(next(element.iterchildren(ALTERNATIVE), element), paragraph, change)
        else:
            self.runs(element, paragraph, _both(change, _change(element)) if _kind(element) else change)

    def linked(self, element: etree._Element, paragraph: Paragraph, change: Change) -> None:
        """A link, or a field in one element, which may be one too."""
        if element.tag == SIMPLE:
            address = Field(element.get(w("instr"), "")).address
        else:
            address = self.addresses.get(element.get(f"{{{RELATIONSHIP}}}id", "")) or element.get(ANCHOR) or "#"
        if not address:
            self.add(_object(words_in(element), change), paragraph, change)
            return
        outer, self.address = self.address, address
        self.runs(element, paragraph, change)
        self.address = outer

    def properties(self, properties: etree._Element, paragraph: Paragraph) -> None:
        for each in properties.iterfind(f"{RUN_PROPERTIES}/*"):
            if _kind(each):
                paragraph.end = _change(each)
        paragraph.formatted += _formatted(properties)

    def run(self, run: etree._Element, paragraph: Paragraph, change: Change) -> None:
        paragraph.formatted += [who for each in run.iterchildren(RUN_PROPERTIES) for who in _formatted(each)]
        marks, font = marks_of(run, self.styles), font_of(run)
        for child in contents(run):
            if child.tag == CHARACTER:
                self.field(child, paragraph, change)
            elif child.tag in (INSTRUCTION, DELETED_INSTRUCTION):
                self.instruct(child.text or "")
            elif child.tag == REFERENCE:
                self.quotes.setdefault(child.get(ID, ""), Quote()).paragraph = paragraph
            else:
                self.show(shown(child, font), paragraph, change, marks)

    def show(self, text: str, paragraph: Paragraph, change: Change, marks: frozenset[str]) -> None:
        """Word may work out a field anew at any time: its result is no text that somebody wrote, but that of a link."""
        within = next((each for each in self.fields if not each.address or each.result is None), None)
        if within is None:
            address = self.fields[-1].address if self.fields else self.address
            self.add(text, paragraph, change, Look(marks, address))
        elif within.result is not None:
            within.result += text

    def instruct(self, text: str) -> None:
        if self.fields:
            self.fields[-1].instruction += text

    def field(self, element: etree._Element, paragraph: Paragraph, change: Change) -> None:
        match element.get(FIELD_KIND):
            case "begin":
                self.fields.append(Field())
            case "separate" if self.fields:
                self.fields[-1].result = ""
            case "end" if self.fields:
                ended = self.fields.pop()
                if not ended.address:
                    self.show(_object(ended.result or "", change), paragraph, change, PLAIN.marks)

    def add(self, text: str, paragraph: Paragraph, change: Change, look: Look = PLAIN) -> None:
        paragraph.pieces.append(Piece(text, change, look))
        for identity in self.opened:
            quote = self.quotes[identity]
            quote.paragraph = quote.paragraph or paragraph
            if change.kind in ("", "inserted"):
                quote.texts.append(text)


def _object(result: str, change: Change) -> str:
    """Of a field that a reviewer inserted the words, too: nothing else says what they are."""
    return OBJECT + result if change.kind == "inserted" else OBJECT


def _kind(element: etree._Element) -> bool:
    return element.tag in KINDS


def _change(element: etree._Element) -> Change:
    return Change(KINDS[element.tag], Who(element.get(AUTHOR, ""), element.get(DATE, "")))


def _table_change(part: etree._Element) -> Change | None:
    """That of a whole row or cell."""
    properties = part.iterfind(f"{TABLE_PROPERTIES[part.tag]}/*")
    return next((_change(each) for each in properties if _kind(each)), None)


def _both(outer: Change, inner: Change) -> Change:
    """What one inserted and another deleted again stands in neither version."""
    return inner._replace(kind="undone") if {outer.kind, inner.kind} == {"inserted", "deleted"} else inner


def _formatted(properties: etree._Element) -> Iterator[Who]:
    return (_who(each) for each in properties.iter() if each.tag in FORMATTED)


def _who(element: etree._Element) -> Who:
    return Who(element.get(AUTHOR, ""), element.get(DATE, ""))
