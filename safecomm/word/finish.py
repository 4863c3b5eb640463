"""What can only be said once the whole document is there: numbers, references, contents, what tables are about."""

from collections.abc import Mapping

from lxml import etree

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.ooxml.bookmarks import number
from safecomm.ooxml.fields import fields
from safecomm.ooxml.package import MAIN, NOTES
from safecomm.ooxml.styles import style_names
from safecomm.ooxml.walk import paragraph_text
from safecomm.ooxml.wordml import TABLE, VAL, P, paragraph_style, to_bytes, w
from safecomm.word.anchors import drop_dead_links, place_anchors
from safecomm.word.caption_numbers import number_captions
from safecomm.word.contents import ContentsEntry, HeadingMarker, fill_contents
from safecomm.word.table_layout import keep_together, set_below, share_width

HEADING_LEVELS = {f"heading{level}": level for level in range(1, 10)}
TITLED = ("caption", *(f"heading{level}" for level in range(1, 7)))
"""The styles of what may be the title of a table below."""
ENGLISH, LANGUAGE = "english", "en-GB"
"""The style of words that are English in every document, and how Word names that."""
TEXT = ("bodytext", "lead", "meta", "quote")
"""The styles of what goes on below a table."""
NOTE = "source"
"""The style of what is said below a table."""


def finish(parts: Mapping[str, bytes], styles: etree._Element, template: str) -> dict[str, bytes]:
    """The body and the notes, finished; `template` is what messages name."""
    body, notes = (_parse_marked(parts, part, template) for part in (MAIN, NOTES))
    placed = place_anchors(body)
    for root in (body, notes):
        drop_dead_links(root, placed)
    names, body_fields = style_names(styles), list(fields(body))
    number_captions(body, body_fields, template)
    fill_contents(body_fields, mark_outline(body, names), names)
    mark_english(body, names)
    number(body, notes)
    return {MAIN: to_bytes(body), NOTES: to_bytes(notes)}


def _parse_marked(parts: Mapping[str, bytes], part: str, template: str) -> etree._Element:
    """Unlike `parse_xml`, keeps the processing instructions that mark the anchors."""
    try:
        return etree.fromstring(parts[part], etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise ContentError([problem("template-result", Location(template), part=part)]) from error


def mark_outline(body: etree._Element, names: Mapping[str, str]) -> list[ContentsEntry]:
    """Marks the headings, which it tells, and gives each table the title above it.

    `names` are those of the styles by their ids.
    """
    marker, title = HeadingMarker(), ""
    for element in body.iter(P, TABLE):
        if element.tag == TABLE:
            share_width(element)
            below, style = element.getnext(), _style_name(element.getnext(), names)
            keep_together(element, noted=style == NOTE)
            if below is not None and style in TEXT:
                set_below(below)
            _describe(element, title)
            continue
        name = _style_name(element, names)
        if name in TITLED or name in HEADING_LEVELS:
            text = paragraph_text(element)
            title = text if name in TITLED else title
            if name in HEADING_LEVELS:
                marker.mark(element, HEADING_LEVELS[name], text)
    return marker.entries


def mark_english(body: etree._Element, names: Mapping[str, str]) -> None:
    """So that they are read aloud and spell-checked as such; a template's own marks of languages are not kept."""
    styles = {id_ for id_, name in names.items() if name == ENGLISH}
    for style in body.iter(w("rStyle")) if styles else ():
        if style.get(VAL) in styles:
            style.addnext(etree.Element(w("lang"), {VAL: LANGUAGE}))


def _style_name(element: etree._Element | None, names: Mapping[str, str]) -> str:
    return "" if element is None else names.get(paragraph_style(element), "")


def _describe(table: etree._Element, title: str) -> None:
    """With its column headings: a screen reader says both before the table."""
    properties, header = table.find(w("tblPr")), table.find(w("tr"))
    if properties is None or header is None:
        return
    columns = ", ".join(filter(None, map(paragraph_text, header.iter(P))))
    for name, text in (("tblCaption", title), ("tblDescription", columns)):
        if text and properties.find(w(name)) is None:
            etree.SubElement(properties, w(name), {VAL: text})
