"""What a template may show of the chapters on the criteria and of those behind them; as with all views."""

from enum import StrEnum
from typing import NamedTuple

from safecomm.content.vocabulary import NetworkKind, OrganisationKind, Status, TargetGroup
from safecomm.documents.figure_views import IndicatorView, StatisticsView
from safecomm.documents.work_views import ActivityView, EvidenceView, LatestReport, Parties, ProjectView
from safecomm.markdown.blocks import Prose, Title


class FullMeasure(NamedTuple):
    """A measure with all that is known of it; `period` is its own, not that of the programme."""

    title: Title
    number: int
    responsible: str | None
    partners: Parties
    status: Status
    period: str | None
    deadline: str | None
    cost: str | None
    expected_result: str | None
    objectives: tuple[str, ...]
    indicator: IndicatorView | None
    text: Prose
    latest: LatestReport | None


class MeasureGroup(NamedTuple):
    """Measures under one heading; `title` is None for those without a theme."""

    title: str | None
    measures: tuple[FullMeasure, ...]


class Activities(NamedTuple):
    """Those of one or two sentences, which share a table, and those that have a heading each."""

    brief: tuple[ActivityView, ...]
    long: tuple[ActivityView, ...]


class Projects(NamedTuple):
    """Those of one paragraph, which share a table, and the others."""

    brief: tuple[ProjectView, ...]
    long: tuple[ProjectView, ...]


class GroupActivities(NamedTuple):
    target_group: TargetGroup
    activities: Activities


class GroupProjects(NamedTuple):
    target_group: TargetGroup
    projects: Projects


class CriterionSection(NamedTuple):
    """A part of a criterion under the community's own heading, with all that is done in it."""

    title: Title
    introduction: Prose | None
    activities: Activities
    measures: tuple[FullMeasure, ...]
    projects: Projects


class NetworkView(NamedTuple):
    name: Title
    kind: NetworkKind
    period: str | None
    place: str | None
    note: str | None


class UnofficialWording(StrEnum):
    """What stands where no official wording of the criteria in the document's language is known."""

    ENGLISH = "english"
    TRANSLATED = "translated"


class Chapter(NamedTuple):
    """One criterion: the official wording, the city's own title, and all that is done; `text` is the application's own.

    `ongoing`, `planned` and `projects` are what stands in no section. `risk_groups` says that it is the criterion on
    those, `reports` are the latest on all measures and projects where it is that on evaluation.
    """

    number: int
    wording: str
    risk_groups: bool
    title: Title
    introduction: Prose | None
    text: Prose | None
    figures: tuple[StatisticsView, ...]
    sections: tuple[CriterionSection, ...]
    ongoing: tuple[GroupActivities, ...]
    ambition: Prose | None
    planned: tuple[MeasureGroup, ...]
    projects: tuple[GroupProjects, ...]
    networks: tuple[NetworkView, ...]
    reports: tuple[LatestReport, ...]
    evidence: tuple[EvidenceView, ...]


class OpenGaps(NamedTuple):
    """What is still missing in one chapter, as sentences; `number` is None for the application as a whole."""

    number: int | None
    sentences: tuple[str, ...]


class Limitation(NamedTuple):
    """What is missing and stays so for now, and why."""

    sentence: str
    reason: str


class MeasureRegister(NamedTuple):
    """All measures by criterion; `partnered` says that at least one has partners."""

    measures: tuple[FullMeasure, ...]
    partnered: bool


class MatrixRow(NamedTuple):
    """`leads` is the number of measures that it answers for, `works` those that it takes part in by criterion."""

    name: Title
    leads: int
    works: tuple[int, ...]


class DepartmentMatrix(NamedTuple):
    """The community's own bodies by criterion; `criteria` are the numbers of those in which any takes part."""

    criteria: tuple[int, ...]
    rows: tuple[MatrixRow, ...]


class PartnerView(NamedTuple):
    """Titles: measures it answers for, measures it is a partner in, activities and projects it takes part in."""

    name: Title
    kind: OrganisationKind
    council: bool
    responsible: tuple[str, ...]
    partner_in: tuple[str, ...]
    takes_part_in: tuple[str, ...]


class AppendixKind(StrEnum):
    """The appendices that there can be, in their order."""

    QUESTIONS = "questions"
    PARTNERS = "partners"
    MEASURES = "measures"
    EVIDENCE = "evidence"
    REFERENCES = "references"
    GLOSSARY = "glossary"
    ATTACHMENTS = "attachments"
