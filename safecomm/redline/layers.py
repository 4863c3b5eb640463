"""What a document is made of, layer by layer: those in which changes are tracked, and those that are taken over."""

from collections.abc import Callable, Collection, Iterable, Iterator
from copy import deepcopy
from hashlib import sha256
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.fields import INSTRUCTIONS
from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import AUTHOR
from safecomm.ooxml.walk import paragraph_text, visible_text
from safecomm.ooxml.wordml import HYPERLINK, ID, PARAGRAPH_PROPERTIES, ROW, TABLE, P, R, is_on, own_properties, w
from safecomm.redline.annotations import COMMENT_CALL
from safecomm.redline.canonical import BODY, TABLE_LOOKS, Stories, canonical_stories, dead_names, is_same_story
from safecomm.redline.compared_blocks import BACKGROUND, KEEPING, SECTION
from safecomm.redline.notes import CALLS
from safecomm.redline.part_importer import digest_part
from safecomm.redline.plain_form import CONTROL_PROPERTIES
from safecomm.redline.stories import HEADERS_FOOTERS, story_parts
from safecomm.redline.style_names import plain_pair
from safecomm.redline.tokens import DRAWN, canonical_xml, is_ours

SHAPES = TABLE, ROW, w("tc"), P, SECTION, w("br"), w("tab"), *CALLS
UNSEEN = {"settings", "properties", "attachments"}
SAVES = w("rsids"), w("rsid")
LAYER_OF_KIND = {
    **dict.fromkeys(("styles", "stylesWithEffects"), "styles"),
    **dict.fromkeys(("settings", "webSettings"), "settings"),
    **dict.fromkeys(("theme", "fontTable"), "theme"),
    "commentsExtended": "comments",
    **dict.fromkeys(("core-properties", "extended-properties", "custom-properties"), "properties"),
    **dict.fromkeys(("customXml", "glossaryDocument", "vbaProject", "attachedTemplate"), "attachments"),
}
"""The layer of each kind of part that is no text; what the text itself shows is compared with it."""


class DocumentForm(NamedTuple):
    """A document ready to be compared, once: the stories are used up by it."""

    stories: Stories
    untracked: dict[str, object]
    sections: int
    dead: Collection[str]

    def shared_places(self, other: "DocumentForm") -> set[str]:
        """The stories that both have: headers and footers only where the sections are the same."""
        return self.stories.keys() & other.stories.keys() if self.sections == other.sections else {BODY}


def document_form(package: Package, dead: Collection[str] = ()) -> DocumentForm:
    """Of a package in its plain form, which stays as it is; `dead` are the names of links that lead nowhere."""
    sections = len(list(package.document.iter(SECTION)))
    return DocumentForm(canonical_stories(package, dead), dict(_untracked(package)), sections, dead_names(package))


def _untracked(package: Package) -> Iterator[tuple[str, object]]:
    """What Word cannot track, or a redline of ours does not."""
    roots = [package.root(part) for part in story_parts(package)]
    looks = (looks for root in roots for looks in root.iter(*TABLE_LOOKS) if len(looks))
    yield "tables", _digest(map(canonical_xml, looks))
    pages = (page for section in package.document.iter(SECTION) for page in _page(section))
    yield "pages", _digest([*pages, *map(canonical_xml, package.document.iterchildren(BACKGROUND))])
    yield "keeping", None if is_ours(package) else tuple(_kept(roots))
    yield "controls", _digest(canonical_xml(control) for root in roots for control in root.iter(*CONTROL_PROPERTIES))
    yield "comments", (tuple(_comments(package)), *_parts(package, "comments"))
    for layer in dict.fromkeys(LAYER_OF_KIND.values()):
        if layer != "comments":
            yield layer, _parts(package, layer)


def _kept(roots: Iterable[etree._Element]) -> Iterator[int]:
    """How many paragraphs say that they stay whole or with the next; in drafts of ours that is worked out."""
    paragraphs = [paragraph for root in roots for paragraph in root.iter(P)]
    for name in KEEPING:
        yield sum(is_on(own_properties(paragraph), name) for paragraph in paragraphs)


def _digest(pieces: Iterable[bytes]) -> str:
    digest = sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


