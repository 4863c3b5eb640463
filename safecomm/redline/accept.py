"""What Word makes of a document with tracked changes when all of them are accepted, or all rejected."""

from lxml import etree

from safecomm.ooxml.bookmarks import END, START
from safecomm.ooxml.fields import DELETED_INSTRUCTION, INSTRUCTION, SIMPLE
from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import DELETED, INSERTED
from safecomm.ooxml.walk import DELETED_TEXT
from safecomm.ooxml.wordml import FOOTNOTE_CALL, HYPERLINK, ID, PARAGRAPH_PROPERTIES, ROW, RUN_PROPERTIES, TABLE, P, T
from safecomm.redline.compared_blocks import SECTION
from safecomm.redline.notes import NOTE
from safecomm.redline.stories import story_parts
from safecomm.redline.story_writer import ROW_PROPERTIES
from safecomm.redline.tracked_content import EARLIER_PROPERTIES


def accept(package: Package) -> Package:
    """The document with all tracked changes made."""
    return _resolve(package, INSERTED, DELETED)


def reject(package: Package) -> Package:
    """The document with all tracked changes undone."""
    return _resolve(package, DELETED, INSERTED)


def _resolve(package: Package, staying: str, going: str) -> Package:
    stories = story_parts(package)
    resolved = package.with_own_trees(stories)
    for part in stories:
        _resolve_story(resolved.root(part), staying, going)
    _drop_uncalled(resolved.document, resolved.related_root("footnotes"))
    return resolved


def _resolve_story(root: etree._Element, staying: str, going: str) -> None:
    _drop_rows(root, going)
    _resolve_contents(root, staying, going)
    _resolve_properties(root, undone=going == INSERTED)
    _join_paragraphs(root, going)
    etree.strip_elements(root, staying, going)


def _drop_rows(root: etree._Element, going: str) -> None:
    for row in _elements_with(root, ROW, f"{ROW_PROPERTIES}/{going}"):
        table = row.getparent()
        _remove(row)
        if table is not None and table.find(ROW) is None:
            _remove(table)


def _resolve_contents(root: etree._Element, staying: str, going: str) -> None:
    for mark in list(root.iter(staying, going)):
        parent = _parent(mark)
        if parent.tag in (RUN_PROPERTIES, ROW_PROPERTIES):
            continue
        if mark.tag == going:
            parent.remove(mark)
        else:
            place = parent.index(mark)
            parent[place : place + 1] = list(mark)
        if parent.tag in (HYPERLINK, SIMPLE) and not len(parent):
            _remove(parent)
    for old, new in ((DELETED_TEXT, T), (DELETED_INSTRUCTION, INSTRUCTION)):
        for element in root.iter(old):
            element.tag = new


def _resolve_properties(root: etree._Element, undone: bool) -> None:
    for change in list(root.iter(EARLIER_PROPERTIES)):
        properties = _parent(change)
        properties.remove(change)
        if undone:
            stay = [child for child in properties if child.tag in (RUN_PROPERTIES, SECTION)]
            properties[:] = [*change[0], *stay]


def _elements_with(root: etree._Element, tag: str, path: str) -> list[etree._Element]:
    return [element for element in root.iter(tag) if element.find(path) is not None]


def _join_paragraphs(root: etree._Element, going: str) -> None:
    """A paragraph without its mark is one with what follows, whose properties then count."""
    for paragraph in _elements_with(root, P, f"{PARAGRAPH_PROPERTIES}/{RUN_PROPERTIES}/{going}"):
        following, left = paragraph.getnext(), _content_left(paragraph)
        if following is not None and following.tag == P:
            start = len(following.findall(PARAGRAPH_PROPERTIES))
            following[start:start] = left
            _remove(paragraph)
        elif following is not None and following.tag == TABLE and not left:
            _remove(paragraph)


def _content_left(paragraph: etree._Element) -> list[etree._Element]:
    """What stays of its content: a bookmark goes with the text that it marks."""
    left = [child for child in paragraph if child.tag != PARAGRAPH_PROPERTIES]
    if all(child.tag in (START, END) for child in left):
        ids = [bookmark.get(ID) for bookmark in left]
        return [bookmark for bookmark in left if ids.count(bookmark.get(ID)) == 1]
    return left


def _drop_uncalled(body: etree._Element, notes: etree._Element) -> None:
    called = {call.get(ID) for call in body.iter(FOOTNOTE_CALL)}
    for note in list(notes.iterchildren(NOTE)):
        # The separators are called by the settings.
        if note.get(ID) not in called and int(note.get(ID, "0")) > 0:
            _remove(note)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None, "a mark of change stands in something"
    return parent


def _remove(element: etree._Element) -> None:
    _parent(element).remove(element)
