"""Reads the parts of a Word file into paragraphs, and sees everything in them that a person sees."""

from collections.abc import Mapping
from itertools import groupby

from lxml import etree

from safecomm.ooxml.bookmarks import NAME, START
from safecomm.ooxml.package import Relationship
from safecomm.ooxml.revisions import (
    KINDS,
    UNCHANGED,
    TrackedChange,
    cell_change,
    changed_within,
    mark_change,
    read_change,
    row_change,
)
from safecomm.ooxml.walk import MARKERS, Inline, InlineWalker, nearest_below
from safecomm.ooxml.wordml import ANCHOR, CELL, ID, RELATIONSHIP_ID, ROW, P, paragraph_style, w
from safecomm.review.reviewed_paragraph import Quote, ReviewedParagraph, ReviewedText, read_who
from safecomm.review.run_text import OBJECT, PLAIN, CharacterFormat, emphases_of, font_of, text_of
from safecomm.word.anchors import KIND as RECORD
from safecomm.word.source_map import KIND as TEXT

MOST = 100
"""Comments on one place; each holds the whole text that it is about."""
COMMENT, COMMENT_END, REFERENCE = map(w, ("commentRangeStart", "commentRangeEnd", "commentReference"))
FORMATTED = tuple(map(w, ("rPrChange", "pPrChange", "sectPrChange")))


class PartReader:
    """Reads parts; `quotes` are the comments' places by their ids, `styles` gives the name of each style."""

    def __init__(self, styles: Mapping[str, str] | None = None) -> None:
        self.styles = styles or {}
        self.paragraphs: list[ReviewedParagraph] = []
        self.quotes: dict[str, Quote] = {}
        self.opened: set[str] = set()
        self.waiting: list[str] = []

    def read_part(self, name: str, root: etree._Element, relationships: Mapping[str, Relationship]) -> None:
        self.part, self.relationships = name, relationships
        self.record = self.result = ""
        self.walker = InlineWalker()
        self.read_blocks(root, UNCHANGED)

    def read_blocks(self, parent: etree._Element, change: TrackedChange) -> None:
        for block in nearest_below(parent, P, ROW, CELL, *KINDS, *MARKERS):
            if block.tag == P:
                self.read_paragraph(block, change)
            elif block.tag == ROW:
                self.read_blocks(block, changed_within(change, row_change(block)))
            elif block.tag == CELL:
                self.read_blocks(block, changed_within(change, cell_change(block)))
            elif block.tag in KINDS:
                self.read_blocks(block, changed_within(change, read_change(block)))
            elif block.tag == START:
                self.waiting.append(block.get(NAME, ""))
            else:
                self.read_comment_range(block)

    def read_paragraph(self, element: etree._Element, change: TrackedChange) -> None:
        end = changed_within(change, mark_change(element))
        formatted = tuple(map(read_who, element.iter(*FORMATTED)))
        paragraph = ReviewedParagraph(self.part, self.record, paragraph_style(element), end, formatted)
        self.paragraphs.append(paragraph)
        for name in self.waiting:
            self.read_name(name, paragraph)
        self.waiting = []
        inlines = self.walker.walk(element, change=change)
        for run, group in groupby(inlines, key=lambda inline: inline.run):
            emphases, font = (PLAIN.emphases, "") if run is None else (emphases_of(run, self.styles), font_of(run))
            for inline in group:
                self.read_inline(inline, paragraph, emphases, font)

    def read_name(self, name: str, paragraph: ReviewedParagraph) -> None:
        if name.startswith(f"_{RECORD}_"):
            self.record = paragraph.record = name
        elif name.startswith(f"_{TEXT}_"):
            paragraph.names.append(name)

    def read_comment_range(self, element: etree._Element) -> None:
        """Of a comment: where begins or ends what it is about."""
        identity = element.get(ID, "")
        if element.tag == COMMENT and len(self.opened) < MOST:
            self.opened.add(identity)
            self.quotes[identity] = Quote()
        elif element.tag == COMMENT_END:
            self.opened.discard(identity)

    def read_inline(self, inline: Inline, paragraph: ReviewedParagraph, emphases: frozenset[str], font: str) -> None:
        element = inline.element
        if element.tag == START:
            self.read_name(element.get(NAME, ""), paragraph)
        elif element.tag in MARKERS:
            self.read_comment_range(element)
        elif element.tag == REFERENCE:
            self.quotes.setdefault(element.get(ID, ""), Quote()).paragraph = paragraph
        elif inline.ended is None:
            self.add(text_of(element, font), inline, paragraph, emphases)
        elif not inline.ended.address:
            self.add(OBJECT, inline, paragraph, PLAIN.emphases)

    def add(self, text: str, inline: Inline, paragraph: ReviewedParagraph, emphases: frozenset[str]) -> None:
        """Word may work out a field anew at any time: its result is no text that somebody wrote, but that of a link."""
        if not text:
            return
        within = next((field for field in inline.fields if not (field.has_result and field.address)), None)
        if within is not None:
            self.result += text if within.has_result else ""
            return
        if inline.ended is not None:
            # Of a field that a reviewer inserted the words, too: nothing else says what they are.
            text += self.result if inline.change.kind == "inserted" else ""
            self.result = ""
        paragraph.texts.append(ReviewedText(text, inline.change, CharacterFormat(emphases, self.address(inline))))
        for quote in map(self.quotes.__getitem__, self.opened):
            quote.paragraph = quote.paragraph or paragraph
            quote.texts += [text] if inline.change.stands else []

    def address(self, inline: Inline) -> str:
        if inline.fields or inline.link is None:
            return inline.fields[-1].address if inline.fields else ""
        lead = self.relationships.get(inline.link.get(RELATIONSHIP_ID, ""))
        return (lead.target if lead else "") or inline.link.get(ANCHOR) or "#"
