"""Reads the parts of a Word file into paragraphs, and sees everything in them that a person sees."""

import re
from collections import defaultdict
from itertools import groupby

from lxml import etree

from safecomm.ooxml.bookmarks import NAME, START
from safecomm.ooxml.fields import Field
from safecomm.ooxml.package import Package
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
from safecomm.ooxml.walk import MARKERS, OTHER_FILES, Inline, InlineWalker, nearest_below
from safecomm.ooxml.wordml import (
    ANCHOR,
    CELL,
    ENDNOTE_CALL,
    FOOTNOTE_CALL,
    ID,
    RELATIONSHIP_ID,
    ROW,
    TABLE,
    P,
    paragraph_style,
    w,
)
from safecomm.review.reviewed_paragraph import (
    ParagraphPlace,
    Quote,
    ReviewedParagraph,
    ReviewedText,
    Who,
    read_who,
    who_changed,
)
from safecomm.review.run_text import OBJECT, PLAIN, STRANGE, CharacterFormat, format_of, text_of
from safecomm.review.table_fills import TableFills
from safecomm.review.traits import CONTROL, Trait, TraitReader, count_controls, table_shape
from safecomm.word.anchors import KIND as RECORD
from safecomm.word.record_sections import RecordSections
from safecomm.word.source_map import KIND as TEXT

MOST = 100
"""Comments on one place; each holds the whole text that it is about."""
COMMENT, COMMENT_END, REFERENCE = map(w, ("commentRangeStart", "commentRangeEnd", "commentReference"))
SECTION = w("pPr/sectPr")
CONTENTS, CONTENTS_STYLE = "TOC", re.compile(r"toc\d|tocheading|contents\d|contentsheading")
FORMATTED = tuple(map(w, ("rPrChange", "pPrChange", "sectPrChange")))
TABLE_FORMATTED = tuple(map(w, ("tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange")))
NOTES = {w("footnote"): FOOTNOTE_CALL, w("endnote"): ENDNOTE_CALL}


