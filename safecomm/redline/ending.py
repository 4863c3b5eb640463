"""The end of a container: the mark of its last paragraph always stays, for Word can neither insert nor delete it."""

from collections.abc import Sequence

from safecomm.ooxml.wordml import P
from safecomm.redline.compared_blocks import StoryBlock
from safecomm.redline.plan import BlockMatch, OldNew


def singles(pair: BlockMatch) -> list[BlockMatch]:
    """The paragraphs of a long field each by itself, where only one document has it."""
    if pair.change is None or not pair.block.is_field:
        return [pair]
    found = [StoryBlock((each,), str(each.tag)) for each in pair.block.elements]
    return [BlockMatch(None, each) if pair.old is None else BlockMatch(each, None) for each in found]


def with_last_kept(pairs: Sequence[BlockMatch]) -> list[BlockMatch]:
    """Where both documents end in a paragraph of their own, the one becomes the other."""
    start = len(pairs) - next((index for index, each in enumerate(reversed(pairs)) if each.change is None), len(pairs))
    head, tail = pairs[:start], pairs[start:]
    old, new = [each.old for each in tail if each.old], [each.new for each in tail if each.new]
    if not old or not new or {old[-1].element.tag, new[-1].element.tag} != {P}:
        return [*pairs]
    left, right = [BlockMatch(each, None) for each in old[:-1]], [BlockMatch(None, each) for each in new[:-1]]
    return [*head, *left, *right, BlockMatch(old[-1], new[-1])]


def marks(pairs: Sequence[BlockMatch]) -> list[OldNew]:
    """The mark at the end of each block: its own, or that of another where all at the end is new, or all gone.

    What is written behind the last paragraph follows an inserted mark; the mark that was the last one stays the last.
    """
    found = [each.sides for each in pairs]
    if pairs[-1].change is None:
        return found
    kept = max((index for index, each in enumerate(pairs) if each.change is None), default=None)
    if kept is not None:
        before, last = found[kept], found[-1]
        inserted = last.old is None
        found[kept] = OldNew(None, before.new) if inserted else OldNew(before.old, None)
        found[-1] = OldNew(before.old, last.new) if inserted else OldNew(last.old, before.new)
    return found
