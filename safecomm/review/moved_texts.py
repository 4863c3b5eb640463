"""Texts that stand elsewhere in a returned file, and say something else there."""

from collections.abc import Iterator, Sequence

from safecomm.review.draft import DraftParagraph
from safecomm.review.pairing import ALIKE, MOST_COMPARED, Group, ParagraphMatch
from safecomm.review.reviewed_paragraph import text_after, text_before
from safecomm.review.word_changes import share

FEWEST = 4
"""Words of a text at least: shorter ones are alike by chance."""


def join_moved(matches: Sequence[ParagraphMatch]) -> list[ParagraphMatch]:
    """Takes a text that is gone and a new paragraph of the same part for one, where they have most words in common."""
    joined = {gone: new for new, gone in new_forms(matches).items()}
    taken = set(joined.values())
    return [
        match._replace(group=matches[joined[index]].group, moved=True) if index in joined else match
        for index, match in enumerate(matches)
        if index not in taken
    ]


def new_forms(matches: Sequence[ParagraphMatch]) -> dict[int, int]:
    """Of each new paragraph that is one, the text that is gone; the most alike first."""
    found: dict[int, int] = {}
    for _, gone, new in sorted(candidates(matches), reverse=True):
        if new not in found and gone not in found.values():
            found[new] = gone
    return found


def candidates(matches: Sequence[ParagraphMatch]) -> Iterator[tuple[float, int, int]]:
    """How alike they are; of very many nothing says which is which."""
    gone = [(index, match.block) for index, match in enumerate(matches) if match.group is None and match.block]
    texts = [(index, block) for index, block in gone if block.mark and len(block.text.split()) >= FEWEST]
    new = [(index, match.group) for index, match in enumerate(matches) if match.block is None and match.group]
    if sum(len(block.text) for _, block in texts) * sum(len(text_before(group)) for _, group in new) > MOST_COMPARED:
        return
    for here, block in texts:
        for there, group in new:
            if block.part == group[0].part and (weight := words_in_common(block, group)) >= ALIKE:
                yield weight, here, there


def words_in_common(block: DraftParagraph, group: Group) -> float:
    """The share of both, as the text was sent or stands now."""
    texts = dict.fromkeys((text_before(group), text_after(group)))
    return max(min(share(block.text, text), share(text, block.text)) for text in texts)
