"""Prose to WordprocessingML: headings, paragraphs, lists, quotes, tables and the bodies of footnotes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, zip_longest
from typing import NamedTuple

from safecomm.markdown.blocks import (
    Block,
    BlockQuote,
    Caption,
    Footnote,
    Heading,
    List,
    ListItem,
    Paragraph,
    Picture,
    Table,
    Text,
)
from safecomm.markdown.traversal import blocks_in, paragraph_texts
from safecomm.word.anchors import anchor_mark
from safecomm.word.caption_numbers import label_xml
from safecomm.word.drawings import picture_xml
from safecomm.word.lists import DEEPEST, Numbering
from safecomm.word.runs import RunFormat, RunWriter
from safecomm.word.table_writer import table_xml

LINE, MOST_LINES = 95, 8
"""The characters of about a line of text, and how many lines stay together."""


class Position(NamedTuple):
    """What surrounds a block: the style id of a plain paragraph, the level of a list that begins here, the indent.

    `kept` says that it stays on the page of what follows.
    """

    style: str
    level: int = 0
    indent: str = ""
    kept: bool = False


@dataclass
class ProseWriter:
    """Writes one text; `place` is its lasting address, `below` the heading level under which it stands.

    One that is `whole` is not torn by a page's end.
    """

    runs: RunWriter
    numbering: Numbering
    place: str
    look: RunFormat
    below: int = 1
    whole: bool = False
    lists: Iterator[int] = field(default_factory=count)

    @property
    def styles(self) -> Mapping[str, str]:
        return self.runs.styles

    def blocks(self, blocks: tuple[Block, ...], position: Position) -> str:
        written = []
        for block, following in zip_longest(blocks, blocks[1:]):
            held = self.held(position, block, following)
            written.append(self.block(block, held))
            if isinstance(block, Table) and isinstance(following, Table) and not following.caption:
                # Word makes one table of two that touch.
                written.append(self.paragraph(position.style))
        return "".join(written)

    def held(self, position: Position, block: Block, following: Block | None) -> Position:
        """With its list a paragraph stays that leads in to it."""
        leads_in = isinstance(block, Paragraph) and isinstance(following, List)
        return position._replace(kept=position.kept or leads_in or (self.whole and following is not None))

    def block(self, block: Block, position: Position) -> str:
        match block:
            case Heading(level):
                style = self.styles[f"Heading{min(max(level + self.below - 1, 1), 6)}"]
                return self.paragraph(style, self.text(block))
            case Paragraph():
                properties = self.keeping(position) + indentation(position.indent)
                return self.paragraph(position.style, self.text(block), properties)
            case List():
                return self.list(block, position)
            case BlockQuote(children):
                return self.blocks(children, position._replace(style=self.styles["Quote"]))
            case Table():
                table = table_xml(block, self.runs, self.look, self.place)
                return self.caption(block.caption, "table", keep=True) + table
            case Picture():
                kept = "<w:keepNext/>" if block.caption else ""
                drawing = picture_xml(block, self.runs.relationships)
                picture = self.paragraph(self.styles["BodyText"], drawing, kept)
                return picture + self.caption(block.caption, "figure", keep=False)

    def paragraph(self, style: str, runs: str = "", properties: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'

    def keeping(self, position: Position) -> str:
        return ("<w:keepNext/>" if position.kept else "") + ("<w:keepLines/>" if self.whole else "")

    def text(self, block: Heading | Paragraph) -> str:
        return self.runs.marked_runs(block.children, self.look, self.place, block.line)

    def caption(self, caption: Caption | None, kind: str, keep: bool) -> str:
        """Label, number and text; `keep` holds it on the page of what it stands above.

        An identifier that names a record, as `statistics:falls`, makes this the record's place.
        """
        if caption is None:
            return ""
        mark = anchor_mark(caption.identifier) if ":" in caption.identifier else ""
        label = mark + label_xml(kind, self.runs.phrase(f"caption_{kind}"), caption.identifier)
        kept = "<w:keepNext/>" if keep else ""
        inlines = (Text(". "), *caption.children)
        text = self.runs.marked_runs(inlines, self.look, self.place, caption.line, "caption")
        return self.paragraph(self.styles["Caption"], label + text, kept)

    def list(self, block: List, position: Position) -> str:
        """With two items on each page at least, as a table has two rows."""
        level = min(position.level, DEEPEST)
        if block.start is None:
            style, number = "ListBullet", self.numbering.bullets()
        else:
            style, number = "ListNumber", self.numbering.ordered(f"{self.place}#{next(self.lists)}", level, block.start)
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        inside = Position(self.styles["ListContinue"], level + 1, self.numbering.indent(style, level))
        last = len(block.items) - 1
        written = []
        for place, item in enumerate(block.items):
            kept = position.kept or (place < last and (self.whole or place in (0, last - 1)))
            written.append(self.item(item, self.styles[style], numbered, inside._replace(kept=kept)))
        return "".join(written)

    def item(self, item: ListItem, style: str, numbered: str, inside: Position) -> str:
        match item.children:
            case (Paragraph() as paragraph, *rest):
                first = self.text(paragraph)
            case rest:
                # The bullet or number needs a paragraph of its own to stand at.
                first = ""
        keeping = self.keeping(inside._replace(kept=inside.kept or (self.whole and bool(rest))))
        return self.paragraph(style, first, keeping + numbered) + self.blocks(tuple(rest), inside)

    def note(self, note: Footnote, number: int) -> str:
        """The body of a footnote, which begins with its own number."""
        style, reference = self.styles["FootnoteText"], self.styles["FootnoteReference"]
        mark = f'<w:r><w:rPr><w:rStyle w:val="{reference}"/></w:rPr><w:footnoteRef/></w:r>'
        mark += '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
        match note.children:
            case (Paragraph() as paragraph, *rest):
                first = self.paragraph(style, mark + self.text(paragraph))
            case rest:
                first = self.paragraph(style, mark)
        body = first + self.blocks(tuple(rest), Position(style))
        return f'<w:footnote w:id="{number}">{body}</w:footnote>'


def is_short(blocks: tuple[Block, ...]) -> bool:
    """Whether a text has so few lines that a page's end shall not tear it."""
    if not all(isinstance(block, Paragraph | List) for block in blocks_in(blocks)):
        return False
    return sum(len(text) // LINE + 1 for text in paragraph_texts(blocks)) <= MOST_LINES


def indentation(left: str) -> str:
    """The first line too: the style may hang it out."""
    return left and f'<w:ind w:left="{left}" w:firstLine="0"/>'
