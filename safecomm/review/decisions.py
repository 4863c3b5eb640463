"""What the editor has decided on what reviewers wrote."""

from enum import StrEnum
from typing import NamedTuple

from safecomm.markdown.typography import typeset
from safecomm.review.review_finding import Edit, ReviewFinding


class ReviewChoice(StrEnum):
    """`NOTED` is all that is neither written in nor refused: a comment that is answered, what was done by hand."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    REFUSED = "refused"
    NOTED = "noted"


class ReviewDecision(NamedTuple):
    """`wording` is what is written instead, where it is edited; `answer` goes back to the reviewer."""

    choice: ReviewChoice
    wording: str = ""
    answer: str = ""


class DecidedFinding(NamedTuple):
    finding: ReviewFinding
    decision: ReviewDecision


def edited_wording(decision: ReviewDecision, edit: Edit) -> str:
    """As the document will show it."""
    return typeset(decision.wording.replace("\r\n", "\n").strip(), edit.mark.language)
