"""What a template may show of the measure briefs; as with all views."""

from typing import NamedTuple

from safecomm.content.vocabulary import BriefHeading, TargetGroup
from safecomm.documents.chapter_views import FullMeasure
from safecomm.documents.front_views import ObjectiveView
from safecomm.documents.work_views import EvidenceView
from safecomm.markdown.blocks import Prose


class AudienceView(NamedTuple):
    """Whom a measure is for; values of closed lists, or labels of the project's own."""

    target_group: TargetGroup | None
    ages: tuple[str, ...]
    sexes: tuple[str, ...]
    risk_groups: tuple[str, ...]


class BriefView(NamedTuple):
    """One measure as an assignment: what it is, and what its file says of how it is to be done.

    `period` is the measure's own or else the programme's; `lacking` are the headings below which nothing would stand.
    """

    measure: FullMeasure
    area: str
    period: str
    background: Prose | None
    evidence: tuple[EvidenceView, ...]
    purpose: Prose | None
    objectives: tuple[ObjectiveView, ...]
    deliverables: Prose | None
    audience: AudienceView
    activities: Prose | None
    schedule: Prose | None
    resources: Prose | None
    risks: Prose | None
    evaluation: Prose | None
    limits: Prose | None
    lacking: tuple[BriefHeading, ...]


class BriefsFacts(NamedTuple):
    """What the briefs say of the programme that they belong to."""

    title: str
    period: str
    registry_number: str
    adopted_by: str
    unit: str
    officer: str
    officer_title: str | None


class UnknownBriefs(NamedTuple):
    """The appendix with which the programme was adopted, and the programme's date."""

    name: str
    date: str


class BriefsView(NamedTuple):
    """The measure briefs; `appendix` is what the programme calls them.

    `unknown` stands where those are not there with which it was adopted.
    """

    community: str
    facts: BriefsFacts
    appendix: str | None
    unknown: UnknownBriefs | None
    briefs: tuple[BriefView, ...]
