"""The blocks of a body, a cell, a note, a header or a footer with their changes: paragraphs, tables and long fields."""

from collections.abc import Sequence

from lxml import etree

from safecomm.ooxml.revisions import INSERTED
from safecomm.ooxml.wordml import CELL, PARAGRAPH_PROPERTIES, ROW, TABLE, P, w
from safecomm.redline.compared_blocks import PROPERTIES, SECTION, StoryBlock
from safecomm.redline.ending import end_marks, keep_last, split_field
from safecomm.redline.paragraph_writer import ParagraphWriter, is_unchanged
from safecomm.redline.plan import BlockMatch, OldNew, plan
from safecomm.redline.spanning_field import entries, take_closing, take_opening

ROW_PROPERTIES, EXCEPTIONS = w("trPr"), w("tblPrEx")


class StoryWriter(ParagraphWriter):
    """Writes one story; its elements are taken from both documents, whose trees are used up."""

    def fill(self, container: etree._Element, pairs: Sequence[BlockMatch]) -> None:
        """Lets a container of the new document hold these blocks with their changes."""
        _refill(container, self.story(pairs))

    def story(self, pairs: Sequence[BlockMatch]) -> list[etree._Element]:
        listed = keep_last([single for pair in pairs for single in split_field(pair)])
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
    for child in list(container):
        if child.tag not in PROPERTIES:
            container.remove(child)
    # The properties of a section stand at its end, all others at the beginning.
    start = sum(child.tag != SECTION for child in container)
    container[start:start] = list(elements)
