"""Which paragraph of a returned file is which of the draft: by their marks, and where there are none by their texts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from safecomm.diffing import heaviest_chain, opcodes
from safecomm.markdown.typography import typeset
from safecomm.review.draft import ComparedDraft, DraftParagraph
from safecomm.review.reviewed_paragraph import ReviewedParagraph
from safecomm.review.word_changes import likeness, lost_end, share

Group = list[ReviewedParagraph]
ALIKE = 0.5
"""The share of words that a paragraph and what was made of it have in common at least."""


class ParagraphMatch(NamedTuple):
    """A paragraph of the draft and what became of it; None for what has no counterpart."""

    block: DraftParagraph | None
    group: Group | None
    moved: bool = False


def paired(draft: ComparedDraft, kept: Sequence[Group]) -> list[ParagraphMatch]:
    """Every paragraph of both, in the order of the draft, a paragraph that was split with all its parts."""
    matches = list(matched(draft, kept))
    new = {match.group[0] for match in matches if match.group and match.block is None}
    following = {group[-1]: rest for group, rest in pairwise(kept) if rest[0] in new}
    whole = [match._replace(group=rejoined(match.block, match.group, following)) for match in matches]
    parts = {part for match in whole if match.block for part in match.group or ()}
    return [match for match in whole if match.block or not parts.intersection(match.group or ())]


def rejoined(
    block: DraftParagraph | None, group: Group | None, following: Mapping[ReviewedParagraph, Group]
) -> Group | None:
    """The group with the new paragraphs behind it that hold what the text lost at its end.

    Word leaves the mark in the first part of a paragraph that is split without being tracked.
    """
    while block and group and (rest := following.get(group[-1])) and continues(block.text, group, rest):
        group = [*group, *rest]
    return group


def continues(text: str, group: Group, rest: Group) -> bool:
    lost = lost_end(text, " ".join(each.after().strip() for each in group))
    new = " ".join(each.after() for each in rest)
    return max(share(lost, new), share(new, lost)) >= ALIKE


def matched(draft: ComparedDraft, kept: Sequence[Group]) -> Iterator[ParagraphMatch]:
    blocks = draft.blocks
    marked = {block.key: index for index, block in enumerate(blocks) if block.mark}
    places = {marked[name]: index for index, group in enumerate(kept) for name in names_in(group, marked)}
    taken = set(places.values())
    at = found = 0
    # Those that were not moved.
    steady = heaviest_chain((here, there, 1) for here, there in sorted(places.items()))
    for here, there in (*steady, (len(blocks), len(kept))):
        left = [blocks[index] for index in range(at, here) if index not in places]
        yield from between(left, [kept[index] for index in range(found, there) if index not in taken])
        yield from (
            ParagraphMatch(blocks[index], kept[places[index]], True) for index in range(at, here) if index in places
        )
        if here < len(blocks):
            yield ParagraphMatch(blocks[here], kept[there])
        at, found = here + 1, there + 1


def names_in(group: Group, marked: Mapping[str, int]) -> Iterable[str]:
    """The one mark of a paragraph; of two, which a reviewer may have joined, the first."""
    return islice((name for each in group for name in each.names if name in marked), 1)


def between(blocks: Sequence[DraftParagraph], kept: Sequence[Group]) -> Iterator[ParagraphMatch]:
    """Paragraphs that no mark tells apart, by their texts."""
    keys = [f"{group[0].record} {''.join(each.before() for each in group)}" for group in kept]
    for kind, start, end, first, last in opcodes([block.key for block in blocks], keys):
        if kind == "equal":
            yield from map(ParagraphMatch, blocks[start:end], kept[first:last])
        else:
            yield from replaced(blocks[start:end], kept[first:last])


def replaced(blocks: Sequence[DraftParagraph], kept: Sequence[Group]) -> Iterator[ParagraphMatch]:
    """As many paragraphs as before, each like the one in its place, are those; else nothing says which is which."""
    if len(blocks) == len(kept) and all(map(alike, blocks, kept)):
        yield from map(ParagraphMatch, blocks, kept)
        return
    yield from (ParagraphMatch(block, None) for block in blocks)
    yield from (ParagraphMatch(None, group) for group in kept)


def alike(block: DraftParagraph, group: Group) -> bool:
    texts = ("".join(each.before() for each in group), "".join(each.after() for each in group))
    if block.mark is None:
        return True
    return any(likeness(block.text, typeset(text, block.mark.language)) >= ALIKE for text in texts)


def successors(draft: ComparedDraft, now: ComparedDraft) -> Mapping[str, DraftParagraph]:
    """What each text of the draft has become: the same, or what stands in its place among its neighbours."""
    found = {block.key: block for block in now.blocks if block.mark and block.key in draft.marks}
    before, after = ([block for block in each.blocks if block.mark] for each in (draft, now))
    for kind, start, end, first, last in opcodes([each.key for each in before], [each.key for each in after]):
        if kind == "replace" and end - start == last - first:
            pairs = zip(before[start:end], after[first:last], strict=True)
            found |= {old.key: new for old, new in pairs if old.mark and new.mark and old.mark.place == new.mark.place}
    return found
