"""A paragraph cut into what can be inserted or deleted by itself: words, pictures, calls of notes, whole fields."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import NamedTuple
from unicodedata import normalize

from lxml import etree

from safecomm.ooxml.fields import INSTRUCTION
from safecomm.ooxml.package import Package
from safecomm.ooxml.styles import plain_name
from safecomm.ooxml.walk import FALLBACK, shown_text
from safecomm.ooxml.wordml import (
    ANCHOR,
    DRAWING_PROPERTIES,
    HYPERLINK,
    PARAGRAPH_PROPERTIES,
    PICTURE,
    RUN_PROPERTIES,
    SPACE,
    R,
    T,
    value,
    w,
)
from safecomm.redline.annotations import PLACES, calls_comment
from safecomm.redline.compared_blocks import RESULTS, count_left_open
from safecomm.redline.notes import CALLS, NoteKey, key_of

WORD = re.compile(r"\w+(?:[^\w\s]\w+)*|\s|[^\w\s]")
"""`2008-2011`, `12,500` and `council's` are words: in Word one reads them struck out or underlined as wholes."""
PRINTED_ID = "build id"
"""The key of every build id."""
TOOLTIP = w("tooltip")
BUILD_ID = "BuildId"
"""The style's id in our templates, which a file without the style may still name."""
BUILD_ID_NAME = plain_name(BUILD_ID)
NUMBERED = DRAWING_PROPERTIES, f"{{{PICTURE}}}cNvPr"
DRAWN = tuple(map(w, ("drawing", "pict", "object")))
SHAPE_NUMBER = re.compile(r"\}(?:anchorId|editId|spid|gfxdata)$|^(?:id|ShapeID|ObjectID)$")
"""Names of attributes of drawings that only have to differ, or say again what stands elsewhere."""
HINT = w("hint")
UNSEEN_LOOKS = tuple(map(w, ("lang", "noProof")))
"""What a run's properties say of spelling: in which language, and whether at all."""

LinkKey = tuple[tuple[str, str], ...]
Key = tuple[object, ...]
LinkedElements = tuple[list[etree._Element], etree._Element | None]
"""Elements, and the link in which they stand."""


class ParagraphToken(NamedTuple):
    """What stands in the paragraph or its `link`: elements, or text with a look. One `key`: the same to a reader."""

    key: Key
    link: etree._Element | None
    elements: tuple[etree._Element, ...] = ()
    text: str = ""
    look: etree._Element | None = None

    @property
    def runs(self) -> tuple[etree._Element, ...]:
        """Of a text a new one each time: most are compared and never needed."""
        return self.elements or (_run(self.look, _text(self.text)),)


class ParagraphTokens(NamedTuple):
    """A paragraph's tokens, and the places marked in it by the index of the token before which they stand."""

    tokens: list[ParagraphToken]
    places: dict[int | None, list[etree._Element]]


@dataclass
class Tokenizer:
    """Cuts the paragraphs of one document; `notes` names what each note is, `build_ids` the styles of build ids."""

    notes: Mapping[NoteKey, NoteKey]
    build_ids: Container[str | None]

    def tokenize(self, paragraph: etree._Element | None) -> ParagraphTokens:
        tokens: list[ParagraphToken] = []
        places: dict[int | None, list[etree._Element]] = {}
        pieces = () if paragraph is None else _pieces(paragraph, None)
        for is_place, group in groupby(pieces, _is_place):
            if is_place:
                places.setdefault(len(tokens), []).extend(elements[0] for elements, _ in group)
            else:
                tokens += _cut_words(token for piece in group for token in self.tokens(*piece))
        return ParagraphTokens(tokens, places)

    def tokens(self, elements: list[etree._Element], link: etree._Element | None) -> Iterator[ParagraphToken]:
        first, place = elements[0], link_key(link)
        if len(elements) > 1:
            yield ParagraphToken((place, _field_key(elements)), link, tuple(elements))
        elif first.tag != R:
            yield ParagraphToken((place, canonical(first)), link, (first,))
        elif value(first, "rPr/rStyle") in self.build_ids:
            yield ParagraphToken((place, PRINTED_ID), link, (first,))
        else:
            yield from self.parts(first, link, place)

    def parts(self, run: etree._Element, link: etree._Element | None, place: LinkKey) -> Iterator[ParagraphToken]:
        look = run.find(RUN_PROPERTIES)
        looks = look_key(look)
        for child in run:
            if child.tag == T:
                yield ParagraphToken((place, looks), link, (), normalize("NFC", shown_text(child)), look)
            elif child.tag in CALLS:
                yield ParagraphToken((place, looks, "note", self.notes.get(key_of(child))), link, (_run(look, child),))
            elif child.tag != RUN_PROPERTIES:
                yield ParagraphToken((place, looks, canonical(child)), link, (_run(look, child),))


