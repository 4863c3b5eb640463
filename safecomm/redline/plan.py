"""Which block of the new document is which of the old one, down to the paragraphs of every cell."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from lxml import etree

from safecomm.diffing import Match, equal_pairs, heaviest_chain, merge_indexes
from safecomm.ooxml.bookmarks import START
from safecomm.ooxml.revisions import DELETED, INSERTED
from safecomm.ooxml.wordml import CELL, PARAGRAPH_PROPERTIES, ROW, TABLE, P
from safecomm.redline.compared_blocks import CONTROL, END_OF_SECTION, StoryBlock, blocks

SIMILAR = 0.5
"""The least share of common words by which one block counts as another's new form."""
WINDOW = 40
"""How far from its place in a gap a block's new form is looked for: keeps the time in proportion to the length."""
CONTAINERS = TABLE, ROW, CELL, CONTROL
OldNewBlocks = tuple[StoryBlock | None, StoryBlock | None]


class OldNew(NamedTuple):
    """A paragraph in the old and in the new document, None where it is not there."""

    old: etree._Element | None
    new: etree._Element | None

    @property
    def properties(self) -> "OldNew":
        return OldNew(*(None if side is None else side.find(PARAGRAPH_PROPERTIES) for side in self))


class BlockMatch(NamedTuple):
    """A block and its new form; one is None where the other is inserted or deleted.

    `planned` are the rows of a table, the cells of a row or the blocks of a cell that both have, where they were not
    the `same` to the byte.
    """

    old: StoryBlock | None
    new: StoryBlock | None
    planned: tuple["BlockMatch", ...] = ()
    same: bool = False

    @property
    def inside(self) -> tuple["BlockMatch", ...]:
        if not self.same or self.old is None or self.new is None:
            return self.planned
        pairs = zip(blocks(self.old.element), blocks(self.new.element), strict=True)
        return tuple(BlockMatch(*pair, same=True) for pair in pairs)

    @property
    def sides(self) -> OldNew:
        return OldNew(*(None if block is None else block.element for block in (self.old, self.new)))

    @property
    def change(self) -> str | None:
        """The mark of a block that only one document has."""
        return INSERTED if self.old is None else DELETED if self.new is None else None

    @property
    def block(self) -> StoryBlock:
        """As it is in the new document, if it is there."""
        block = self.new or self.old
        assert block is not None, "a pair has a block"
        return block


def plan_body(old: Sequence[StoryBlock], new: Sequence[StoryBlock]) -> tuple[BlockMatch, ...]:
    """As `plan`; with the same number of sections, each becomes the one in its place, with its headers and footers."""
    (*before, last_before), (*after, last_after) = _sections(old), _sections(new)
    if len(before) != len(after):
        return plan(old, new)
    pairs = [(*plan(a[:-1], b[:-1]), BlockMatch(a[-1], b[-1])) for a, b in zip(before, after, strict=True)]
    return (*chain.from_iterable(pairs), *plan(last_before, last_after))


def _sections(blocks: Sequence[StoryBlock]) -> list[Sequence[StoryBlock]]:
    ends = [index for index, block in enumerate(blocks, start=1) if block.kind == END_OF_SECTION]
    return [blocks[start:stop] for start, stop in pairwise([0, *ends, len(blocks)])]


def plan(old: Sequence[StoryBlock], new: Sequence[StoryBlock]) -> tuple[BlockMatch, ...]:
    return tuple(_match(*pair) for pair in _without_touching_tables(align(old, new)))


def _without_touching_tables(pairs: Iterable[OldNewBlocks]) -> list[OldNewBlocks]:
    """Lets a table that stands before an inserted one become that: Word would make one of them, whatever is in them."""
    kept: list[OldNewBlocks] = []
    for old, new in pairs:
        last = kept[-1] if kept else (None, None)
        if old is None and last[1] is None and {block and block.element.tag for block in (last[0], new)} == {TABLE}:
            kept[-1] = last[0], new
        else:
            kept.append((old, new))
    return kept


def align(old: Sequence[StoryBlock], new: Sequence[StoryBlock]) -> Iterator[OldNewBlocks]:
    """Every block once, in the order of both documents: with its new form, or alone."""
    anchors = equal_pairs([block.key for block in old], [block.key for block in new])
    matches: list[Match] = []
    for (i, j), anchor in pairwise([(-1, -1), *anchors, (len(old), len(new))]):
        similar = heaviest_chain(_candidates(old[i + 1 : anchor[0]], new[j + 1 : anchor[1]]))
        matches += [*((i + 1 + before, j + 1 + after) for before, after in similar), anchor]
    for before, after in merge_indexes(matches[:-1], len(old), len(new)):
        yield None if before is None else old[before], None if after is None else new[after]


def _candidates(old: Sequence[StoryBlock], new: Sequence[StoryBlock]) -> Iterator[tuple[int, int, float]]:
    """Old and new index with likeness; the new ones backward, so that no chain takes two forms of one block."""
    for i, block in enumerate(old):
        middle = i * len(new) // len(old)
        for j in range(min(middle + WINDOW, len(new) - 1), max(middle - WINDOW, 0) - 1, -1):
            if block.kind == new[j].kind and (weight := common_share(block.words, new[j].words)) >= SIMILAR:
                yield i, j, weight


def common_share(old: frozenset[tuple[str, int]], new: frozenset[tuple[str, int]]) -> float:
    """The share of words that both have (Dice's coefficient); two without any are alike."""
    return 2 * len(old & new) / (len(old) + len(new)) if old or new else 1.0


def _match(old: StoryBlock | None, new: StoryBlock | None) -> BlockMatch:
    if old is None or new is None or old.is_field:
        return BlockMatch(old, new)
    if is_same(old.element, new.element):
        return BlockMatch(old, new, same=True)
    if old.element.tag not in CONTAINERS:
        return BlockMatch(old, new)
    before, after = blocks(old.element), blocks(new.element)
    if old.element.tag == ROW:
        # Rows are paired only where they have the same cells.
        return BlockMatch(old, new, tuple(map(_match, before, after)))
    return BlockMatch(old, new, plan(before, after))


def is_same(old: etree._Element, new: etree._Element) -> bool:
    """To the byte."""
    return etree.tostring(old, with_tail=False) == etree.tostring(new, with_tail=False)


def same_elements(pairs: Iterable[BlockMatch]) -> Iterator[etree._Element]:
    """Those of the old document that are the same in the new one."""
    for pair in pairs:
        if pair.same and pair.old is not None:
            yield pair.old.element
        else:
            yield from same_elements(pair.planned)


def kept_paragraphs(pairs: Iterable[BlockMatch]) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Every paragraph that has a new form, with that form, those of tables included, and what stands between them."""
    for pair in pairs:
        if pair.planned:
            yield from kept_paragraphs(pair.planned)
        elif pair.old is not None and pair.new is not None:
            old, new = pair.old.element, pair.new.element
            if pair.same and old.tag in CONTAINERS:
                yield from zip(old.iter(P, START), new.iter(P, START), strict=True)
            else:
                yield old, new
