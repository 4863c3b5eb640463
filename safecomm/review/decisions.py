"""What the editor has decided on what reviewers wrote."""

from enum import StrEnum
from typing import NamedTuple

from safecomm.review.review_finding import ReviewFinding


class Choice(StrEnum):
    """`NOTED` is all that is neither written in nor refused: a comment that is answered, what was done by hand."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    REFUSED = "refused"
    NOTED = "noted"


class Decision(NamedTuple):
    """`wording` is what is written in place of the reviewer's, when it was edited; `answer` goes back to the reviewer."""

    finding: ReviewFinding
    choice: Choice
    wording: str = ""
    answer: str = ""
