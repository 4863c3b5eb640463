"""What can only be said once the whole document is there: numbers, references, contents, what tables are about."""

from collections.abc import Mapping

from lxml import etree

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.ooxml.bookmarks import number
from safecomm.ooxml.package import MAIN
from safecomm.ooxml.styles import style_names
from safecomm.ooxml.walk import paragraph_text
from safecomm.ooxml.wordml import TABLE, VAL, P, paragraph_style, to_bytes, w
from safecomm.word.anchors import drop_dead_links, place_anchors
from safecomm.word.caption_numbers import number_captions
from safecomm.word.contents import fill

NOTES = "word/footnotes.xml"
TITLED = ("caption", *(f"heading{level}" for level in range(1, 7)))


def finish(parts: Mapping[str, bytes], styles: etree._Element, template: str) -> dict[str, bytes]:
    """The body and the notes, finished; `template` is what messages name."""
    body, notes = (_parsed(parts, each, template) for each in (MAIN, NOTES))
    placed = place_anchors(body)
    for root in (body, notes):
        drop_dead_links(root, placed)
    number_captions(body, template)
    fill(body, styles)
    describe_tables(body, style_names(styles))
    number(body, notes)
    return {MAIN: to_bytes(body), NOTES: to_bytes(notes)}


def _parsed(parts: Mapping[str, bytes], part: str, template: str) -> etree._Element:
    """Unlike `parse_xml`, keeps the processing instructions that mark the anchors."""
    try:
        return etree.fromstring(parts[part], etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise ContentError([problem("template-result", Location(template), part=part)]) from error


def describe_tables(root: etree._Element, names: Mapping[str, str]) -> None:
    """Gives each table the title above it and its column headings, which a screen reader says before the table."""
    title = ""
    for element in root.iter(P, TABLE):
        if element.tag == TABLE:
            _describe(element, title)
        elif names.get(paragraph_style(element)) in TITLED:
            title = paragraph_text(element)


def _describe(table: etree._Element, title: str) -> None:
    properties, header = table.find(w("tblPr")), table.find(w("tr"))
    if properties is None or header is None:
        return
    columns = ", ".join(filter(None, map(paragraph_text, header.iter(P))))
    for name, text in (("tblCaption", title), ("tblDescription", columns)):
        if text and properties.find(w(name)) is None:
            etree.SubElement(properties, w(name), {VAL: text})
