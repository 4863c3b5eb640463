"""What Word makes of a document with tracked changes when all of them are accepted, or all rejected."""

from lxml import etree

from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.bookmarks import END, START
from safecomm.ooxml.fields import INSTRUCTION, SIMPLE
from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import DELETED, INSERTED
from safecomm.ooxml.wordml import HYPERLINK, PARAGRAPH_PROPERTIES, ROW, TABLE, P, T, to_bytes
from safecomm.redline.compared_blocks import SECTION
from safecomm.redline.line import DELETED_INSTRUCTION, DELETED_TEXT
from safecomm.redline.notes import ID, NOTE, REFERENCE
from safecomm.redline.revision_marks import EARLIER_PROPERTIES
from safecomm.redline.story_writer import ROW_PROPERTIES
from safecomm.redline.tokens import LOOK


def accept(docx: bytes) -> bytes:
    """The document with all tracked changes made."""
    return _resolved(docx, INSERTED, DELETED)


def reject(docx: bytes) -> bytes:
    """The document with all tracked changes undone."""
    return _resolved(docx, DELETED, INSERTED)


def _resolved(docx: bytes, staying: str, going: str) -> bytes:
    package = Package(docx)
    stories = [package.main, *package.related(package.main, "footnotes", "header", "footer")]
    for part in stories:
        _resolve(package.root(part), staying, going)
    _drop_uncalled(package.document, package.root_named("footnotes"))
    written = {part: to_bytes(package.root(part)) for part in stories}
    return write_parts(package.parts() | written)


def _resolve(root: etree._Element, staying: str, going: str) -> None:
    _rows(root, going)
    _contents(root, staying, going)
    _properties(root, undone=going == INSERTED)
    _paragraph_marks(root, going)
    etree.strip_elements(root, staying, going)


def _rows(root: etree._Element, going: str) -> None:
    for row in [each for each in root.iter(ROW) if each.find(f"{ROW_PROPERTIES}/{going}") is not None]:
        table = row.getparent()
        _remove(row)
        if table is not None and table.find(ROW) is None:
            _remove(table)


def _contents(root: etree._Element, staying: str, going: str) -> None:
    marks = [each for each in root.iter(staying, going) if _parent(each).tag not in (LOOK, ROW_PROPERTIES)]
    for mark in marks:
        parent = _parent(mark)
        if mark.tag == going:
            parent.remove(mark)
        else:
            place = parent.index(mark)
            parent[place : place + 1] = list(mark)
        if parent.tag in (HYPERLINK, SIMPLE) and not len(parent):
            _remove(parent)
    for old, new in ((DELETED_TEXT, T), (DELETED_INSTRUCTION, INSTRUCTION)):
        for each in root.iter(old):
            each.tag = new


def _properties(root: etree._Element, undone: bool) -> None:
    for change in list(root.iter(EARLIER_PROPERTIES)):
        properties = _parent(change)
        properties.remove(change)
        if undone:
            stay = [each for each in properties if each.tag in (LOOK, SECTION)]
            properties[:] = [*change[0], *stay]


def _paragraph_marks(root: etree._Element, going: str) -> None:
    """A paragraph without its mark is one with what follows, whose properties then count."""
    for paragraph in [each for each in root.iter(P) if each.find(f"{PARAGRAPH_PROPERTIES}/{LOOK}/{going}") is not None]:
        following, left = paragraph.getnext(), _left(paragraph)
        if following is not None and following.tag == P:
            start = len(following.findall(PARAGRAPH_PROPERTIES))
            following[start:start] = left
            _remove(paragraph)
        elif following is not None and following.tag == TABLE and not left:
            _remove(paragraph)


def _left(paragraph: etree._Element) -> list[etree._Element]:
    """What stays of its content: a bookmark goes with the text that it marks."""
    left = [each for each in paragraph if each.tag != PARAGRAPH_PROPERTIES]
    if all(each.tag in (START, END) for each in left):
        ids = [each.get(ID) for each in left]
        return [each for each in left if ids.count(each.get(ID)) == 1]
    return left


def _drop_uncalled(body: etree._Element, notes: etree._Element) -> None:
    called = {each.get(ID) for each in body.iter(REFERENCE)}
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