class PartReader:
    """Reads parts, the body before the notes; `quotes` are the comments' places by their ids."""

    def __init__(self, package: Package) -> None:
        self.package, self.styles = package, package.styles
        self.paragraphs: list[ReviewedParagraph] = []
        self.quotes: dict[str, Quote] = {}
        self.opened: set[str] = set()
        self.table_fills = TableFills(package.styles)
        self.cell_fills: dict[etree._Element, str] = {}
        self.callers: dict[tuple[str, str], ReviewedParagraph] = {}
        self.readers = {
            P: self.read_paragraph,
            TABLE: self.read_table,
            ROW: self.read_row,
            CELL: self.read_cell,
            CONTROL: self.read_control,
            **dict.fromkeys(NOTES, self.read_note),
            **dict.fromkeys(KINDS, self.read_changed),
            **dict.fromkeys(MARKERS, self.read_marker),
            **dict.fromkeys(OTHER_FILES, self.read_other_file),
        }

    def read_part(self, story: str, part: str) -> None:
        self.story, self.relationships = story, self.package.relationships(part)
        paragraphs = enumerate(self.package.root(part).iter(P))
        self.places = {paragraph: ParagraphPlace(part, number) for number, paragraph in paragraphs}
        self.sections, self.traits = RecordSections(), TraitReader(self.package, part)
        self.walker = InlineWalker()
        self.result = self.heading = self.shade = ""
        self.caller: ReviewedParagraph | None = None
        self.waiting: list[str] = []
        self.hanging: dict[Trait, list[str]] = defaultdict(list)
        self.formatting: list[Who] = []
        self.last: ReviewedParagraph | None = None
        self.read_blocks(self.package.root(part), UNCHANGED)
        if self.last:
            self.attach(self.last)

    def read_blocks(self, parent: etree._Element, change: TrackedChange) -> None:
        for block in nearest_below(parent, *self.readers):
            self.readers[block.tag](block, change)

    def read_row(self, row: etree._Element, change: TrackedChange) -> None:
        with self.sections.row():
            self.read_blocks(row, changed_within(change, row_change(row)))

    def read_cell(self, cell: etree._Element, change: TrackedChange) -> None:
        """Its colour is that of each of its paragraphs; where it shows none, that of the next."""
        last, around = self.last, self.shade
        self.shade = self.cell_fills.get(cell) or around
        self.read_blocks(cell, changed_within(change, cell_change(cell)))
        if self.last is last:
            self.hang("layout", self.shade)
        self.shade = around

    def read_changed(self, wrapped: etree._Element, change: TrackedChange) -> None:
        self.read_blocks(wrapped, changed_within(change, read_change(wrapped)))

    def read_control(self, control: etree._Element, change: TrackedChange) -> None:
        self.hang("control", "□" * count_controls([control]))
        self.read_blocks(control, change)

    def read_note(self, note: etree._Element, change: TrackedChange) -> None:
        self.caller = self.callers.get((NOTES[note.tag], note.get(ID, "")))
        self.read_blocks(note, change)

    def read_marker(self, marker: etree._Element, _change: TrackedChange) -> None:
        if marker.tag == START:
            self.waiting.append(marker.get(NAME, ""))
        else:
            self.read_comment_range(marker, None)

    def read_other_file(self, element: etree._Element, change: TrackedChange) -> None:
        paragraph = ReviewedParagraph(self.story, self.sections.record, "", change)
        lead = self.relationships.get(element.get(RELATIONSHIP_ID, ""))
        paragraph.texts.append(ReviewedText(STRANGE + (lead.target if lead else ""), change, PLAIN))
        self.paragraphs.append(paragraph)
        self.attach(paragraph)

    def read_table(self, table: etree._Element, change: TrackedChange) -> None:
        rows = [*nearest_below(table, ROW)]
        cells = [[*nearest_below(row, CELL)] for row in rows if row_change(row).stands]
        self.hang("table", table_shape([[cell for cell in row if cell_change(cell).stands] for row in cells]))
        changed = [*map(row_change, rows), *(cell_change(cell) for row in cells for cell in row)]
        self.cell_fills.update(self.table_fills.of(table))
        self.formatting += map(read_who, table.iter(*TABLE_FORMATTED))
        self.formatting += [who_changed(change) for change in changed if change.kind]
        self.read_blocks(table, change)

    def read_paragraph(self, element: etree._Element, change: TrackedChange) -> None:
        end, style = changed_within(change, mark_change(element)), paragraph_style(element)
        level = self.styles.heading_levels.get(style)
        self.sections.begin(level)
        formatted = tuple(map(read_who, element.iter(*FORMATTED)))
        paragraph = ReviewedParagraph(self.story, self.sections.record, style, end, formatted, self.caller)
        paragraph.place = self.places[element]
        paragraph.in_contents = bool(CONTENTS_STYLE.fullmatch(self.styles.names.get(style, "")))
        paragraph.traits |= self.traits.read(element)
        if self.shade:
            paragraph.traits["layout"] = " ".join(filter(None, (self.shade, paragraph.traits.get("layout"))))
        self.paragraphs.append(paragraph)
        for name in self.waiting:
            self.read_name(name, paragraph)
        self.waiting = []
        for quote in map(self.quotes.__getitem__, self.opened):
            quote.paragraph = quote.paragraph or paragraph
            quote.texts += ["\n"] if quote.texts else []
        inlines = self.walker.walk(element, change=change)
        for run, group in groupby(inlines, key=lambda inline: inline.run):
            look = PLAIN if run is None else format_of(run, self.styles, style)
            for inline in group:
                self.read_inline(inline, paragraph, look)
        self.heading = paragraph.heading = self.heading if level is None else paragraph.after().strip()
        self.finish(paragraph, is_sole(element))
        if element.find(SECTION) is not None:
            self.hang("page", "¶")

    def finish(self, paragraph: ReviewedParagraph, sole: bool) -> None:
        """Hangs on it what stands before it, or the paragraph itself on the next where it shows nothing."""
        if paragraph.in_contents:
            self.drop_own_of_contents()
        first, last = paragraph.cut_page_breaks()
        if paragraph.names or (paragraph.is_shown and not paragraph.in_contents):
            self.begin_page(first)
            self.attach(paragraph)
            self.begin_page(last)
        elif first:
            self.begin_page(first)
        elif paragraph.end.stands and not (sole or paragraph.in_contents):
            self.hang("blank", "¶")
            self.formatting += [who_changed(change) for change in paragraph.changes()]

    def drop_own_of_contents(self) -> None:
        """The fields and the control of which programs make a table of contents."""
        for kind in ("field", "control"):
            self.hanging.pop(kind, None)

    def begin_page(self, breaks: list[ReviewedText]) -> None:
        """The next paragraph begins a page, by whatever means; each break more leaves one empty."""
        self.formatting += [who_changed(piece.change) for piece in breaks if piece.change.kind]
        for piece in breaks:
            self.hang("page", "¶" if piece.change.stands else "")

    def hang(self, kind: Trait, said: str) -> None:
        """Hangs what stands before a paragraph, or around it, on the next one that shows anything."""
        if said:
            self.hanging[kind].append(said)

    def attach(self, paragraph: ReviewedParagraph) -> None:
        self.last = paragraph
        for kind, said in self.hanging.items():
            own = paragraph.traits.get(kind, "")
            paragraph.traits[kind] = " ".join(filter(None, (*said, own)))
        paragraph.formatted += tuple(self.formatting)
        self.hanging, self.formatting = defaultdict(list), []

    def read_name(self, name: str, paragraph: ReviewedParagraph) -> None:
        if name.startswith(f"_{RECORD}_"):
            self.sections.name(name)
            paragraph.record = name
        elif name.startswith(f"_{TEXT}_"):
            paragraph.names.append(name)

    def read_comment_range(self, element: etree._Element, paragraph: ReviewedParagraph | None) -> None:
        """Of a comment: where begins or ends what it is about."""
        identity = element.get(ID, "")
        if element.tag == COMMENT and len(self.opened) < MOST:
            self.opened.add(identity)
            self.quotes[identity] = Quote(paragraph)
        elif element.tag == COMMENT_END:
            self.opened.discard(identity)

    def read_inline(self, inline: Inline, paragraph: ReviewedParagraph, look: CharacterFormat) -> None:
        element = inline.element
        if element.tag == START:
            self.read_name(element.get(NAME, ""), paragraph)
        elif element.tag in MARKERS:
            self.read_comment_range(element, paragraph)
        elif element.tag == REFERENCE:
            quote = self.quotes.setdefault(element.get(ID, ""), Quote())
            quote.paragraph = quote.paragraph or paragraph
        elif inline.ended is None:
            if element.tag in NOTES.values():
                self.callers[element.tag, element.get(ID, "")] = paragraph
            self.add(text_of(element, look.font), inline, paragraph, look)
        elif not inline.ended.address:
            if inline.change.stands:
                self.hang("field", inline.ended.name)
            self.add(OBJECT, inline, paragraph, PLAIN)

    def add(self, text: str, inline: Inline, paragraph: ReviewedParagraph, look: CharacterFormat) -> None:
        """Word may work out a field anew at any time: its result is no text that somebody wrote, but that of a link."""
        if not text:
            return
        paragraph.in_contents |= any(field.name == CONTENTS for field in inline.fields)
        within = next((field for field in inline.fields if not shows_words(field, paragraph)), None)
        if within is not None:
            self.result += text if within.has_result else ""
            return
        if inline.ended is not None:
            # Of a field that a reviewer inserted the words, too: nothing else says what they are.
            text += self.result if inline.change.kind == "inserted" else ""
            self.result = ""
        paragraph.texts.append(ReviewedText(text, inline.change, look._replace(address=self.address(inline))))
        for quote in map(self.quotes.__getitem__, self.opened):
            quote.texts += [text] if inline.change.stands else []

    def address(self, inline: Inline) -> str:
        """Where a link leads; a place in the document begins with `#`."""
        if inline.fields or inline.link is None:
            return inline.fields[-1].address if inline.fields else ""
        lead = self.relationships.get(inline.link.get(RELATIONSHIP_ID, ""))
        return (lead.target if lead else "") or f"#{inline.link.get(ANCHOR, '')}"


def shows_words(field: Field, paragraph: ReviewedParagraph) -> bool:
    """Whether what stands in it are words of somebody; the contents are compared as they are, whatever makes them."""
    return field.has_result and (paragraph.in_contents or bool(field.address))


def is_sole(paragraph: etree._Element) -> bool:
    """Whether it is the one paragraph that each cell must have."""
    parent = paragraph.getparent()
    siblings = (next(paragraph.itersiblings(P, preceding=before), None) for before in (True, False))
    return parent is not None and parent.tag == CELL and not any(sibling is not None for sibling in siblings)
