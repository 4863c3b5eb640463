"""The end of a container: the mark of its last paragraph always stays, for Word can neither insert nor delete it."""

from collections.abc import Sequence

from safecomm.ooxml.wordml import P
from safecomm.redline.compared_blocks import StoryBlock
from safecomm.redline.plan import BlockMatch, OldNew


def split_field(pair: BlockMatch) -> list[BlockMatch]:
    """The paragraphs of a long field each by itself, where only one document has it."""
    if pair.change is None or not pair.block.is_field:
        return [pair]
    paragraphs = [StoryBlock((element,), str(element.tag)) for element in pair.block.elements]
    return [BlockMatch(None, block) if pair.old is None else BlockMatch(block, None) for block in paragraphs]


def keep_last(pairs: Sequence[BlockMatch]) -> list[BlockMatch]:
    """Where both documents end in a paragraph of their own, the one becomes the other."""
    start = 1 + _last_kept(pairs)
    head, tail = pairs[:start], pairs[start:]
    old, new = [pair.old for pair in tail if pair.old], [pair.new for pair in tail if pair.new]
    if not old or not new or {old[-1].element.tag, new[-1].element.tag} != {P}:
        return [*pairs]
    deleted, inserted = (BlockMatch(block, None) for block in old[:-1]), (BlockMatch(None, block) for block in new[:-1])
    return [*head, *deleted, *inserted, BlockMatch(old[-1], new[-1])]


def _last_kept(pairs: Sequence[BlockMatch]) -> int:
    """The index of the last block that both documents have, -1 where there is none."""
    return max((index for index, pair in enumerate(pairs) if pair.change is None), default=-1)


def end_marks(pairs: Sequence[BlockMatch]) -> list[OldNew]:
    """The mark at the end of each block: its own, or that of another where all at the end is new, or all gone.

    What is written behind the last paragraph follows an inserted mark; the mark that was the last one stays the last.
    """
    marks, kept = [pair.sides for pair in pairs], _last_kept(pairs)
    if 0 <= kept < len(pairs) - 1:
        before, last = marks[kept], marks[-1]
        inserted = last.old is None
        marks[kept] = OldNew(None, before.new) if inserted else OldNew(before.old, None)
        marks[-1] = OldNew(before.old, last.new) if inserted else OldNew(last.old, before.new)
    return marks
