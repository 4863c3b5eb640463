"""What drawings say in their own text: shapes and diagrams (SmartArt), newer charts, and WordArt."""

from collections.abc import Iterator
from itertools import filterfalse

from lxml import etree

from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import is_removed
from safecomm.ooxml.walk import DRAWN, PICTURE_OF_OLD, TEXT_BOX, nearest_below
from safecomm.ooxml.wordml import DRAWING, RELATIONSHIP

DRAWN_PARAGRAPH, DRAWN_TEXT = f"{{{DRAWING}}}p", f"{{{DRAWING}}}t"
WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
LEADS = {
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds": f"{{{RELATIONSHIP}}}dm",
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart": f"{{{RELATIONSHIP}}}id",
}
"""Drawings whose texts stand in a part of their own, with the attribute that leads there."""


def drawn_lines(package: Package, part: str, paragraph: etree._Element) -> Iterator[str]:
    """Of the drawings in a paragraph, without text boxes, which hold paragraphs of their own."""
    if next(paragraph.iter(DRAWN, PICTURE_OF_OLD), None) is None:
        return
    for element in filterfalse(is_removed, nearest_below(paragraph, TEXT_BOX, DRAWN_PARAGRAPH, WORD_ART, *LEADS)):
        if element.tag == DRAWN_PARAGRAPH:
            yield line_of(element)
        elif element.tag == WORD_ART:
            yield element.get("string", "")
        elif element.tag in LEADS:
            lead = package.relationships(part).get(element.get(LEADS[element.tag], ""))
            target = "" if lead is None or lead.external else lead.target
            yield from map(line_of, package.root(target).iter(DRAWN_PARAGRAPH))


def line_of(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(DRAWN_TEXT))
