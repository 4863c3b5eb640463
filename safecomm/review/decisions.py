"""What the editor has decided on what reviewers wrote."""

from enum import StrEnum
from typing import NamedTuple

from safecomm.markdown.typography import typeset
from safecomm.review.review_finding import Edit, ReviewFinding


class ReviewChoice(StrEnum):
    """`DONE` is what was done by hand, and a comment that is settled; what is `NOTED` stays open for the reviewer."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    DONE = "done"
    REFUSED = "refused"
    NOTED = "noted"


class ReviewDecision(NamedTuple):
    """`wording` is what is written instead, where it is edited; `answer` goes back to the reviewer."""

    choice: ReviewChoice
    wording: str = ""
    answer: str = ""

    @property
    def is_adopted(self) -> bool:
        """Whether what the reviewer wanted is to be so, in the reviewer's words where they are words."""
        return self.choice in (ReviewChoice.ACCEPTED, ReviewChoice.DONE)


class DecidedFinding(NamedTuple):
    finding: ReviewFinding
    decision: ReviewDecision


def edited_wording(decision: ReviewDecision, edit: Edit) -> str:
    """As the document will show it."""
    return typeset(decision.wording.replace("\r\n", "\n").strip(), edit.mark.language)
