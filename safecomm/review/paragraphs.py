"""The paragraphs of a Word part as a reviewer left them: what was there, what is there now, and who changed it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from lxml import etree

from safecomm.ooxml.wordml import PARAGRAPH_PROPERTIES, ROW, P, R, T, paragraph_style, w
from safecomm.word.anchors import KIND as RECORD
from safecomm.word.marks import KIND

OBJECT = "\ufffc"
"""Stands in a text for what is no text: the call of a note, a number that Word counts."""

MOST = 100
"""Comments on one place; each holds the whole text that it is about."""
Kind = Literal["", "inserted", "deleted", "undone"]
KINDS: dict[str, Kind] = {
    w("ins"): "inserted",
    w("moveTo"): "inserted",
    w("del"): "deleted",
    w("moveFrom"): "deleted",
}
TEXTS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011", w("footnoteReference"): OBJECT}
AUTHOR, DATE, NAME, ID = map(w, ("author", "date", "name", "id"))
BOOKMARK, COMMENT, COMMENT_END, REFERENCE = map(
    w, ("bookmarkStart", "commentRangeStart", "commentRangeEnd", "commentReference")
)
SIMPLE_FIELD, FIELD, FIELD_KIND, BREAK_KIND = map(w, ("fldSimple", "fldChar", "fldCharType", "type"))
PAGES = ("page", "column")
DELETED_TEXT, ROW_PROPERTIES, RUN_PROPERTIES = map(w, ("delText", "trPr", "rPr"))
FORMATTED = set(map(w, ("rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange")))


class Who(NamedTuple):
    """As Word writes it; empty where it does not say."""

    author: str = ""
    date: str = ""


NOBODY = Who()


class Change(NamedTuple):
    kind: Kind = ""
    who: Who = NOBODY


UNCHANGED = Change()


class Piece(NamedTuple):
    text: str
    change: Change


@dataclass
class Paragraph:
    """`names` are the marks of texts that begin in it, `record` the bookmark of the record below whose title it stands.

    `end` is the change of its end: an inserted one was no end before, a deleted one is none any more.
    """

    record: str
    style: str
    names: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    end: Change = UNCHANGED
    formatted: list[Who] = field(default_factory=list)

    def before(self) -> str:
        return "".join(text for text, change in self.pieces if change.kind in ("", "deleted"))

    def after(self) -> str:
        return "".join(text for text, change in self.pieces if change.kind in ("", "inserted"))

    def changes(self) -> list[Change]:
        return [change for change in (*(each.change for each in self.pieces), self.end) if change.kind]


@dataclass
class Quote:
    """What a comment is about."""

    paragraph: Paragraph | None = None
    texts: list[str] = field(default_factory=list)


class Reader:
    """Reads one part; `quotes` are the comments' places by their ids."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.quotes: dict[str, Quote] = {}
        self.opened: set[str] = set()
        self.waiting: list[str] = []
        self.record = ""
        self.fields = 0

    def read(self, parent: etree._Element, change: Change = UNCHANGED) -> None:
        for child in parent:
            if child.tag == P:
                self.paragraph(child, change)
            elif child.tag == ROW:
                self.read(child, _row_change(child) or change)
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
        paragraph = Paragraph(self.record, paragraph_style(element), end=change)
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
            elif child.tag == SIMPLE_FIELD:
                self.add(OBJECT, paragraph, change)
            elif not self.comment(child):
                self.runs(child, paragraph, _both(change, _change(child)) if _kind(child) else change)

    def properties(self, properties: etree._Element, paragraph: Paragraph) -> None:
        for each in properties.iterfind(f"{RUN_PROPERTIES}/*"):
            if _kind(each):
                paragraph.end = _change(each)
        paragraph.formatted += _formatted(properties)

    def run(self, run: etree._Element, paragraph: Paragraph, change: Change) -> None:
        for child in run:
            if child.tag == RUN_PROPERTIES:
                paragraph.formatted += _formatted(child)
            elif child.tag == FIELD:
                self.field(child, paragraph, change)
            elif child.tag == REFERENCE:
                self.quotes.setdefault(child.get(ID, ""), Quote()).paragraph = paragraph
            elif self.fields == 0 and child.tag in (T, DELETED_TEXT):
                self.add(child.text or "", paragraph, change)
            elif self.fields == 0 and child.tag in TEXTS and child.get(BREAK_KIND) not in PAGES:
                self.add(TEXTS[child.tag], paragraph, change)

    def field(self, element: etree._Element, paragraph: Paragraph, change: Change) -> None:
        """Word may work out a field anew at any time: its result is no text that somebody wrote."""
        if element.get(FIELD_KIND) == "begin":
            self.fields += 1
        elif element.get(FIELD_KIND) == "end" and self.fields:
            self.fields -= 1
            self.add(OBJECT, paragraph, change)

    def add(self, text: str, paragraph: Paragraph, change: Change) -> None:
        paragraph.pieces.append(Piece(text, change))
        for identity in self.opened:
            quote = self.quotes[identity]
            quote.paragraph = quote.paragraph or paragraph
            if change.kind in ("", "inserted"):
                quote.texts.append(text)


def _kind(element: etree._Element) -> bool:
    return element.tag in KINDS


def _change(element: etree._Element) -> Change:
    return Change(KINDS[element.tag], Who(element.get(AUTHOR, ""), element.get(DATE, "")))


def _row_change(row: etree._Element) -> Change | None:
    return next((_change(each) for each in row.iterfind(f"{ROW_PROPERTIES}/*") if _kind(each)), None)


def _both(outer: Change, inner: Change) -> Change:
    """What one inserted and another deleted again stands in neither version."""
    return inner._replace(kind="undone") if {outer.kind, inner.kind} == {"inserted", "deleted"} else inner


def _formatted(properties: etree._Element) -> Iterator[Who]:
    return (_who(each) for each in properties.iter() if each.tag in FORMATTED)


def _who(element: etree._Element) -> Who:
    return Who(element.get(AUTHOR, ""), element.get(DATE, ""))


def groups(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """The paragraphs that were one before: all but the last end with an end that was inserted."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        found.append(paragraph)
        if paragraph.end.kind != "inserted":
            yield found
            found = []
    if found:
        yield found
