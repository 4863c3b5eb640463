"""What the id of a follow-up says, `2009/measures.hearings`: of which year it is, and of what."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import NamedTuple

from safecomm.content.records import Followup, Programme
from safecomm.content.vocabulary import FollowupStatus
from safecomm.markdown.blocks import IDENTIFIER
from safecomm.record_kinds import FOLLOWED

FOLLOWED_NAME = re.compile(rf"(?:{'|'.join(FOLLOWED)})\.(?:{IDENTIFIER.pattern})")
"""What the file of a follow-up is called, without its ending."""


class Followed(NamedTuple):
    """The measure or project that a follow-up tells of, and the year."""

    year: int
    kind: str
    id: str

    @property
    def followup(self) -> str:
        """The id of the follow-up."""
        return f"{self.year}/{self.kind}.{self.id}"


def followed(followup: str) -> Followed:
    year, _, name = followup.partition("/")
    kind, _, id_ = name.partition(".")
    return Followed(int(year), kind, id_)


OVER = {FollowupStatus.DONE, FollowupStatus.STOPPED}
"""After which nobody needs to report any more."""

ReportsByYear = Mapping[int, Followup]


class State(NamedTuple):
    """How a measure or project stood; without `status` nobody has reported. `since` is the earlier year of it."""

    status: FollowupStatus | None
    since: int | None = None


def state_in(reported: ReportsByYear, year: int) -> State:
    """What was reported of the year, else that it was over before."""
    if report := reported.get(year):
        return State(report.status)
    earlier = [State(report.status, then) for then, report in reported.items() if then < year]
    return earlier[-1] if earlier and earlier[-1].status in OVER else State(None)


def years_to_follow(programme: Programme, followups: Iterable[str]) -> set[int]:
    """Those of the programme, and others of which there is anything."""
    return {*range(programme.period.start, programme.period.end + 1), *(followed(id_).year for id_ in followups)}


def latest_year(programme: Programme, reported: Iterable[ReportsByYear]) -> int:
    """The last of which anything is reported, else the programme's first."""
    return max((year for of_work in reported for year in of_work), default=programme.period.start)


def reports(followups: Mapping[str, Followup]) -> Mapping[tuple[str, str], ReportsByYear]:
    """By kind and id of a measure or project what was reported of it, in the order of the years."""
    found: dict[tuple[str, str], dict[int, Followup]] = defaultdict(dict)
    for one, report in sorted(
        ((followed(id_), report) for id_, report in followups.items() if report.status), key=itemgetter(0)
    ):
        found[one.kind, one.id][one.year] = report
    return found