def _cut_words(pieces: Iterator[ParagraphToken]) -> Iterator[ParagraphToken]:
    """The words of texts that a reader sees as one, and build ids whole, wherever Word has cut them into runs."""
    for key, group in groupby(pieces, lambda piece: piece.key if not piece.elements or _is_build_id(piece) else ()):
        if not key:
            yield from group
            continue
        if key[-1] == PRINTED_ID:
            first, *others = group
            yield first._replace(elements=(*first.elements, *(run for piece in others for run in piece.elements)))
            continue
        texts = [piece for piece in group if piece.text]
        starts = list(accumulate((len(piece.text) for piece in texts), initial=0))
        for match in WORD.finditer("".join(piece.text for piece in texts)):
            piece = texts[bisect_right(starts, match.start()) - 1]
            yield piece._replace(key=(*key, match[0]), text=match[0])


def _is_build_id(piece: ParagraphToken) -> bool:
    return piece.key[-1] == PRINTED_ID


def _is_place(piece: LinkedElements) -> bool:
    first = piece[0][0]
    return first.tag in PLACES or calls_comment(first)


def build_id_styles(package: Package) -> set[str]:
    """The styles in which templates print the build id, which differs in all drafts."""
    return {BUILD_ID} | {identity for identity, name in package.styles.names.items() if name == BUILD_ID_NAME}


def is_ours(package: Package) -> bool:
    """Whether one of our templates made it, and gives its drafts a build id."""
    return BUILD_ID_NAME in package.styles.names.values()


def _text(text: str) -> etree._Element:
    element = etree.Element(T, {SPACE: "preserve"})
    element.text = text
    return element


def _run(look: etree._Element | None, content: etree._Element) -> etree._Element:
    run = etree.Element(R)
    run.extend([deepcopy(child) for child in (look, content) if child is not None])
    return run


def link_key(link: etree._Element | None) -> LinkKey:
    """Where a link leads; within the document, what it shows when pointed at is only the heading there."""
    if link is None:
        return ()
    attributes = sorted((str(name), str(text)) for name, text in link.attrib.items())
    return tuple((name, text) for name, text in attributes if name != TOOLTIP or link.get(ANCHOR) is None)


def _pieces(parent: etree._Element, link: etree._Element | None) -> Iterator[LinkedElements]:
    """The elements of a paragraph and of its links, those of a field together."""
    opened: list[etree._Element] = []
    depth = 0
    for child in parent:
        if child.tag == PARAGRAPH_PROPERTIES:
            continue
        depth = max(depth + count_left_open(child), 0)
        if opened or depth:
            opened.append(child)
            if not depth:
                yield opened, link
                opened = []
        else:
            yield from _piece(child, link)
    for child in opened:
        yield from _piece(child, link)


def _piece(child: etree._Element, link: etree._Element | None) -> Iterator[LinkedElements]:
    if child.tag == HYPERLINK:
        yield from _pieces(child, child)
    else:
        yield [child], link


def _field_key(elements: list[etree._Element]) -> Key:
    texts = (text.text or "" for element in elements for text in element.iter(INSTRUCTION))
    instruction = "".join(texts).split()
    if instruction and instruction[0].upper() in RESULTS:
        return (*instruction, look_key(elements[0].find(RUN_PROPERTIES)))
    return tuple(map(canonical, elements))


def look_key(look: etree._Element | None) -> bytes:
    """How a run looks: equal where a reader sees no difference."""
    if look is None or not len(look):
        return b""
    if any(child.tag in UNSEEN_LOOKS or HINT in child.attrib for child in look):
        look = deepcopy(look)
        strip_unseen_looks(look)
    return canonical_xml(look) if len(look) else b""


def strip_unseen_looks(root: etree._Element) -> None:
    etree.strip_attributes(root, HINT)
    etree.strip_elements(root, *UNSEEN_LOOKS, with_tail=False)


def canonical(element: etree._Element) -> bytes:
    """The element as bytes, without the numbers and names that Word asks of every drawing."""
    if next(element.iter(*NUMBERED, *DRAWN), None) is not None:
        element = deepcopy(element)
        strip_drawing_numbers(element)
    return canonical_xml(element)


def canonical_xml(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)


def strip_drawing_numbers(root: etree._Element) -> None:
    """Also the drawing's form for old programs, which Word makes anew when it saves."""
    etree.strip_elements(root, FALLBACK, with_tail=False)
    for properties in root.iter(*NUMBERED):
        properties.attrib.pop("id", "")
        properties.attrib.pop("name", "")
    for drawing in root.iter(*DRAWN):
        for element in drawing.iter():
            for name in [name for name in element.attrib if SHAPE_NUMBER.search(str(name))]:
                del element.attrib[name]
