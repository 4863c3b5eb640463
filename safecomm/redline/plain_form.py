"""A Word file that any program may have saved, without what is no content of it: the form in which two are compared.

Tracked changes are taken as made, as Word does when it compares; names of saves, proofing marks and smart tags go.
"""

from itertools import takewhile
from typing import cast

from lxml import etree

from safecomm.ooxml.bookmarks import END, NAME, START
from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import strip_traces
from safecomm.ooxml.wordml import CELL, COMPATIBILITY, ID, RELATIONSHIP, ROW, TABLE, WORDML, P, take_out, w
from safecomm.redline.accept import accept
from safecomm.redline.annotations import is_marked
from safecomm.redline.compared_blocks import CONTROL, CONTROL_CONTENT, SECTION
from safecomm.redline.stories import story_parts

LAST_PLACE = "_GoBack"
"""The bookmark in which Word keeps where somebody wrote last."""
WRAPPERS = tuple(map(w, ("smartTag", "customXml")))
WRAPPER_PROPERTIES = tuple(map(w, ("smartTagPr", "customXmlPr")))
CONTROL_PROPERTIES = tuple(map(w, ("sdtPr", "sdtEndPr")))
# Whatever a program notes at an element of Word's in a vocabulary of its own.
FOREIGN_NOTES = etree.XPath(
    # Nearly every attribute is of Word's own vocabulary, or of none.
    "descendant-or-self::w:*/@*[namespace-uri() != $word and namespace-uri() != '' and namespace-uri() != $lead"
    " and namespace-uri() != $compatibility and namespace-uri() != 'http://www.w3.org/XML/1998/namespace']",
    namespaces={"w": WORDML},
)
IGNORABLE = f"{{{COMPATIBILITY}}}Ignorable"
"""The attribute of a part that names the vocabularies which programs may pass over."""
VOCABULARIES = {"word": WORDML, "lead": RELATIONSHIP, "compatibility": COMPATIBILITY}
INDENTS = etree.XPath(
    "descendant::text()[preceding-sibling::* or following-sibling::* or parent::w:p]", namespaces={"w": WORDML}
)
"""Text beside elements, or in a paragraph itself: there is none in a Word file but what lays out the file itself."""


def plain(package: Package) -> Package:
    """The package in this form; its trees are changed, unless tracked changes had to be made first."""
    parts = story_parts(package)
    if any(is_marked(package.root(part)) for part in parts):
        package = accept(package)
    for part in parts:
        _simplify(package.root(part))
    _end_in_paragraph(package.body)
    return package


def strip_notes(root: etree._Element) -> None:
    """Takes out what programs note for themselves in a text, and smart tags from around it."""
    strip_traces(root)
    etree.strip_elements(root, *WRAPPER_PROPERTIES, with_tail=False)
    etree.strip_tags(root, *WRAPPERS)


def _simplify(root: etree._Element) -> None:
    strip_notes(root)
    for indent in cast("list[etree._ElementUnicodeResult]", INDENTS(root)):
        if (element := indent.getparent()) is not None and indent.is_tail:
            element.tail = None
        elif element is not None:
            element.text = None
    for note in cast("list[etree._ElementUnicodeResult]", FOREIGN_NOTES(root, **VOCABULARIES)):
        if (element := note.getparent()) is not None and note.attrname is not None:
            del element.attrib[note.attrname]
    _drop_last_place(root)
    for table in [table for table in root.iter(TABLE) if next(table.iterdescendants(ROW), None) is None]:
        take_out(table)
    for control in [control for control in root.iter(CONTROL) if _holds_table_parts(control)]:
        dissolve(control)


def _end_in_paragraph(body: etree._Element) -> None:
    """As Word has every text end; other programs let it end in a table, or in the ends of bookmarks."""
    content = [child for child in body if child.tag != SECTION]
    marks = [*takewhile(lambda child: child.tag in (START, END), reversed(content))]
    last = content[-len(marks) - 1] if len(marks) < len(content) else None
    if last is None or last.tag == TABLE:
        last = etree.Element(P)
        body.insert(len(content), last)
    if last.tag == P:
        last.extend(reversed(marks))


def _drop_last_place(root: etree._Element) -> None:
    ids = {start.get(ID) for start in root.iter(START) if start.get(NAME) == LAST_PLACE}
    for mark in [mark for mark in root.iter(START, END) if mark.get(ID) in ids] if ids else ():
        take_out(mark)


def _holds_table_parts(control: etree._Element) -> bool:
    """Rows and cells can only be compared without what is around them."""
    content = control.find(CONTROL_CONTENT)
    return content is not None and next(content.iterchildren(ROW, CELL, CONTROL), None) is not None


def dissolve(control: etree._Element) -> list[etree._Element]:
    """What the control holds, in its place."""
    content = control.find(CONTROL_CONTENT)
    held = [] if content is None else list(content)
    for element in reversed(held):
        control.addnext(element)
    take_out(control)
    return held


def with_vocabularies(root: etree._Element, other: etree._Element) -> etree._Element:
    """The part's root, under which what comes from the other part may be passed over as there."""
    ignorable = {prefix: other.nsmap[prefix] for prefix in other.get(IGNORABLE, "").split() if prefix in other.nsmap}
    missing = {prefix: name for prefix, name in ignorable.items() if prefix not in root.nsmap}
    own = root.get(IGNORABLE, "").split()
    added = [
        prefix for prefix, name in ignorable.items() if prefix not in own and (root.nsmap | missing)[prefix] == name
    ]
    if not added:
        return root
    named = {"mc": COMPATIBILITY} if COMPATIBILITY not in root.nsmap.values() else {}
    grown = etree.Element(root.tag, nsmap=named | root.nsmap | missing)  # type: ignore[arg-type]  # A prefix may be None.
    grown.attrib.update({**root.attrib, IGNORABLE: " ".join([*own, *added])})
    grown.extend(list(root))
    return grown


def dissolve_all(root: etree._Element) -> None:
    etree.strip_elements(root, *CONTROL_PROPERTIES, with_tail=False)
    etree.strip_tags(root, CONTROL, CONTROL_CONTENT)
