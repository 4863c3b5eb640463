"""A document in a form in which two that say the same are equal: what the proof of a redline compares.

All that is not named here is compared as it stands. Left out are bookmarks (links are compared by the paragraph to
which they lead), comments, content controls, results of fields that Word works out, build ids, numbers that only have
to differ, what keeps paragraphs on one page, and the look of pages and of tables: `layers.py` compares what can be.
"""

from collections.abc import Collection, Iterator
from copy import deepcopy
from itertools import groupby
from unicodedata import normalize

from lxml import etree

from safecomm.ooxml.bookmarks import NAME, START
from safecomm.ooxml.fields import CHARACTER, INSTRUCTION
from safecomm.ooxml.package import Package, uses_of_relationships
from safecomm.ooxml.walk import shown_text
from safecomm.ooxml.wordml import (
    ANCHOR,
    HYPERLINK,
    ID,
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    SPACE,
    VAL,
    P,
    R,
    T,
    take_out,
    w,
)
from safecomm.redline.annotations import COMMENT_CALL, PLACES
from safecomm.redline.compared_blocks import BACKGROUND, PAGE_KEEPING, SECTION, clear_results, clear_texts
from safecomm.redline.list_numbers import NUMBER_ID, definitions
from safecomm.redline.notes import CALLS, NOTE_KINDS, key_of
from safecomm.redline.part_importer import relationship_targets
from safecomm.redline.plain_form import dissolve_all
from safecomm.redline.stories import headers_footers
from safecomm.redline.tokens import (
    TOOLTIP,
    build_id_styles,
    canonical_xml,
    look_key,
    strip_drawing_numbers,
    strip_unseen_looks,
)

BODY = "body"
TABLE_LOOKS = tuple(map(w, ("tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr")))
CELL_SHAPES = {w("gridSpan"), w("vMerge"), w("hMerge")}
"""What of a cell's properties says which cells there are, not how they look."""
RUN_STYLE = w("rStyle")
Stories = dict[str, etree._Element]
JoinedPiece = tuple[etree._Element | None, str, etree._Element]
"""A link, a look, and what stands so in a paragraph."""


def canonical_stories(package: Package, dead: Collection[str] = ()) -> Stories:
    """The body with the notes that it calls for, and each header and footer by where it stands, to be compared once.

    Links to the `dead` names lead nowhere, as in the document with which it is compared.
    """
    canonicalizer = Canonicalizer(package, dead)
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

    def __init__(self, package: Package, dead: Collection[str]) -> None:
        self.package = package
        self.places = {name: place for name, place in _places(package.document).items() if name not in dead}
        self.build_ids = build_id_styles(package)
        self.lists = definitions(package.related_root("numbering"))
        self.seen: dict[str, int] = {}
        self.notes = {
            (kind.call, note.get(ID, "")): note
            for kind in NOTE_KINDS
            for note in self.prepare(package.related_part(kind.part)).iterchildren(kind.note)
        }

    def story(self, part: str) -> etree._Element:
        """The part with the notes in the places of their calls."""
        root = self.prepare(part)
        for call in list(root.iter(*CALLS)):
            # In the order of their calls, so that the lists in them are counted in one order.
            if (note := self.notes.pop(key_of(call), None)) is not None:
                del note.attrib[ID]
                call.append(note)
            call.attrib.pop(ID, "")
        for number in root.iter(NUMBER_ID):
            number.set(VAL, self.list(number.get(VAL, "")))
        return root

    def list(self, number: str) -> str:
        """The how manieth list of the document it is, and how it looks."""
        return f"{self.seen.setdefault(number, len(self.seen))} {self.lists.get(number)}"

    def prepare(self, part: str) -> etree._Element:
        """The part with names replaced by what they stand for."""
        root, targets = deepcopy(self.package.root(part)), relationship_targets(self.package, part)
        # Which vocabularies a program may pass over.
        root.attrib.clear()
        dissolve_all(root)
        for element, name in list(uses_of_relationships(root)):
            element.set(name, targets.get(element.get(name, ""), ""))
        self.replace_names(root)
        clear_results(root)
        builds = [style for style in root.iter(RUN_STYLE) if style.get(VAL) in self.build_ids]
        clear_texts(next(style.iterancestors(R, PARAGRAPH_PROPERTIES)) for style in builds)
        strip_drawing_numbers(root)
        strip_unseen_looks(root)
        etree.strip_elements(root, *PLACES, *PAGE_KEEPING, BACKGROUND, COMMENT_CALL, with_tail=False)
        for looks in list(root.iter(*TABLE_LOOKS)):
            _keep_shapes(looks)
        for section in list(root.iter(SECTION)):
            _empty_section(section)
        return root

    def replace_names(self, root: etree._Element) -> None:
        """Of bookmarks, by where they are."""
        for link in root.iter(HYPERLINK):
            if ANCHOR in link.attrib:
                link.set(ANCHOR, self.places.get(link.get(ANCHOR, ""), "nowhere"))
                link.attrib.pop(TOOLTIP, "")
        for instruction in root.iter(INSTRUCTION):
            instruction.text = " ".join(self.places.get(word, word) for word in (instruction.text or "").split())


