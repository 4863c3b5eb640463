"""The chapters of documents, for whoever reads nearly the same documents again and again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from threading import Lock
from typing import Generic, TypeVar

from lxml import etree

from safecomm.ooxml.package import Package, relationships_part
from safecomm.ooxml.wordml import P, paragraph_style

Read = TypeVar("Read")

HEADING = "heading"
"""What the names of the styles of headings begin with."""
NOT_SHOWN = ("header", "footer", "footnotes", "endnotes")
"""What the body leads to and does not show itself; of notes it shows the numbers."""
MOST = 3000
"""Chapters, of some kilobytes each."""


class ChapterMemory(Generic[Read]):
    """What was read of the chapters of the last documents; several threads may ask."""

    def __init__(self) -> None:
        self.kept: dict[object, Read] = {}
        self.turn = Lock()

    def recall(self, chapter: object, read: Callable[[], Read]) -> Read:
        """`chapter` is all that `read` depends on. Of too many, those that nobody asked for lately go."""
        if (known := self.kept.get(chapter)) is None:
            known = read()
        with self.turn:
            self.kept.pop(chapter, None)
            self.kept[chapter] = known
            if len(self.kept) > MOST:
                del self.kept[next(iter(self.kept))]
        return known


def chapters(body: etree._Element, styles: Mapping[str, str]) -> Iterator[list[etree._Element]]:
    """The blocks of the body, parted before each heading."""
    blocks: list[etree._Element] = []
    for block in body:
        if blocks and block.tag == P and styles.get(paragraph_style(block), "").startswith(HEADING):
            yield blocks
            blocks = []
        blocks.append(block)
    yield blocks


def digest(blocks: Sequence[etree._Element]) -> bytes:
    found = sha256()
    for block in blocks:
        found.update(etree.tostring(block))
    return found.digest()


def surroundings(package: Package) -> frozenset[tuple[str, int]]:
    """All else that what a chapter says depends on, as checksums: styles, lists, charts, where links lead."""
    leads = package.relationships(package.main).values()
    parts = {lead.target for lead in leads if lead.kind not in NOT_SHOWN} & package.names
    names = (relationships_part(package.main), *parts)
    return frozenset((name, package.archive.getinfo(name).CRC) for name in names)
