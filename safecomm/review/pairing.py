"""Which paragraph of a returned file is which of the draft: by their marks, and where there are none by their texts."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from safecomm.diffing import heaviest_chain, opcodes_around_unique
from safecomm.markdown.typography import typeset
from safecomm.review.draft import ComparedDraft, DraftParagraph
from safecomm.review.reviewed_paragraph import ReviewedParagraph, text_after, text_before
from safecomm.review.word_changes import likeness, lost_end, share

Group = list[ReviewedParagraph]
"""The paragraphs that were one before."""
ALIKE = 0.5
"""The share of words that a paragraph and what was made of it have in common at least."""


class ParagraphMatch(NamedTuple):
    """A paragraph of the draft and what became of it; None for what has no counterpart."""

    block: DraftParagraph | None
    group: Group | None
    moved: bool = False


def match_paragraphs(draft: ComparedDraft, groups: Sequence[Group]) -> list[ParagraphMatch]:
    """Every paragraph of both, in the order of the draft, a paragraph that was split with all its parts."""
    matches = list(match_by_marks(draft, groups))
    new = {match.group[0] for match in matches if match.group and match.block is None}
    following = {group[-1]: rest for group, rest in pairwise(groups) if rest[0] in new}
    whole = [match._replace(group=rejoin(match.block, match.group, following)) for match in matches]
    parts = {part for match in whole if match.block for part in match.group or ()}
    return [match for match in whole if match.block or not parts.intersection(match.group or ())]


def rejoin(
    block: DraftParagraph | None, group: Group | None, following: Mapping[ReviewedParagraph, Group]
) -> Group | None:
    """The group with the new paragraphs behind it that hold what the text lost at its end.

    Word leaves the mark in the first part of a paragraph that is split without being tracked.
    """
    while block and group and (rest := following.get(group[-1])) and continues(block.text, group, rest):
        group = [*group, *rest]
    return group


def continues(text: str, group: Group, rest: Group) -> bool:
    lost = lost_end(text, " ".join(paragraph.after().strip() for paragraph in group))
    new = " ".join(paragraph.after() for paragraph in rest)
    return max(share(lost, new), share(new, lost)) >= ALIKE


def match_by_marks(draft: ComparedDraft, groups: Sequence[Group]) -> Iterator[ParagraphMatch]:
    """Those with a mark, moved or not; between those that were not moved the others by their texts."""
    blocks = draft.blocks
    marked = {block.key: index for index, block in enumerate(blocks) if block.mark}
    places = {marked[name]: index for index, group in enumerate(groups) if (name := first_name(group, marked))}
    taken = set(places.values())
    at = first = 0
    steady = heaviest_chain((here, there, 1) for here, there in sorted(places.items()))
    for here, there in (*steady, (len(blocks), len(groups))):
        unmarked = [blocks[index] for index in range(at, here) if index not in places]
        yield from match_by_texts(unmarked, [groups[index] for index in range(first, there) if index not in taken])
        for index in range(at, here):
            if index in places:
                yield ParagraphMatch(blocks[index], groups[places[index]], moved=True)
        if here < len(blocks):
            yield ParagraphMatch(blocks[here], groups[there])
        at, first = here + 1, there + 1


def first_name(group: Group, marked: Mapping[str, int]) -> str:
    """The one mark of a paragraph; of two, which a reviewer may have joined, the first."""
    return next((name for paragraph in group for name in paragraph.names if name in marked), "")


def match_by_texts(blocks: Sequence[DraftParagraph], groups: Sequence[Group]) -> Iterator[ParagraphMatch]:
    keys = [f"{group[0].record} {text_before(group)}" for group in groups]
    for kind, start, end, first, last in opcodes_around_unique([block.key for block in blocks], keys):
        if kind == "equal" or stand_for(blocks[start:end], groups[first:last]):
            yield from map(ParagraphMatch, blocks[start:end], groups[first:last])
        else:
            yield from (ParagraphMatch(block, None) for block in blocks[start:end])
            yield from (ParagraphMatch(None, group) for group in groups[first:last])


def stand_for(blocks: Sequence[DraftParagraph], groups: Sequence[Group]) -> bool:
    """As many paragraphs as before, each like the one in its place, are those; else nothing says which is which."""
    return len(blocks) == len(groups) and all(map(is_alike, blocks, groups))


def is_alike(block: DraftParagraph, group: Group) -> bool:
    if block.mark is None:
        return True
    language = block.mark.language
    texts = (text_before(group), text_after(group))
    return any(likeness(block.text, typeset(text, language)) >= ALIKE for text in texts)


def indexes_in_place(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Of keys that have changed, those that stand in the same place among their neighbours, as many as before."""
    for kind, start, end, first, last in opcodes_around_unique(old, new):
        if kind == "replace" and end - start == last - first:
            yield from zip(range(start, end), range(first, last), strict=True)


def find_successors(draft: ComparedDraft, now: ComparedDraft) -> Mapping[str, DraftParagraph]:
    """What each text of the draft has become: the same, or what stands in its place among its neighbours."""
    successors = {block.key: block for block in now.blocks if block.mark and block.key in draft.marks}
    before, after = ([block for block in part.blocks if block.mark] for part in (draft, now))
    for here, there in indexes_in_place([block.key for block in before], [block.key for block in after]):
        old, new = before[here], after[there]
        if old.mark and new.mark and old.mark.place == new.mark.place:
            successors[old.key] = new
    return successors
