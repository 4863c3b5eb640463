"""What was decided on what a reviewer wrote, and what is told about it."""

from typing import Literal, NamedTuple

from safecomm.review.review_finding import ReviewFinding

Outcome = Literal["accepted", "edited", "refused", "noted"]


class Decision(NamedTuple):
    """`wording` is what an edited text says now, `answer` is for the reviewer. What is only noted is not settled."""

    finding: ReviewFinding
    outcome: Outcome
    wording: str = ""
    answer: str = ""

    @property
    def is_settled(self) -> bool:
        return self.outcome != "noted"
