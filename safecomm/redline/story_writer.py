"""The blocks of a body, a cell, a note, a header or a footer with their changes: paragraphs, tables and long fields.

The mark of a container's last paragraph always stays, for Word can neither insert nor delete it.
"""

from collections.abc import Iterable, Sequence

from lxml import etree

from safecomm.ooxml.revisions import INSERTED
from safecomm.ooxml.wordml import ANCHOR, CELL, HYPERLINK, PARAGRAPH_PROPERTIES, ROW, TABLE, P, w
from safecomm.redline.compared_blocks import (
    CONTROL,
    CONTROL_CONTENT,
    PROPERTIES,
    SECTION,
    StoryBlock,
    blocks,
    character_kinds,
)
from safecomm.redline.paragraph_writer import ParagraphWriter, is_unchanged
from safecomm.redline.plan import BlockMatch, OldNew, plan

ROW_PROPERTIES, EXCEPTIONS = w("trPr"), w("tblPrEx")


class StoryWriter(ParagraphWriter):
    """Writes one story; its elements are taken from both documents, whose trees are used up."""

    def fill(self, container: etree._Element, pairs: Sequence[BlockMatch]) -> None:
        """Lets a container of the new document hold these blocks with their changes."""
        _refill(container, self.story(pairs))

    def story(self, pairs: Sequence[BlockMatch]) -> list[etree._Element]:
        listed = keep_last([single for pair in pairs for single in split(pair)])
        marked = zip(listed, end_marks(listed), strict=True)
        return [element for pair, mark in marked for element in self.block(pair, mark)]

    def block(self, pair: BlockMatch, mark: OldNew) -> list[etree._Element]:
        block = pair.block
        if pair.same and pair.sides == mark and is_unchanged(pair.sides):
            return [block.element]
        if pair.old is not None and pair.new is not None and block.is_field:
            return self.field(pair.old, pair.new)
        if block.element.tag == P:
            return [self.paragraph(pair.sides, mark)]
        if block.element.tag == TABLE:
            return [self.table(pair)]
        if block.element.tag == CONTROL and pair.old is not None and pair.new is not None:
            for content in block.element.iterchildren(CONTROL_CONTENT):
                self.fill(content, pair.inside)
            return [block.element]
        # Word cannot track what else may stand here, such as a bookmark's end: it is as in the new document.
        return [] if pair.new is None else [block.element]

    def table(self, pair: BlockMatch) -> etree._Element:
        if pair.change is not None:
            return self.whole(pair.block.element, pair.change)
        _refill(pair.block.element, [self.row(row) for row in pair.inside])
        return pair.block.element

    def row(self, pair: BlockMatch) -> etree._Element:
        if pair.change is not None:
            return self.whole(pair.block.element, pair.change)
        for cell in () if pair.same and is_unchanged(pair.sides) else pair.inside:
            self.fill(cell.block.element, cell.inside)
        return pair.block.element

    def whole(self, element: etree._Element, change: str) -> etree._Element:
        """The element, all of it inserted or deleted."""
        if element.tag == P:
            sides = OldNew(None, element) if change == INSERTED else OldNew(element, None)
            return self.paragraph(sides, sides)
        for child in list(element.iterchildren(P, TABLE, ROW, CELL)):
            element.replace(child, self.whole(child, change))
        if element.tag == ROW:
            self.mark_row(element, change)
        return element

    def mark_row(self, row: etree._Element, change: str) -> None:
        properties = row.find(ROW_PROPERTIES)
        if properties is None:
            properties = etree.Element(ROW_PROPERTIES)
            row.insert(len(row.findall(EXCEPTIONS)), properties)
        properties.append(self.marks.mark(change))

    def field(self, old: StoryBlock, new: StoryBlock) -> list[etree._Element]:
        """The paragraphs of a field; its own beginning and end are no change, wherever they now stand."""
        begin, end = take_opening(new.elements[0]), take_closing(new.elements[-1])
        take_opening(old.elements[0])
        take_closing(old.elements[-1])
        written = self.story(plan(entries(old.elements), entries(new.elements)))
        start = len(written[0].findall(PARAGRAPH_PROPERTIES))
        written[0][start:start] = begin
        written[-1].extend(end)
        return written


def _refill(container: etree._Element, elements: Sequence[etree._Element]) -> None:
    properties = [child for child in container if child.tag in PROPERTIES]
    # Those of a section stand at its end, all others at the beginning.
    start = sum(child.tag != SECTION for child in properties)
    container[:] = [*properties[:start], *elements, *properties[start:]]


def take_opening(paragraph: etree._Element) -> list[etree._Element]:
    """Takes out the runs from the field's beginning to its result."""
    taken: list[etree._Element] = []
    for child in list(paragraph):
        kinds = character_kinds(child)
        if taken or "begin" in kinds:
            taken.append(child)
            paragraph.remove(child)
        if "separate" in kinds:
            break
    return taken


def take_closing(paragraph: etree._Element) -> list[etree._Element]:
    """Takes out the run that ends the field."""
    taken = [child for child in paragraph if "end" in character_kinds(child)][-1:]
    for child in taken:
        paragraph.remove(child)
    return taken


def entries(elements: Iterable[etree._Element]) -> list[StoryBlock]:
    """The paragraphs, each known by where it leads: two headings may have one text."""
    return [StoryBlock(block.elements, block.kind, _target(block.element)) for block in blocks(elements)]


def _target(entry: etree._Element) -> str:
    return next((link.get(ANCHOR, "") for link in entry.iter(HYPERLINK)), "")


def split(pair: BlockMatch) -> list[BlockMatch]:
    """The paragraphs of a long field, or what stands in a content control, where only one document has it."""
    if pair.change is None or not (pair.block.is_field or pair.block.element.tag == CONTROL):
        return [pair]
    held = [StoryBlock((element,), str(element.tag)) for element in pair.block.elements]
    if pair.block.element.tag == CONTROL:
        held = blocks(pair.block.element)
    singles = [BlockMatch(None, block) if pair.old is None else BlockMatch(block, None) for block in held]
    return [inner for single in singles for inner in split(single)]


def keep_last(pairs: Sequence[BlockMatch]) -> list[BlockMatch]:
    """Where both documents end in a paragraph of their own, the one becomes the other."""
    start = 1 + _last_kept(pairs)
    head, tail = pairs[:start], pairs[start:]
    old, new = [pair.old for pair in tail if pair.old], [pair.new for pair in tail if pair.new]
    if not old or not new or {old[-1].element.tag, new[-1].element.tag} != {P}:
        return [*pairs]
    deleted, inserted = (BlockMatch(block, None) for block in old[:-1]), (BlockMatch(None, block) for block in new[:-1])
    return [*head, *deleted, *inserted, BlockMatch(old[-1], new[-1])]


def _last_kept(pairs: Sequence[BlockMatch]) -> int:
    """The index of the last block that both documents have, -1 where there is none."""
    return max((index for index, pair in enumerate(pairs) if pair.change is None), default=-1)


def end_marks(pairs: Sequence[BlockMatch]) -> list[OldNew]:
    """The mark at the end of each block: its own, or that of another where all at the end is new, or all gone.

    What is written behind the last paragraph follows an inserted mark; the mark that was the last one stays the last.
    """
    marks, kept = [pair.sides for pair in pairs], _last_kept(pairs)
    if 0 <= kept < len(pairs) - 1:
        before, last = marks[kept], marks[-1]
        inserted = last.old is None
        marks[kept] = OldNew(None, before.new) if inserted else OldNew(before.old, None)
        marks[-1] = OldNew(before.old, last.new) if inserted else OldNew(last.old, before.new)
    return marks
