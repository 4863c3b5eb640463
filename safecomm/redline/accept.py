"""What Word makes of a document with tracked changes when all of them are accepted, or all rejected."""

from collections.abc import Container

from lxml import etree

from safecomm.ooxml.bookmarks import END, START
from safecomm.ooxml.fields import DELETED_INSTRUCTION, INSTRUCTION, SIMPLE
from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import CELL_KINDS, KINDS
from safecomm.ooxml.walk import DELETED_TEXT
from safecomm.ooxml.wordml import (
    CELL,
    HYPERLINK,
    ID,
    PARAGRAPH_PROPERTIES,
    ROW,
    RUN_PROPERTIES,
    TABLE,
    P,
    T,
    parent_of,
    take_out,
    w,
)
from safecomm.redline.annotations import EARLIER_FORMS, PLACES, RANGES
from safecomm.redline.compared_blocks import CONTROL, SECTION
from safecomm.redline.notes import NOTE_KINDS, is_separator
from safecomm.redline.stories import HEADERS_FOOTERS, story_parts
from safecomm.redline.story_writer import ROW_PROPERTIES

INSERTIONS, DELETIONS = (
    tuple(tag for tag, found in (KINDS | CELL_KINDS).items() if found == kind) for kind in ("inserted", "deleted")
)
CELL_PROPERTIES, CELL_MERGE = w("tcPr"), w("cellMerge")
STAYING = {RUN_PROPERTIES, SECTION, *HEADERS_FOOTERS, *KINDS}
"""What an earlier form of properties says nothing of."""


def accept(package: Package) -> Package:
    """The document with all tracked changes made."""
    return _resolve(package, INSERTIONS, DELETIONS)


def reject(package: Package) -> Package:
    """The document with all tracked changes undone."""
    return _resolve(package, DELETIONS, INSERTIONS)


def _resolve(package: Package, staying: tuple[str, ...], going: tuple[str, ...]) -> Package:
    stories = story_parts(package)
    resolved = package.with_own_trees(stories)
    for part in stories:
        _resolve_story(resolved.root(part), staying, going)
    _drop_uncalled(resolved)
    return resolved


def _resolve_story(root: etree._Element, staying: tuple[str, ...], going: tuple[str, ...]) -> None:
    etree.strip_elements(root, *RANGES, CELL_MERGE, with_tail=False)
    _drop(root, CELL, CELL_PROPERTIES, going)
    _drop(root, ROW, ROW_PROPERTIES, going)
    resolve_contents(root, staying)
    _resolve_properties(root, undone=going == INSERTIONS)
    _join_paragraphs(root, going)
    etree.strip_elements(root, *staying, *going, with_tail=False)


def _drop(root: etree._Element, tag: str, properties: str, going: Container[str]) -> None:
    """Takes out the cells, or the rows, that go; what is then empty goes, too."""
    for element in [element for element in root.iter(tag) if _has_mark(element, properties, going)]:
        holder = element.getparent()
        take_out(element)
        while holder is not None and holder.tag in (ROW, TABLE) and next(holder.iterchildren(ROW, CELL), None) is None:
            emptied, holder = holder, holder.getparent()
            take_out(emptied)


def _has_mark(element: etree._Element, properties: str, marks: Container[str]) -> bool:
    return any(mark.tag in marks for mark in element.iterfind(f"{properties}/*"))


def resolve_contents(root: etree._Element, staying: Container[str]) -> None:
    """Leaves of what was inserted, deleted and moved only what stands in the `staying` marks."""
    for mark in list(root.iter(*KINDS)):
        parent = parent_of(mark)
        if parent.tag in (RUN_PROPERTIES, ROW_PROPERTIES):
            continue
        if mark.tag in staying:
            for child in reversed(mark):
                mark.addnext(child)
        parent.remove(mark)
        if parent.tag in (HYPERLINK, SIMPLE) and not len(parent):
            take_out(parent)
    for old, new in ((DELETED_TEXT, T), (DELETED_INSTRUCTION, INSTRUCTION)):
        for element in root.iter(old):
            element.tag = new


def _resolve_properties(root: etree._Element, undone: bool) -> None:
    for change in list(root.iter(*EARLIER_FORMS)):
        properties = parent_of(change)
        properties.remove(change)
        if undone and len(change):
            stay = [child for child in properties if child.tag in STAYING]
            properties[:] = [*change[0], *stay]


def _join_paragraphs(root: etree._Element, going: Container[str]) -> None:
    """A paragraph without its mark is one with what follows, whose properties then count."""
    path = f"{PARAGRAPH_PROPERTIES}/{RUN_PROPERTIES}"
    for paragraph in [paragraph for paragraph in root.iter(P) if _has_mark(paragraph, path, going)]:
        following, left = _next_block(paragraph), _content_left(paragraph)
        if following is not None and following.tag == P:
            start = len(following.findall(PARAGRAPH_PROPERTIES))
            following[start:start] = left
            take_out(paragraph)
        elif following is not None and following.tag in (TABLE, CONTROL) and not left:
            take_out(paragraph)


def _next_block(paragraph: etree._Element) -> etree._Element | None:
    """What stands between blocks, as the end of a bookmark, parts no paragraphs."""
    return next((block for block in paragraph.itersiblings() if block.tag not in PLACES), None)


def _content_left(paragraph: etree._Element) -> list[etree._Element]:
    """What stays of its content: a bookmark goes with the text that it marks."""
    left = [child for child in paragraph if child.tag != PARAGRAPH_PROPERTIES]
    if all(child.tag in (START, END) for child in left):
        ids = [bookmark.get(ID) for bookmark in left]
        return [bookmark for bookmark in left if ids.count(bookmark.get(ID)) == 1]
    return left


def _drop_uncalled(package: Package) -> None:
    for kind in NOTE_KINDS:
        called = {call.get(ID) for call in package.document.iter(kind.call)}
        for note in list(package.related_root(kind.part).iterchildren(kind.note)):
            if note.get(ID) not in called and not is_separator(note):
                take_out(note)
