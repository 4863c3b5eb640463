"""Which block of the new document is which of the old one, down to the paragraphs of every cell."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.revisions import DELETED, INSERTED
from safecomm.ooxml.wordml import CELL, ROW, TABLE
from safecomm.redline.compared_blocks import END_OF_SECTION, StoryBlock, blocks
from safecomm.redline.matching import aligned

OldNewBlocks = tuple[StoryBlock | None, StoryBlock | None]


class OldNew(NamedTuple):
    """A paragraph in the old and in the new document, None where it is not there."""

    old: etree._Element | None
    new: etree._Element | None


class BlockMatch(NamedTuple):
    """A block and its new form; one is None where the other is inserted or deleted.

    `inside` are the rows of a table, the cells of a row or the blocks of a cell that both have.
    """

    old: StoryBlock | None
    new: StoryBlock | None
    inside: tuple["BlockMatch", ...] = ()

    @property
    def sides(self) -> OldNew:
        return OldNew(*(None if each is None else each.element for each in (self.old, self.new)))

    @property
    def change(self) -> str | None:
        """The mark of a block that only one document has."""
        return INSERTED if self.old is None else DELETED if self.new is None else None

    @property
    def block(self) -> StoryBlock:
        """As it is in the new document, if it is there."""
        found = self.new or self.old
        assert found is not None, "a pair has a block"
        return found


def plan_body(old: Sequence[StoryBlock], new: Sequence[StoryBlock]) -> tuple[BlockMatch, ...]:
    """As `plan`; with the same number of sections, each becomes the one in its place, with its headers and footers."""
    (*before, last_before), (*after, last_after) = _sections(old), _sections(new)
    if len(before) != len(after):
        return plan(old, new)
    pairs = [(*plan(a[:-1], b[:-1]), BlockMatch(a[-1], b[-1])) for a, b in zip(before, after, strict=True)]
    return (*chain.from_iterable(pairs), *plan(last_before, last_after))


def _sections(blocks: Sequence[StoryBlock]) -> list[Sequence[StoryBlock]]:
    ends = [index for index, each in enumerate(blocks, start=1) if each.kind == END_OF_SECTION]
    return [blocks[start:stop] for start, stop in pairwise([0, *ends, len(blocks)])]


def plan(old: Sequence[StoryBlock], new: Sequence[StoryBlock]) -> tuple[BlockMatch, ...]:
    return tuple(_paired(*each) for each in _without_touching_tables(aligned(old, new)))


def _without_touching_tables(pairs: Iterable[OldNewBlocks]) -> list[OldNewBlocks]:
    """Lets a table that stands before an inserted one become that: Word would make one of them, whatever is in them."""
    found: list[OldNewBlocks] = []
    for old, new in pairs:
        last = found[-1] if found else (None, None)
        if old is None and last[1] is None and {each and each.element.tag for each in (last[0], new)} == {TABLE}:
            found[-1] = last[0], new
        else:
            found.append((old, new))
    return found


def _paired(old: StoryBlock | None, new: StoryBlock | None) -> BlockMatch:
    if old is None or new is None or old.element.tag not in (TABLE, ROW, CELL):
        return BlockMatch(old, new)
    before, after = blocks(old.element), blocks(new.element)
    if old.element.tag == ROW:
        # Rows are paired only where they have the same cells.
        return BlockMatch(old, new, tuple(map(_paired, before, after)))
    return BlockMatch(old, new, plan(before, after))


def kept(pairs: Iterable[BlockMatch]) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Every paragraph that has a new form, with that form, those of tables included."""
    for pair in pairs:
        if pair.inside:
            yield from kept(pair.inside)
        elif pair.old is not None and pair.new is not None:
            yield pair.old.element, pair.new.element
