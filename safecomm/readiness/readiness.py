"""How ready the content is for a certifier: what is there and what is missing, as one tree of plain facts.

The JSON of `safecomm status` has these names as its keys; titles are in one language, and nothing is weighed or scored.
"""

from collections.abc import Mapping
from typing import NamedTuple

from safecomm.content.content import Language
from safecomm.content.vocabulary import OrganisationKind, Sex
from safecomm.diagnostic import Diagnostic
from safecomm.documents.views import AgeColumn

Gaps = tuple[Diagnostic, ...]


class Answer(NamedTuple):
    """A record, `measures/hearings`, with its title; who is responsible is added where that is asked."""

    record: str
    title: str


class Aspect(NamedTuple):
    """One thing that is asked under every criterion; `of` is how many could answer, where that is known."""

    name: str
    answers: tuple[Answer, ...]
    of: int | None
    gaps: Gaps


class CriterionStatus(NamedTuple):
    """`wording` is the official one, `area` the city's title."""

    id: str
    number: int
    wording: str
    area: str
    aspects: tuple[Aspect, ...]


class WorkCell(NamedTuple):
    """The titles of the work for an age group in an environment; `sexes` counts what is for one sex in particular."""

    age: AgeColumn
    work: tuple[str, ...]
    sexes: Mapping[Sex, int]


class Row(NamedTuple):
    """`environment` is None for work of no one environment."""

    environment: str | None
    cells: tuple[WorkCell, ...]


class Hole(NamedTuple):
    """No work is for the age group in the environment, and none for all ages."""

    environment: str
    age: AgeColumn


class CoverageStatus(NamedTuple):
    """Of the work for people, how much names ages, has those of its target group, or has none."""

    rows: tuple[Row, ...]
    holes: tuple[Hole, ...]
    sexes: Mapping[Sex, int]
    written: int
    derived: int
    unnamed: int


class KindStatus(NamedTuple):
    """The names of a kind's organisations in the council, and of those in measures (as responsible or partner)."""

    kind: OrganisationKind
    council: tuple[str, ...]
    measures: tuple[str, ...]


class PartnershipStatus(NamedTuple):
    """`city_members` are those whom the city itself has in the council, in its own words."""

    city_members: str
    kinds: tuple[KindStatus, ...]
    gaps: Gaps


class EvidenceStatus(NamedTuple):
    """`dated` have a period or an interval; `old` ended before the programme began and do not come again."""

    number: int
    dated: int
    old: int
    gaps: Gaps


class ReportingStatus(NamedTuple):
    """Of the `latest` year of which anything is reported: of how many it is known how they stand, and the last day.

    Both are None where nobody has ever reported, or said when.
    """

    latest: str | None
    date: str | None
    known: int
    of: int


class SummaryField(NamedTuple):
    """A line of the summary form; `answer` is None while it is empty."""

    name: str
    answer: str | None


class SummaryStatus(NamedTuple):
    fields: tuple[SummaryField, ...]
    gaps: Gaps


class Readiness(NamedTuple):
    """`gaps` concern the application as a whole; each of the others stands where it belongs, once.

    `criteria_title` is what people call the set, `criterion_label` what the set calls one of its criteria.
    """

    language: Language
    community: str
    programme: str
    period: str
    criteria_set: str
    criteria_title: str
    criterion_label: str
    criteria: tuple[CriterionStatus, ...]
    coverage: CoverageStatus
    partnership: PartnershipStatus
    evidence: EvidenceStatus
    reporting: ReportingStatus
    summary: SummaryStatus
    gaps: Gaps
