"""How far a criterion has come, in two numbers."""

from typing import NamedTuple

from safecomm.readiness.readiness import CriterionStatus


class Progress(NamedTuple):
    """Of the things that are asked under a criterion, how many nothing is missing of."""

    number: int
    answered: int
    asked: int


def progress_of(criterion: CriterionStatus) -> Progress:
    """What nobody asks of this criterion, for there is neither an answer nor a gap, does not count."""
    asked = [aspect for aspect in criterion.aspects if aspect.answers or aspect.gaps]
    return Progress(criterion.number, sum(not aspect.gaps for aspect in asked), len(asked))
