"""A field that spans paragraphs, as a table of contents does: where it begins and ends, and what it lists."""

from collections.abc import Iterable

from lxml import etree

from safecomm.ooxml.wordml import ANCHOR, HYPERLINK
from safecomm.redline.compared_blocks import StoryBlock, blocks, character_kinds


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
