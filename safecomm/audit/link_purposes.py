"""Links: their text says where they lead, and the place is there."""

import re
from collections.abc import Iterator
from itertools import filterfalse
from typing import NamedTuple

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument
from safecomm.audit.audited_story import AuditedStory, holds
from safecomm.diagnostic import Diagnostic
from safecomm.markdown.accessibility import LONGEST_ADDRESS, VAGUE
from safecomm.ooxml.bookmarks import NAME, START
from safecomm.ooxml.walk import raw_text
from safecomm.ooxml.wordml import ANCHOR, HYPERLINK, RELATIONSHIP_ID

ADDRESS = re.compile(r"(https?://|www\.)\S+")
# Word's own names of the beginning of the document.
TOP = {"_top", "top"}
DRAWN = holds("descendant-or-self::w:drawing | descendant-or-self::w:pict | descendant-or-self::w:object")


class AuditedLink(NamedTuple):
    """`place` is the bookmark in the document that it leads to, empty where it leads outside."""

    element: etree._Element
    text: str
    place: str
    drawn: bool


def links(story: AuditedStory) -> Iterator[AuditedLink]:
    """Elements and fields that are links and stand."""
    for element in filterfalse(story.is_deleted, story.elements(HYPERLINK)):
        place = "" if RELATIONSHIP_ID in element.attrib else element.get(ANCHOR, "")
        yield AuditedLink(element, raw_text(element), place, DRAWN(element))
    for field in story.fields:
        if field.name == "HYPERLINK":
            text, drawn = "".join(map(raw_text, field.runs)), any(map(DRAWN, field.runs))
            yield AuditedLink(story.place_of(field), text, field.place, drawn)


def link_texts(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 2.4.4 Link Purpose (In Context)."""
    for story in document.stories:
        for link in links(story):
            text = " ".join(link.text.split())
            if not text and not link.drawn:
                yield story.problem("audit-link-empty", link.element)
            elif text.strip(" .:>»→()[]").lower() in VAGUE:
                yield story.problem("audit-link-text", link.element, link=text)
            elif len(text) > LONGEST_ADDRESS and ADDRESS.fullmatch(text):
                yield story.problem("audit-link-address", link.element, link=text)


def link_places(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 17.16.22 hyperlink: an anchor is the name of a bookmark, in which Word knows no capitals."""
    places = TOP | {bookmark.get(NAME, "").lower() for _, bookmark in document.elements(START)}
    for story in document.stories:
        for link in links(story):
            if link.place and link.place.lower() not in places:
                yield story.problem("audit-link-place", link.element, place=link.place)
