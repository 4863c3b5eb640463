"""Which paragraph of a returned file is which of the draft: by their marks, and where there are none by their texts."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from safecomm.diffing import heaviest_chain, merge_indexes, opcodes_around_unique
from safecomm.markdown.typography import typeset
from safecomm.review.draft import ComparedDraft, DraftParagraph
from safecomm.review.reviewed_paragraph import ReviewedParagraph, text_after, text_before
from safecomm.review.word_changes import compose, likeness, lost_end, lost_start, share

Group = list[ReviewedParagraph]
"""The paragraphs that were one before."""
ALIKE = 0.5
"""The share of words that a paragraph and what was made of it have in common at least."""
MOST_COMPARED = 20_000_000
"""Characters of the old texts times those of the new ones of which every pair is compared."""


class ParagraphMatch(NamedTuple):
    """A paragraph of the draft and what became of it; None for what has no counterpart."""

    block: DraftParagraph | None
    group: Group | None
    moved: bool = False


def match_paragraphs(draft: ComparedDraft, groups: Sequence[Group]) -> list[ParagraphMatch]:
    """Every paragraph of both, part by part in the order of the draft, one that was split with all its parts."""
    matches: list[ParagraphMatch] = []
    for part in dict.fromkeys((*(block.part for block in draft.blocks), *(group[0].part for group in groups))):
        blocks = [block for block in draft.blocks if block.part == part]
        matches += match_by_marks(blocks, [group for group in groups if group[0].part == part])
    new = {match.group[0] for match in matches if match.group and match.block is None}
    neighbours = [(one, other) for one, other in pairwise(groups) if one[0].part == other[0].part]
    following = {one[-1]: other for one, other in neighbours if other[0] in new}
    preceding = {other[0]: one for one, other in neighbours if one[0] in new}
    whole = [match._replace(group=rejoin(match.block, match.group, following, preceding)) for match in matches]
    parts = {part for match in whole if match.block for part in match.group or ()}
    return [match for match in whole if match.block or not parts.intersection(match.group or ())]


def rejoin(
    block: DraftParagraph | None,
    group: Group | None,
    following: Mapping[ReviewedParagraph, Group],
    preceding: Mapping[ReviewedParagraph, Group],
) -> Group | None:
    """The group with the new paragraphs beside it that hold what the text lost at its end or its beginning.

    Word leaves the mark in the first part of a paragraph that is split without being tracked, other programs none.
    """
    while block and group and (rest := following.get(group[-1])) and holds_lost(lost_end, block.text, group, rest):
        group = [*group, *rest]
    while block and group and (rest := preceding.get(group[0])) and holds_lost(lost_start, block.text, group, rest):
        group = [*rest, *group]
    return group


def holds_lost(lost_of: Callable[[str, str], str], text: str, group: Group, rest: Group) -> bool:
    lost = lost_of(text, " ".join(paragraph.after().strip() for paragraph in group))
    new = " ".join(paragraph.after() for paragraph in rest)
    return max(share(lost, new), share(new, lost)) >= ALIKE


def match_by_marks(blocks: Sequence[DraftParagraph], groups: Sequence[Group]) -> Iterator[ParagraphMatch]:
    """Those with a mark, moved or not; between those that were not moved the others by their texts."""
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
    """The record above tells two with the same words apart, where the file still says where records are."""
    known = any(group[0].record for group in groups)
    old = [text_key(block.record if known else "", block.text) for block in blocks]
    new = [text_key(group[0].record if known else "", text_before(group)) for group in groups]
    for kind, start, end, first, last in opcodes_around_unique(old, new):
        if kind == "equal" or stand_for(blocks[start:end], groups[first:last]):
            yield from map(ParagraphMatch, blocks[start:end], groups[first:last])
        else:
            yield from match_alike(blocks[start:end], groups[first:last])


def text_key(record: str, text: str) -> str:
    return f"{record} {compose(text)}"


def stand_for(blocks: Sequence[DraftParagraph], groups: Sequence[Group]) -> bool:
    """As many paragraphs as before, each like the one in its place, are those; else nothing says which is which."""
    return len(blocks) == len(groups) and all(map(is_alike, blocks, groups))


def match_alike(blocks: Sequence[DraftParagraph], groups: Sequence[Group]) -> Iterator[ParagraphMatch]:
    """Those that are most alike, in the order of both; in long stretches nothing says which is which."""
    old, new = sum(len(block.text) for block in blocks), sum(len(text_before(group)) for group in groups)
    few = old * new <= MOST_COMPARED
    candidates = (
        (here, there, weight)
        for here, block in enumerate(blocks if few else ())
        for there in reversed(range(len(groups)))
        if (weight := alike(block, groups[there])) >= ALIKE
    )
    for here, there in merge_indexes(heaviest_chain(candidates), len(blocks), len(groups)):
        yield ParagraphMatch(None if here is None else blocks[here], None if there is None else groups[there])


def is_alike(block: DraftParagraph, group: Group) -> bool:
    return block.mark is None or alike(block, group) >= ALIKE


def alike(block: DraftParagraph, group: Group) -> float:
    language = block.mark.language if block.mark else ""
    texts = dict.fromkeys((text_before(group), text_after(group)))
    return max(likeness(block.text, typeset(text, language)) for text in texts)


def indexes_in_place(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Of keys that have changed, those that stand in the same place among their neighbours, as many as before."""
    for kind, start, end, first, last in opcodes_around_unique(old, new):
        if kind == "replace" and end - start == last - first:
            yield from zip(range(start, end), range(first, last), strict=True)


def find_successors(draft: ComparedDraft, now: ComparedDraft) -> Mapping[str, DraftParagraph]:
    """What each text of the draft has become: the same, or what stands in its place among those of its field.

    The fields may stand in another order now.
    """
    successors = {block.key: block for block in now.blocks if block.mark and block.key in draft.marks}
    after = by_field(now)
    for field, before in by_field(draft).items():
        texts = after.get(field, [])
        for here, there in indexes_in_place([block.key for block in before], [block.key for block in texts]):
            successors[before[here].key] = texts[there]
    return successors


def by_field(draft: ComparedDraft) -> Mapping[str, list[DraftParagraph]]:
    fields: dict[str, list[DraftParagraph]] = defaultdict(list)
    for block in draft.blocks:
        if block.mark:
            fields[block.mark.place].append(block)
    return fields