def _page(section: etree._Element) -> Iterator[bytes]:
    return (canonical_xml(child) for child in section if child.tag not in HEADERS_FOOTERS)


def _comments(package: Package) -> Iterator[tuple[object, ...]]:
    """Who says what of which paragraph."""
    comments = {comment.get(ID): comment for comment in package.related_root("comments")}
    paragraph = 0
    for element in package.document.iter(P, COMMENT_CALL):
        paragraph += element.tag == P
        if element.tag == COMMENT_CALL and (comment := comments.get(element.get(ID))) is not None:
            yield paragraph, comment.get(AUTHOR), visible_text(comment)


def _parts(package: Package, layer: str) -> tuple[str, ...]:
    """A digest of each part of the layer, whatever its name."""
    leads = (*package.relationships("").values(), *package.relationships(package.main).values())
    found = [lead.target for lead in leads if LAYER_OF_KIND.get(lead.kind) == layer and not lead.external]
    return tuple(sorted(_part(package, part) for part in found))


def _part(package: Package, part: str) -> str:
    if not part.endswith(".xml") or next(package.root(part).iter(*SAVES), None) is None:
        return digest_part(package, part)
    root = deepcopy(package.root(part))
    etree.strip_elements(root, *SAVES, with_tail=False)
    return _digest([canonical_xml(root)])


def differing_layers(one: DocumentForm, other: DocumentForm, places: set[str]) -> set[str]:
    """The tracked layers in which the two differ in these places; what is compared is used up."""
    differing = {"headers"} if not one.stories.keys() & other.stories.keys() >= places else set[str]()
    for place in places & one.stories.keys() & other.stories.keys():
        stories = one.stories.pop(place), other.stories.pop(place)
        if not is_same_story(*stories):
            differing |= {"headers"} if place != BODY else _differing_in(*stories)
    return differing


def differing_untracked(one: DocumentForm, other: DocumentForm) -> set[str]:
    """Without those of which one of the two says nothing by itself."""
    pairs = ((layer, {said, other.untracked[layer]}) for layer, said in one.untracked.items())
    return {layer for layer, said in pairs if len(said) > 1 and None not in said}


def seen_differences(old: Package, new: Package) -> list[str]:
    """The layers in which a reader can see that the two differ; the trees of both are changed."""
    one, other = map(document_form, plain_pair(old, new))
    differing = differing_untracked(one, other) - UNSEEN
    differing |= differing_layers(one, other, one.stories.keys() | other.stories.keys())
    return [layer for layer in (*TRACKED, *other.untracked) if layer in differing]


def _differing_in(one: etree._Element, other: etree._Element) -> set[str]:
    """What is in no other layer is how it looks."""
    found = {layer for layer, read in READERS.items() if list(read(one)) != list(read(other))}
    return found or {"formatting"}


def _notes(root: etree._Element) -> Iterator[bytes]:
    for call in root.iter(*CALLS):
        yield from map(canonical_xml, call)
        call[:] = []


def _pictures(root: etree._Element) -> Iterator[bytes]:
    return map(canonical_xml, root.iter(*DRAWN))


def _shapes(root: etree._Element) -> Iterator[str]:
    return (str(element.tag) for element in root.iter(*SHAPES))


def _links(root: etree._Element) -> Iterator[object]:
    yield from (sorted(map(str, link.attrib.items())) for link in root.iter(HYPERLINK))
    yield from (instruction.text for instruction in root.iter(*INSTRUCTIONS))


def _looks(root: etree._Element) -> Iterator[object]:
    for paragraph in root.iter(P):
        properties = map(canonical_xml, paragraph.iterchildren(PARAGRAPH_PROPERTIES))
        yield *properties, *dict.fromkeys(run.get("look") for run in paragraph.iter(R))


READERS: dict[str, Callable[[etree._Element], Iterator[object]]] = {
    # The notes first, for they are taken out of the text in which they are called.
    "notes": _notes,
    "text": lambda root: (paragraph_text(paragraph) for paragraph in root.iter(P)),
    "structure": _shapes,
    "links": _links,
    "pictures": _pictures,
    "formatting": _looks,
}
TRACKED = "text", "structure", "formatting", "links", "notes", "pictures", "headers"
"""The layers whose changes a redline tracks."""
