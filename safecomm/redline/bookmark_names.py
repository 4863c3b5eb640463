"""Bookmarks in both documents: one that marks the same place gets one name, and no name marks two places."""

import re
from collections.abc import Collection, Iterable, Mapping

from lxml import etree

from safecomm.ooxml.bookmarks import END, NAME, START
from safecomm.ooxml.fields import INSTRUCTION
from safecomm.ooxml.free_names import free_name
from safecomm.ooxml.wordml import ANCHOR, HYPERLINK, ID, take_out
from safecomm.redline.plan import BlockMatch, kept_paragraphs, same_elements


def unify(pairs: Collection[BlockMatch], old: etree._Element, new: etree._Element) -> dict[str, str]:
    """Takes out of the old body the bookmarks that the new one has, renames the others, and tells their new names."""
    same = _same_places(pairs)
    names = same | _own_names((name for name in _names_in(old) if name not in same), set(_names_in(new)))
    # They are not taken into the redline, where the new one is.
    left = {mark for element in same_elements(pairs) for mark in element.iter(START, END)}
    opened: dict[str, str] = {}
    for element in [mark for mark in old.iter(START, END) if mark not in left]:
        if element.tag == START:
            opened[element.get(ID, "")] = element.get(NAME, "")
        name = opened.get(element.get(ID, ""), "")
        if name in same:
            take_out(element)
        else:
            # The id is the name until all bookmarks are numbered.
            element.set(ID, names.get(name, ""))
            element.attrib.update({NAME: names[name]} if element.tag == START else {})
    redirect_links(old, names)
    return names


def redirect_links(root: etree._Element, names: Mapping[str, str]) -> None:
    """Lets links and fields lead to the bookmarks by their new names."""
    for link in root.iter(HYPERLINK):
        if (anchor := link.get(ANCHOR)) is not None:
            link.set(ANCHOR, names.get(anchor, anchor))
    for instruction in root.iter(INSTRUCTION):
        instruction.text = re.sub(r"\S+", lambda match: names.get(match[0], match[0]), instruction.text or "")


def _same_places(pairs: Iterable[BlockMatch]) -> dict[str, str]:
    """The names that a paragraph's bookmarks have in the old document, and in the new one."""
    same: dict[str, str] = {}
    for before, after in kept_paragraphs(pairs):
        new = _names_in(after)
        for name in _names_in(before):
            # The name of a heading's bookmark changes with its text.
            later = name if name in new else next((other for other in new if _kind(other) == _kind(name)), None)
            if later is not None and name not in same:
                new.remove(later)
                same[name] = later
    return same


def _kind(name: str) -> str:
    """`_Toc` of `_Toc_b073f4a5df94`, and the whole of a name that is not ours."""
    return name.rpartition("_")[0] or name


def _names_in(root: etree._Element) -> list[str]:
    return [bookmark.get(NAME, "") for bookmark in root.iter(START)]


def _own_names(old: Iterable[str], taken: set[str]) -> dict[str, str]:
    """Names that no other bookmark has, for those that only the old document has."""
    names: dict[str, str] = {}
    for name in old:
        names[name] = free_name(name, taken)
        taken.add(names[name])
    return names
