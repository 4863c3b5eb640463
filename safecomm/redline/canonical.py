"""A document in a form in which two that say the same are equal: what the proof of a redline compares.

All that is not named here is compared as it stands. Left out are bookmarks (links are compared by the paragraph to
which they lead), results of fields that Word works out, build ids, numbers that only have to differ, what is worked out
from a table's texts or keeps paragraphs on one page, and what the template says of pages and of the look of tables.
"""

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from safecomm.ooxml.bookmarks import END, NAME, START
from safecomm.ooxml.fields import INSTRUCTION
from safecomm.ooxml.package import Package, uses_of_relationships
from safecomm.ooxml.revisions import strip_traces
from safecomm.ooxml.walk import shown_text
from safecomm.ooxml.wordml import (
    ANCHOR,
    FOOTNOTE_CALL,
    HYPERLINK,
    ID,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    SPACE,
    VAL,
    P,
    R,
    T,
    w,
)
from safecomm.redline.compared_blocks import PAGE_KEEPING, SECTION, clear_results, clear_texts
from safecomm.redline.list_numbers import NUMBER_ID, definitions
from safecomm.redline.notes import NOTE
from safecomm.redline.part_importer import relationship_targets
from safecomm.redline.stories import headers_footers
from safecomm.redline.tokens import TOOLTIP, build_id_styles, canonical, canonical_xml, strip_drawing_numbers

BODY = "body"
LEFT_OUT = START, END, *PAGE_KEEPING, *map(w, ("tblPr", "tblGrid", "tcW"))
RUN_STYLE = w("rStyle")


def canonical_stories(package: Package) -> dict[str, etree._Element]:
    """The body with the notes that it calls for, and each header and footer by where it stands, to be compared once."""
    canonicalizer = Canonicalizer(package)
    stories = {BODY: package.main, **headers_footers(package)}
    return {place: canonicalizer.story(part) for place, part in stories.items()}


def is_same_story(one: etree._Element, other: etree._Element) -> bool:
    """Whether both say the same; only what is not equal as it stands is brought into the form without cuts."""
    for paragraphs in zip(list(one.iter(P)), list(other.iter(P)), strict=False):
        if len({etree.tostring(paragraph, with_tail=False) for paragraph in paragraphs}) > 1:
            for paragraph in paragraphs:
                _join(paragraph)
    return canonical_xml(one) == canonical_xml(other)


class Canonicalizer:
    """Brings one document into its form, without what its paragraphs are cut into."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.places = _places(package.document)
        self.build_ids = build_id_styles(package)
        self.lists = definitions(package.related_root("numbering"))
        self.seen: dict[str, int] = {}
        self.notes = {
            note.get(ID, ""): note for note in self.prepare(package.related_part("footnotes")).iterchildren(NOTE)
        }

    def story(self, part: str) -> etree._Element:
        """The part with the notes in the places of their calls."""
        root = self.prepare(part)
        for reference in list(root.iter(FOOTNOTE_CALL)):
            # In the order of their calls, so that the lists in them are counted in one order.
            note = self.notes[str(reference.attrib.pop(ID, ""))]
            del note.attrib[ID]
            reference.append(note)
        for number in root.iter(NUMBER_ID):
            number.set(VAL, self.list(number.get(VAL, "")))
        return root

    def list(self, number: str) -> str:
        """The how manieth list of the document it is, and how it looks."""
        return f"{self.seen.setdefault(number, len(self.seen))} {self.lists.get(number)}"

    def prepare(self, part: str) -> etree._Element:
        """The part with names replaced by what they stand for."""
        root, targets = deepcopy(self.package.root(part)), relationship_targets(self.package, part)
        strip_traces(root)
        for element, name in list(uses_of_relationships(root)):
            element.set(name, targets.get(element.get(name, ""), ""))
        for link in root.iter(HYPERLINK):
            if ANCHOR in link.attrib:
                link.set(ANCHOR, self.places.get(link.get(ANCHOR, ""), "nowhere"))
                link.attrib.pop(TOOLTIP, "")
        for instruction in root.iter(INSTRUCTION):
            instruction.text = " ".join(self.places.get(word, word) for word in (instruction.text or "").split())
        clear_results(root)
        for style in root.iter(RUN_STYLE):
            if style.get(VAL) in self.build_ids:
                clear_texts([next(style.iterancestors(R, PARAGRAPH_PROPERTIES))])
        strip_drawing_numbers(root)
        etree.strip_elements(root, *LEFT_OUT)
        for section in root.iter(SECTION):
            section[:] = []
        return root


def _places(body: etree._Element) -> dict[str, str]:
    """The how manieth paragraph each bookmark begins in."""
    places: dict[str, str] = {}
    place = 0
    for element in body.iter(P, START):
        place += element.tag == P
        if element.tag == START:
            places[element.get(NAME, "")] = f"@{place}"
    return places


def _join(paragraph: etree._Element) -> None:
    """Makes one of links and of texts that are alike and side by side; what is empty goes."""
    pieces = list(_pieces(paragraph, None))
    kept = paragraph.findall(PARAGRAPH_PROPERTIES)
    for properties in kept:
        # The format of the paragraph's mark, which shows nothing.
        etree.strip_elements(properties, RUN_PROPERTIES)
    paragraph[:] = filter(len, kept)
    for link, look, content in pieces:
        parent = paragraph if link is None else _link(paragraph, link)
        last = parent[-1] if len(parent) else None
        if content.tag == T and last is not None and last.get("look") == look and last[0].tag == T:
            last[0].text = (last[0].text or "") + (content.text or "")
        elif content.tag != T or content.text:
            etree.SubElement(parent, R, look=look).append(content)


def _pieces(
    parent: etree._Element, link: etree._Element | None
) -> Iterator[tuple[etree._Element | None, str, etree._Element]]:
    """What stands in the paragraph's runs, with its link and its look."""
    for child in parent:
        if child.tag == HYPERLINK:
            yield from _pieces(child, child)
        elif child.tag == R:
            look = b"".join(map(canonical, child.iterchildren(RUN_PROPERTIES))).decode()
            yield from ((link, look, _text(content)) for content in child if content.tag != RUN_PROPERTIES)
        elif child.tag != PARAGRAPH_PROPERTIES:
            yield link, "", child


def _text(content: etree._Element) -> etree._Element:
    if content.tag == T:
        content.text = shown_text(content)
        content.attrib.pop(SPACE, "")
    return content


def _link(paragraph: etree._Element, link: etree._Element) -> etree._Element:
    """The link that ends the paragraph so far, where it is the same."""
    last = paragraph[-1] if len(paragraph) else None
    if last is not None and last.tag == HYPERLINK and last.attrib == link.attrib:
        return last
    added = etree.SubElement(paragraph, HYPERLINK)
    added.attrib.update(link.attrib)
    return added