def _keep_shapes(looks: etree._Element) -> None:
    looks[:] = [shape for shape in looks if shape.tag in CELL_SHAPES]
    if not len(looks):
        take_out(looks)


def _empty_section(section: etree._Element) -> None:
    """All that is left is that a section ends here; the last one does so in every document."""
    section.clear()
    if (around := section.getparent()) is not None and around.tag != PARAGRAPH_PROPERTIES:
        around.remove(section)


def dead_names(package: Package) -> set[str]:
    """The names to which links and fields lead, but where nothing is, as some programs lose bookmarks."""
    body = package.document
    asked = {word for instruction in body.iter(INSTRUCTION) for word in (instruction.text or "").split()}
    return (asked | {link.get(ANCHOR, "") for link in body.iter(HYPERLINK)}) - _places(body).keys()


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
    shown = [piece for piece in _pieces(paragraph, None) if piece[2].tag != T or piece[2].text]
    groups = groupby(shown, _joint)
    pieces = [piece for _, group in groups for piece in _merge(group)]
    kept = paragraph.findall(PARAGRAPH_PROPERTIES)
    for properties in kept:
        # The format of the paragraph's mark, which shows nothing.
        etree.strip_elements(properties, RUN_PROPERTIES)
    paragraph[:] = filter(len, kept)
    for link, look, content in pieces:
        parent = paragraph if link is None else _link(paragraph, link)
        etree.SubElement(parent, R, look=look).append(content)


def _joint(piece: JoinedPiece) -> tuple[object, ...]:
    """Equal in texts that are one to a reader."""
    link, look, content = piece
    if content.tag != T:
        return (id(content),)
    return look, None if link is None else tuple(sorted(map(str, link.attrib.items())))


def _merge(pieces: Iterator[JoinedPiece]) -> Iterator[JoinedPiece]:
    link, look, first = next(pieces)
    if first.tag == T:
        first.text = normalize("NFC", "".join((first.text or "", *(other.text or "" for _, _, other in pieces))))
    yield link, look, first


def _pieces(parent: etree._Element, link: etree._Element | None) -> Iterator[JoinedPiece]:
    """What stands in the paragraph's runs, with its link and its look."""
    for child in parent:
        if child.tag == HYPERLINK:
            yield from _pieces(child, child)
        elif child.tag == R:
            look = look_key(child.find(RUN_PROPERTIES)).decode()
            for content in child.iterchildren():
                if content.tag != RUN_PROPERTIES:
                    # The marks of a field show nothing.
                    yield link, "" if content.tag in (CHARACTER, INSTRUCTION) else look, _text(content)
        elif child.tag != PARAGRAPH_PROPERTIES:
            yield link, "", child


def _text(content: etree._Element) -> etree._Element:
    if content.tag == T:
        content.text = shown_text(content)
        content.attrib.pop(SPACE, "")
    return content


def _link(paragraph: etree._Element, link: etree._Element) -> etree._Element:
    """The link that ends the paragraph so far, where it is the same."""
    last = next(paragraph.iterchildren(reversed=True), None)
    if last is not None and last.tag == HYPERLINK and last.attrib == link.attrib:
        return last
    added = etree.SubElement(paragraph, HYPERLINK)
    added.attrib.update(link.attrib)
    return added
