"""The chapters of documents as text, for whoever makes the same documents again and again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.numbering import CounterState
from safecomm.ooxml.package import Package, relationships_part
from safecomm.ooxml.wordml import P, paragraph_style
from safecomm.twin.block_reader import TwinLine
from safecomm.twin.run_reader import NoteKey

CHAPTER = "heading1"
PRINTED_ANEW = ("header", "footer")
"""What the body leads to and does not show; a draft prints its build id there."""
MOST = 1000
"""Chapters, of some ten kilobytes each."""


class ReadingState(NamedTuple):
    """What the text of a chapter takes over from those before it: its lists, the depth in them, and the notes."""

    counter: CounterState
    depth: int
    notes: tuple[tuple[NoteKey, int], ...]


class ChapterText(NamedTuple):
    """Its lines, and the state in which the next chapter begins."""

    lines: Sequence[TwinLine]
    state: ReadingState


class ChapterMemory:
    """What the chapters of the last documents say: `to_text(package, memory)`."""

    def __init__(self) -> None:
        self.kept: dict[object, ChapterText] = {}

    def recall(self, chapter: object, read: Callable[[], ChapterText]) -> ChapterText:
        """`chapter` is all that its text depends on."""
        if chapter not in self.kept:
            if len(self.kept) >= MOST:
                self.kept.clear()
            self.kept[chapter] = read()
        return self.kept[chapter]


def chapters(body: etree._Element, styles: Mapping[str, str]) -> Iterator[list[etree._Element]]:
    """The blocks of the body, parted before each heading of the first level."""
    blocks: list[etree._Element] = []
    for block in body:
        if blocks and block.tag == P and styles.get(paragraph_style(block)) == CHAPTER:
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
    """All else that the text of a chapter depends on, as checksums: styles, lists, charts, where links lead."""
    leads = package.relationships(package.main).values()
    parts = {lead.target for lead in leads if lead.kind not in PRINTED_ANEW} & package.names
    names = (relationships_part(package.main), *parts)
    return frozenset((name, package.archive.getinfo(name).CRC) for name in names)
