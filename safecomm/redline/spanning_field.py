"""A field that spans paragraphs, as a table of contents does: where it begins and ends, and what it lists."""

from collections.abc import Iterable

from lxml import etree

from safecomm.ooxml.fields import CHARACTER, KIND
from safecomm.ooxml.wordml import ANCHOR, HYPERLINK
from safecomm.redline.compared_blocks import StoryBlock, blocks


def opening(paragraph: etree._Element) -> list[etree._Element]:
    """Takes out the runs from the field's beginning to its result."""
    found: list[etree._Element] = []
    for child in list(paragraph):
        kinds = _kinds(child)
        if found or "begin" in kinds:
            found.append(child)
            paragraph.remove(child)
        if "separate" in kinds:
            break
    return found


def closing(paragraph: etree._Element) -> list[etree._Element]:
    """Takes out the run that ends the field."""
    found = [child for child in paragraph if "end" in _kinds(child)][-1:]
    for each in found:
        paragraph.remove(each)
    return found


def _kinds(element: etree._Element) -> set[str | None]:
    return {each.get(KIND) for each in element.iter(CHARACTER)}


def entries(elements: Iterable[etree._Element]) -> list[StoryBlock]:
    """The paragraphs, each known by where it leads: two headings may have one text."""
    return [StoryBlock(each.elements, each.kind, _target(each.element)) for each in blocks(elements)]


def _target(entry: etree._Element) -> str:
    return next((link.get(ANCHOR, "") for link in entry.iter(HYPERLINK)), "")
