"""Bookmarks: the hidden names by which links, references and the table of contents find a place in the document."""

from hashlib import sha256
from zlib import crc32

from lxml import etree

from safecomm.ooxml.wordml import ID, own_properties, w

START, END = w("bookmarkStart"), w("bookmarkEnd")
NAME = w("name")
# Ids are numbers, which Word keeps in 32 bits with a sign.
LARGEST = 0x7FFFFFFF


def bookmark_name(kind: str, address: str) -> str:
    """Hidden, as its underscore says, and lasting: a counter would rename all behind an inserted one."""
    return f"_{kind}_{sha256(address.encode()).hexdigest()[:12]}"


def start_xml(name: str) -> str:
    """Has its name as its id until `number` gives it one."""
    return f'<w:bookmarkStart w:id="{name}" w:name="{name}"/>'


def end_xml(name: str) -> str:
    return f'<w:bookmarkEnd w:id="{name}"/>'


def mark(paragraph: etree._Element, name: str) -> None:
    """Puts the bookmark around what the paragraph holds."""
    first = 0 if own_properties(paragraph) is None else 1
    paragraph.insert(first, etree.Element(START, {ID: name, NAME: name}))
    etree.SubElement(paragraph, END, {ID: name})


def number(*roots: etree._Element) -> None:
    """Gives each bookmark an id of its own; of two with one name, as a loop of the template makes them, one stays."""
    names: set[str] = set()
    taken: set[int] = set()
    opened: dict[str, int] = {}
    for element in [half for root in roots for half in root.iter(START, END)]:
        identity = element.get(ID, "")
        if element.tag == START and (name := element.get(NAME, "")) not in names:
            names.add(name)
            opened[identity] = _free(name, taken)
            element.set(ID, str(opened[identity]))
        elif element.tag == END and identity in opened:
            element.set(ID, str(opened.pop(identity)))
        elif (parent := element.getparent()) is not None:
            parent.remove(element)


def _free(name: str, taken: set[int]) -> int:
    found = crc32(name.encode()) & LARGEST
    while found in taken:
        found = (found + 1) & LARGEST
    taken.add(found)
    return found
