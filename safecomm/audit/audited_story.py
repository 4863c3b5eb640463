"""One part of the Word file that is audited, with what several rules ask of it: its elements and its paragraphs."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple, cast

from lxml import etree

from safecomm.diagnostic import Diagnostic, Location, problem
from safecomm.ooxml.bookmarks import END, START
from safecomm.ooxml.escape import beginning
from safecomm.ooxml.fields import INSTRUCTION, Field, scan_fields
from safecomm.ooxml.package import Relationship, uses_of_relationships
from safecomm.ooxml.revisions import REMOVED
from safecomm.ooxml.styles import Styles, level_of
from safecomm.ooxml.walk import paragraph_text
from safecomm.ooxml.wordml import (
    CELL,
    CHART,
    DRAWING_PROPERTIES,
    ENDNOTE_CALL,
    FOOTNOTE_CALL,
    HYPERLINK,
    MATH,
    PARAGRAPH_STYLE,
    PICTURE,
    PLACED,
    RELATIONSHIP,
    TABLE,
    VAL,
    WORDML,
    P,
    own_properties,
    value,
    w,
)

OUTLINE, LIST = w("outlineLvl"), w("numPr")
CONTROL, SHADING = map(w, ("sdtPr", "shd"))
GATHERED = (
    *(P, TABLE, CELL, START, END, HYPERLINK, INSTRUCTION, DRAWING_PROPERTIES),
    *(FOOTNOTE_CALL, ENDNOTE_CALL, CONTROL, SHADING),
)
# The elements, and the characters of a paragraph, in which a text to find an element by is looked for.
NEAR, LONGEST = 300, 200
NAMESPACES = {
    "w": WORDML,
    "r": RELATIONSHIP,
    "wp": PLACED,
    "pic": PICTURE,
    "c": CHART,
    "m": MATH,
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}


def holds(condition: str) -> Callable[[etree._Element], bool]:
    """Whether an XPath finds something or is true."""
    return cast("Callable[[etree._Element], bool]", etree.XPath(f"boolean({condition})", namespaces=NAMESPACES))


# Of a link, which stays around its deleted text.
ONLY_DELETED = holds(".//w:delText and not(.//w:t | .//w:drawing | .//w:pict | .//w:object)")


class AuditedParagraph(NamedTuple):
    """`level` is that of a heading (from 1), `listed` says that Word itself sets its bullet or number."""

    element: etree._Element
    text: str
    style: str
    level: int | None
    listed: bool


@dataclass(frozen=True)
class AuditedStory:
    """One part with running text: the body, a header, the footnotes. `name` is the file's in messages."""

    name: str
    part: str
    root: etree._Element
    relationships: Mapping[str, Relationship]
    styles: Styles
    plain_texts: Mapping[etree._Element, str]

    @cached_property
    def elements_by_tag(self) -> Mapping[str, list[etree._Element]]:
        """In one walk, the elements for which several rules ask."""
        elements: defaultdict[str, list[etree._Element]] = defaultdict(list)
        for element in self.root.iter(*GATHERED):
            elements[element.tag].append(element)
        return elements

    def elements(self, tag: str) -> list[etree._Element]:
        """Those with a tag of GATHERED, wherever they stand."""
        return self.elements_by_tag.get(tag, [])

    @cached_property
    def texts(self) -> Mapping[etree._Element, str]:
        """What each paragraph shows, without the text boxes that hang on it."""
        known = self.plain_texts
        return {paragraph: known.get(paragraph) or paragraph_text(paragraph) for paragraph in self.elements(P)}

    @cached_property
    def paragraphs(self) -> list[AuditedParagraph]:
        return [self._paragraph(element, text) for element, text in self.texts.items()]

    def _paragraph(self, element: etree._Element, text: str) -> AuditedParagraph:
        styles, properties = self.styles, own_properties(element)
        own = {} if properties is None else {found.tag: found for found in properties}
        style = own[PARAGRAPH_STYLE].get(VAL, "") if PARAGRAPH_STYLE in own else styles.default
        level = level_of(own[OUTLINE].get(VAL)) if OUTLINE in own else styles.heading_levels.get(style)
        listed = value(own[LIST], "numId") != "0" if LIST in own else style in styles.list_styles
        return AuditedParagraph(element, text, style, level, listed)

    def text(self, element: etree._Element) -> str:
        """By which to find it in Word: the text of its paragraph, of the first that it holds or of one before it."""
        owner = next(element.iterancestors(P), element)
        near = (*islice(owner.iter(), NEAR), *islice(owner.itersiblings(preceding=True), NEAR))
        return next(filter(None, (self.texts.get(neighbour, "")[:LONGEST].strip() for neighbour in near)), "")

    @cached_property
    def scanned_fields(self) -> list[Field | etree._Element]:
        """The fields, and the characters of those that are not whole."""
        return list(scan_fields(self.root))

    @property
    def fields(self) -> Iterator[Field]:
        """Those that stand."""
        fields = (field for field in self.scanned_fields if isinstance(field, Field))
        return (field for field in fields if not self.is_deleted(self.place_of(field)))

    def is_deleted(self, element: etree._Element) -> bool:
        """Whether somebody has deleted it, or all that it shows, as a tracked change."""
        return next(element.iterancestors(*REMOVED), None) is not None or ONLY_DELETED(element)

    @cached_property
    def shaded_elements(self) -> Set[etree._Element | None]:
        """The paragraphs and cells that say something of their background."""
        properties = (shading.getparent() for shading in self.elements(SHADING))
        return {None if holder is None else holder.getparent() for holder in properties}

    def place_of(self, field: Field) -> etree._Element:
        """An element of the field; a simple one without a result has none that is known."""
        return next((element for element in (field.begin, *field.runs) if element is not None), self.root)

    @cached_property
    def used_relationships(self) -> list[tuple[etree._Element, str]]:
        """Every id of a relationship, with the element that names it; an empty one is none."""
        ids = ((element, element.get(name, "")) for element, name in uses_of_relationships(self.root))
        return [(element, identity) for element, identity in ids if identity]

    def problem(self, code: str, element: etree._Element, **values: str) -> Diagnostic:
        part = self.part.removeprefix("word/").removesuffix(".xml")
        return problem(code, Location(self.name), part=part, text=beginning(self.text(element)), **values)
