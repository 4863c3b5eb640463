"""Reads a Word file that anybody may have made: all that a person sees in it, below its headings."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path, PurePosixPath

from lxml import etree

from safecomm.charts.chart_reading import read_charts
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.markdown.blocks import Block, Footnote, Paragraph, Picture, Text
from safecomm.old_documents.block_building import ReadBlock, ReadItem, ReadTable, build_blocks
from safecomm.old_documents.paragraph_reader import ParagraphReader, ReadParagraph, WordPiece, plain
from safecomm.old_documents.word_parts import Aside, OldDocument, WordPart, WordPicture
from safecomm.ooxml.drawings import drawn_lines
from safecomm.ooxml.numbering import ListCounter
from safecomm.ooxml.opening import open_word_file
from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import cell_change, mark_change, row_change
from safecomm.ooxml.styles import level_of
from safecomm.ooxml.walk import OTHER_FILES, TEXT_BOX, nearest_below, paragraph_text, walk_blocks
from safecomm.ooxml.wordml import (
    CELL,
    DRAWING_PROPERTIES,
    ID,
    RELATIONSHIP,
    ROW,
    TABLE,
    P,
    own_properties,
    paragraph_style,
    value,
)
from safecomm.pictures import LARGEST, PictureError
from safecomm.pictures.raster import decode
from safecomm.review.comments import read_comments
from safecomm.twin.block_reader import CONTENTS
from safecomm.twin.run_reader import PICTURES, RunReader
from safecomm.twin.twin import UNEXPECTED

MOST, LONGEST = 5_000, 20_000
"""Paragraphs of one document, three times those of Solna's application, and characters of one of them."""
NUMBERED = re.compile(r"(\d{1,2})[.:)]?\s+(?=\S)")
SHOWN = {".png": ".png", ".jpg": ".jpg", ".jpeg": ".jpg"}
TITLE = "title"
"""The style of the document's own title."""


def read_old_document(file: Path, described: str) -> OldDocument:
    """`described` stands where a picture has no description; raises ContentError."""
    package = open_word_file(file)
    try:
        if is_too_long(package):
            values = {"most": MOST, "longest": LONGEST}
            raise ContentError([problem("take-in-too-long", Location(package.name), nearest=None, **values)])
        return WordReader(package, described, file.stem).read()
    except (*UNEXPECTED, RecursionError) as fault:
        raise ContentError([problem("docx-not-word", Location(package.name))]) from fault


def is_too_long(package: Package) -> bool:
    paragraphs = [*islice(package.body.iter(P), MOST + 1)]
    return len(paragraphs) > MOST or any(len(paragraph_text(paragraph)) > LONGEST for paragraph in paragraphs)


