"""Where in the draft stands what a reviewer added: beside which text, or at which call of a note."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from safecomm.review.draft import DraftParagraph
from safecomm.review.review_finding import Kind
from safecomm.review.reviewed_paragraph import ReviewedParagraph

Homes = Mapping[ReviewedParagraph, DraftParagraph]
"""Which text of the draft each paragraph is; what is new has none."""


class Neighbour(NamedTuple):
    """The text of the draft beside which something new stands, and how."""

    block: DraftParagraph | None
    kind: Kind = "added"


def find_neighbours(paragraphs: Iterable[ReviewedParagraph], homes: Homes) -> Mapping[ReviewedParagraph, Neighbour]:
    """The text behind which each paragraph stands, or before which; a new note stands where it is called."""
    paragraphs = list(paragraphs)
    found: dict[ReviewedParagraph, Neighbour] = {}
    last: dict[str, DraftParagraph] = {}
    for paragraph in paragraphs:
        if paragraph.caller:
            caller = paragraph.caller
            found[paragraph] = Neighbour(homes.get(caller) or found.get(caller, Neighbour(None)).block, "note")
        elif paragraph.part in last:
            found[paragraph] = Neighbour(last[paragraph.part])
        if paragraph in homes:
            last[paragraph.part] = homes[paragraph]
    following: dict[str, DraftParagraph] = {}
    for paragraph in reversed(paragraphs):
        if paragraph in homes:
            following[paragraph.part] = homes[paragraph]
        elif (after := following.get(paragraph.part)) and is_nearer(paragraph, found.get(paragraph), after):
            found[paragraph] = Neighbour(after, "before")
    return found


def is_nearer(paragraph: ReviewedParagraph, previous: Neighbour | None, after: DraftParagraph) -> bool:
    """Whether what stands behind the paragraph is of its record, and what stands before it is not."""
    if previous is None or previous.block is None:
        return previous is None
    return previous.kind == "added" and after.record == paragraph.record != previous.block.record
