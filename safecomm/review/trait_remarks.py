"""What a reviewer changed beside the words: in a paragraph, or in the document as a whole."""

from collections.abc import Iterator, Mapping

from safecomm.review.draft import DraftParagraph
from safecomm.review.pairing import Group
from safecomm.review.review_finding import Remark
from safecomm.review.reviewed_paragraph import ReviewedParagraph, Who, together
from safecomm.review.run_text import NO_TEXT
from safecomm.review.traits import Trait, Traits
from safecomm.review.word_changes import compose
from safecomm.review.wording import without_objects

IN_WORDS = ("field", "object")
TOLD = ("style", "list", "table", "properties")
"""Those of which an editor understands what they were and are."""


def different_traits(block: DraftParagraph, paragraph: ReviewedParagraph) -> list[Trait]:
    """Without those that the words tell, where what came or went has its mark, or that come with another style."""
    text = "".join(map(without_objects, paragraph.pieces_after()))
    told = IN_WORDS if NO_TEXT.findall(block.text) != NO_TEXT.findall(text) else ()
    kinds = dict.fromkeys((*block.traits, *paragraph.traits))
    different = [kind for kind in kinds if kind not in told and block.traits.get(kind) != paragraph.traits.get(kind)]
    return [kind for kind in different if kind != "kept" or "style" not in different]


def remarks_on_traits(block: DraftParagraph, paragraph: ReviewedParagraph, group: Group) -> Iterator[Remark]:
    """What was changed beside the words; `group` are all paragraphs that the text has become."""
    for kind in different_traits(block, paragraph):
        change = told_change(block.traits.get(kind, ""), paragraph.traits.get(kind, "")) if kind in TOLD else ""
        yield Remark(kind, block, block.text, change, *formatted_by(group))


def remarks_on_document(old: Traits, new: Traits) -> Iterator[Remark]:
    for kind in dict.fromkeys((*old, *new)):
        before, after = old.get(kind, ""), new.get(kind, "")
        if compose(before) != compose(after):
            yield Remark(kind, None, "", told_change(before, after) if kind in TOLD else "", silent=True)


def remarks_on_styles(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Remark]:
    """Programs bring styles of their own and leave out what no paragraph has."""
    changed = [name for name in old.keys() & new.keys() if old[name] != new[name]]
    if changed:
        yield Remark("styles", None, "", ", ".join(sorted(changed)), silent=True)


def told_change(before: str, after: str) -> str:
    return f"{before or '–'} → {after or '–'}"


def formatted_by(group: Group) -> tuple[Who, bool]:
    """Who changed how the paragraphs look, and whether Word did not track that."""
    who = [who for paragraph in group for who in paragraph.formatted]
    return together(who), not who