class WordReader:
    """One document on its way; notes are numbered in the order of their calls."""

    def __init__(self, package: Package, described: str, name: str) -> None:
        self.package, self.described, self.name = package, described, name
        self.counter = ListCounter(package.related_root("numbering"), package.styles)
        self.notes: dict[tuple[str, str], Footnote | None] = {}
        self.bodies: dict[str, dict[str, etree._Element]] = {}
        self.pictures: dict[str, WordPicture] = {}
        self.comments = dict(comments_of(package))
        self.carried: list[WordPiece] = []
        self.parts: list[WordPart] = []
        self.blocks_read: list[list[ReadBlock]] = []

    def read(self) -> OldDocument:
        self.use_part(self.package.main)
        self.parts.append(WordPart(0))
        self.blocks_read.append([])
        for block in walk_blocks(self.package.body, *OTHER_FILES):
            if block.tag in OTHER_FILES:
                self.parts[-1].asides.append(Aside("file", PurePosixPath(self.runs.target(block, "id")).name))
            elif block.tag == TABLE:
                self.blocks_read[-1].append(self.table(block, self.parts[-1]))
            else:
                self.read_paragraph(block)
        self.blocks_read[-1].append(ReadParagraph(self.carried))
        margins = list(self.margins())
        # What nothing in the text refers to any more.
        self.parts[0].asides += self.comments.values()
        for part, blocks in zip(self.parts, self.blocks_read, strict=True):
            add_built(part, blocks)
        return OldDocument(self.name, self.parts, margins, self.pictures)

    def read_paragraph(self, block: etree._Element) -> None:
        """A heading begins a part; its notes belong to the text below it."""
        paragraph = self.paragraph(block)
        if paragraph.text and not paragraph.in_contents and (level := self.level(block)) is not None:
            self.parts.append(self.heading(block, level, paragraph.text))
            note(self.parts[-1], paragraph)
            self.blocks_read.append([ReadParagraph([piece]) for piece in paragraph.pieces if piece.note])
            self.blocks_read[-1] += self.drawn(block, paragraph, self.parts[-1])
        else:
            self.blocks_read[-1] += self.blocks(block, paragraph, self.parts[-1])

    def use_part(self, part: str) -> None:
        self.part, styles = part, self.package.styles.names
        self.runs = RunReader(styles, {}, self.package.relationships(part), {})
        self.inlines = ParagraphReader(self.runs, self.note, self.comments)

    def level(self, block: etree._Element) -> int | None:
        """Of a heading: that of its style, or its own."""
        style = paragraph_style(block)
        if self.package.styles.names.get(style) == TITLE:
            return 0
        own = value(block, "pPr/outlineLvl")
        return level_of(own) if own is not None else self.package.styles.heading_levels.get(style)

    def heading(self, block: etree._Element, level: int, text: str) -> WordPart:
        item = self.counter.item(own_properties(block), paragraph_style(block))
        typed = NUMBERED.match(text)
        number = int(typed[1]) if typed else item.number if item and item.level == 0 else None
        above = next((part for part in self.parts[-1].trail[::-1] if 0 < part.level < level), None)
        return WordPart(level, text, number, above)

    def paragraph(self, block: etree._Element) -> ReadParagraph:
        """With the words of those before it whose end was deleted."""
        made = self.inlines.read(block)
        made.pieces = [*self.carried, *made.pieces]
        self.carried = []
        if not mark_change(block).stands:
            self.carried, made.pieces = made.pieces, []
        made.in_contents |= self.package.styles.names.get(paragraph_style(block), "") in CONTENTS
        return made

    def blocks(self, block: etree._Element, paragraph: ReadParagraph, part: WordPart) -> Iterator[ReadBlock]:
        note(part, paragraph)
        if paragraph.in_contents:
            part.asides += [Aside("contents", paragraph.text)] if paragraph.text else []
            return
        item = self.counter.item(own_properties(block), paragraph_style(block)) if paragraph.text else None
        yield paragraph if item is None else ReadItem(item.level, item.number, paragraph)
        yield from self.drawn(block, paragraph, part)

    def drawn(self, block: etree._Element, paragraph: ReadParagraph, part: WordPart) -> Iterator[ReadBlock]:
        """The pictures and the charts of a paragraph, which stand behind it."""
        for element in paragraph.drawn:
            for key in embedded(element):
                shown = self.picture(element, key)
                if isinstance(shown, Aside):
                    part.asides.append(shown)
                else:
                    yield shown
        for read in read_charts(self.package, self.part, block):
            if said := read.chart.description or read.chart.heading:
                yield ReadParagraph([WordPiece(said)])
            rows = (["" if cell is None else str(cell) for cell in row] for row in read.chart.rows())
            yield ReadTable([[[ReadParagraph([WordPiece(cell)])] for cell in row] for row in rows])
        yield from (ReadParagraph([WordPiece(plain(line))]) for line in drawn_lines(self.package, self.part, block))

    def picture(self, element: etree._Element, key: str) -> Picture | Aside:
        """One that cannot be shown is told by the name of its part."""
        target = self.target(key)
        data, suffix = self.package.read(target), SHOWN.get(PurePosixPath(target).suffix.lower(), "")
        properties = next(element.iter(DRAWING_PROPERTIES), None)
        described = " ".join(("" if properties is None else properties.get("descr", "")).split())
        try:
            if not suffix or len(data) > LARGEST:
                raise PictureError("picture-unsupported", Path(target))
            decode(data, Path(target))
        except PictureError:
            return Aside("picture", " ".join(filter(None, [PurePosixPath(target).name, described])))
        kept = WordPicture(f"{PurePosixPath(target).stem}{suffix}", data)
        self.pictures.setdefault(target, kept)
        return Picture(target, described or self.described, 0)

    def target(self, key: str) -> str:
        """The part that a relationship leads to; empty where there is none in the file."""
        lead = self.package.relationships(self.part).get(key)
        return "" if lead is None or lead.external else lead.target

    def table(self, table: etree._Element, part: WordPart) -> ReadTable:
        rows = []
        for row in nearest_below(table, ROW):
            cells = [*self.cells(row, part)]
            rows += [cells] if cells else []
        return ReadTable(rows)

    def cells(self, row: etree._Element, part: WordPart) -> Iterator[list[ReadParagraph]]:
        """One that reaches over several columns is followed by empty ones."""
        for cell in nearest_below(row, CELL):
            paragraphs = [*self.in_cell(cell, part)]
            if row_change(row).stands and cell_change(cell).stands:
                yield paragraphs
                span = value(cell, "tcPr/gridSpan") or "1"
                yield from ([] for _ in range(1, min(int(span), 64) if span.isdecimal() else 1))
            else:
                part.asides += (Aside("deleted", paragraph.text) for paragraph in paragraphs if paragraph.text)

    def in_cell(self, cell: etree._Element, part: WordPart) -> Iterator[ReadParagraph]:
        """The paragraphs of a cell; of a table in it, too."""
        for block in walk_blocks(cell):
            if block.tag == TABLE:
                for row in nearest_below(block, ROW):
                    for inner in self.cells(row, part):
                        yield from inner
                continue
            paragraph = self.paragraph(block)
            note(part, paragraph)
            yield paragraph
            for shown in self.drawn(block, paragraph, part):
                if isinstance(shown, ReadParagraph):
                    yield shown
                else:
                    # No cell can hold it: it stands before the table.
                    self.blocks_read[-1].append(shown)

    def note(self, kind: str, identity: str) -> Footnote | None:
        """None for one that says nothing."""
        if (kind, identity) not in self.notes:
            part = self.package.related_part(kind)
            if kind not in self.bodies:
                self.bodies[kind] = {body.get(ID, ""): body for body in self.package.root(part)}
            # A note that calls itself has been seen.
            self.notes[kind, identity] = None
            label = str(len(self.notes))
            blocks = tuple(self.note_blocks(part, self.bodies[kind].get(identity, ())))
            self.notes[kind, identity] = Footnote(label, blocks) if blocks else None
        return self.notes[kind, identity]

    def note_blocks(self, part: str, body: Iterable[etree._Element]) -> Iterator[Block]:
        main = self.part, self.runs, self.inlines, self.carried
        self.use_part(part)
        self.inlines.note = no_note
        self.carried = []
        paragraphs = [self.paragraph(block) for block in nearest_below(body, P)]
        for paragraph in paragraphs:
            note(self.parts[-1], paragraph)
            keys = (key for element in paragraph.drawn for key in embedded(element))
            self.parts[-1].asides += (Aside("picture", PurePosixPath(self.target(key)).name) for key in keys)
        paragraphs.append(ReadParagraph(self.carried))
        self.part, self.runs, self.inlines, self.carried = main
        for built in build_blocks(paragraphs):
            yield Paragraph((Text(built.text),), 0) if isinstance(built, Aside) else built

    def margins(self) -> Iterator[str]:
        """What headers and footers say, each text once."""
        found: dict[str, None] = {}
        for part in sorted(self.package.related_parts(self.package.main, "header", "footer")):
            self.use_part(part)
            for paragraph in map(self.paragraph, self.package.root(part).iter(P)):
                note(self.parts[0], paragraph)
                found.update({paragraph.text: None} if paragraph.text else {})
        return iter(found)


def add_built(part: WordPart, read: list[ReadBlock]) -> None:
    for built in build_blocks(read):
        if isinstance(built, Aside):
            part.asides.append(built)
        else:
            part.blocks.append(built)


def no_note(_kind: str, _identity: str) -> None:
    """Notes have none."""


def note(part: WordPart, paragraph: ReadParagraph) -> None:
    part.asides += paragraph.asides
    part.inserted += paragraph.inserted


def comments_of(package: Package) -> Iterator[tuple[str, Aside]]:
    threads = read_comments(package.related_root("comments"), package.related_root("commentsExtended"))
    for thread in threads:
        for comment in (thread, *thread.answers):
            yield comment.identity, Aside("comment", " ".join(comment.text.split()), comment.who.author)


def embedded(element: etree._Element) -> Iterator[str]:
    """The keys of the pictures that are drawn; those in a text box stand among its text."""
    for picture in element.iter(*PICTURES):
        if next(picture.iterancestors(TEXT_BOX), None) is None:
            yield picture.get(f"{{{RELATIONSHIP}}}{PICTURES[picture.tag]}", "")
