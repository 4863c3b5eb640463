"""What a template may show: frozen views in one language, resolved and formatted; templates reach nothing else.

Values of a vocabulary stay values (`Age.YOUTH`): the phrases of each language hold their labels.
A Title is a text that knows where the record stands, so that references lead there.
A tuple that is empty and a value that is None are things that the content does not say.
Named tuples, because thirty data classes take longer to define than a document to render.
"""

from enum import StrEnum
from typing import NamedTuple

from safecomm.content.vocabulary import (
    ProgrammeStatus,
    Status,
    TargetGroup,
)
from safecomm.documents.chapter_views import (
    AppendixKind,
    Chapter,
    DepartmentMatrix,
    Limitation,
    MeasureRegister,
    OpenGaps,
    PartnerView,
    UnofficialWording,
)
from safecomm.documents.followup_views import (
    FollowedArea,
    FollowedProgramme,
    NetworkFacts,
    ObjectiveProgress,
    StateCounts,
    UnreportedWork,
    YearCounts,
)
from safecomm.documents.front_views import (
    AimsView,
    ApplicationFacts,
    AttachmentView,
    CommunityView,
    DecidedWording,
    GlossaryView,
    HistoryView,
    OrganisationView,
    QuestionView,
    ReferenceView,
    RenewalView,
)
from safecomm.documents.work_views import ActivityView, EvidenceView, Parties, ProjectView
from safecomm.markdown.blocks import Prose, Title


class MeasureView(NamedTuple):
    """`number` is the criterion's; `responsible` is None while nobody is named."""

    title: Title
    number: int
    responsible: str | None
    partners: Parties
    status: Status
    period: str
    text: Prose


class Theme(NamedTuple):
    """Measures under one heading; `title` is None for those without a theme, `target_group` where none is named."""

    title: str | None
    measures: tuple[MeasureView, ...]
    target_group: TargetGroup | None = None


class OngoingWork(NamedTuple):
    """The activities and the projects for one target group."""

    target_group: TargetGroup
    activities: tuple[ActivityView, ...]
    projects: tuple[ProjectView, ...]


class Area(NamedTuple):
    """One criterion in the programme's words; `list_title` is its title in the list of priorities.

    `risk_groups` says that it is the criterion on those.
    """

    number: int
    risk_groups: bool
    title: Title
    list_title: str
    introduction: Prose | None
    ongoing: tuple[OngoingWork, ...]
    ambition: Prose | None
    themes: tuple[Theme, ...]


class CouncilView(NamedTuple):
    """`members` are the organisations from outside the city."""

    name: str
    short_name: str
    city_members: str
    members: tuple[str, ...]
    tasks: Prose
    participation: Prose | None


class GroupWork(NamedTuple):
    """All that an area does for one target group: `ongoing`, which may be empty, and the measures that follow it."""

    ongoing: OngoingWork
    themes: tuple[Theme, ...]


class ProgrammeArea(NamedTuple):
    """An area in the order of the programme; `themes` are the measures for no target group in particular."""

    area: Area
    groups: tuple[GroupWork, ...]
    themes: tuple[Theme, ...]


class AppendixView(NamedTuple):
    name: str
    title: str
    present: bool


class ProgrammeFacts(NamedTuple):
    """The front facts of the governing document; `date` is formatted for the language.

    `decided` is the document whose wording holds, where this one may say it otherwise.
    """

    title: str
    period: str
    status: ProgrammeStatus
    decided: DecidedWording | None
    registry_number: str
    date: str
    adopted_by: str
    unit: str
    officer: str
    officer_title: str | None
    appendices: tuple[AppendixView, ...]


class ProgrammeView(NamedTuple):
    """The programme document."""

    community: str
    facts: ProgrammeFacts
    motto: Prose | None
    introduction: Prose
    direction: Prose
    purposes: Prose
    priorities: Prose
    council: CouncilView
    areas: tuple[ProgrammeArea, ...]


class FollowupView(NamedTuple):
    """The follow-up of a year; for the council, or with `network` the yearly report to the network.

    `years` count each year until this one.
    """

    community: str
    programme: FollowedProgramme
    year: str
    council: str
    counts: StateCounts
    years: tuple[YearCounts, ...]
    areas: tuple[FollowedArea, ...]
    objectives: tuple[ObjectiveProgress, ...]
    unreported: tuple[UnreportedWork, ...]
    network: NetworkFacts | None


class ContactView(NamedTuple):
    name: str
    institution: str | None
    address: str | None
    postcode: str | None
    city: str | None
    country: str | None
    phone: str | None
    email: str | None


class AgeColumn(StrEnum):
    """Whom work is for, as the tables of ages show it: its values have the labels of `Age` where they are the same."""

    ALL = "all-ages"
    CHILDREN = "children"
    YOUTH = "youth"
    ADULTS = "adults"
    OLDER = "older"
    UNNAMED = "not-named"


class SummaryEnvironment(NamedTuple):
    """`environment` is a value of the closed list, the label of the project's own, or None for no one environment."""

    environment: str | None
    titles: tuple[str, ...]


class SummaryAge(NamedTuple):
    age: AgeColumn
    environments: tuple[SummaryEnvironment, ...]


class SummaryRiskGroup(NamedTuple):
    """`risk_group` is a value of the closed list, or the label of the project's own."""

    risk_group: str
    titles: tuple[str, ...]


class Summary(NamedTuple):
    """What the summary form of a Safe Community asks beyond the community's and the contact's facts."""

    ages: tuple[SummaryAge, ...]
    risk_groups: tuple[SummaryRiskGroup, ...]
    injury_sources: tuple[str, ...]
    international: tuple[str, ...]


class CoverageCell(NamedTuple):
    """The number of activities, measures and projects."""

    age: AgeColumn
    number: int


class CoverageRow(NamedTuple):
    """`cells` are in the order of `AgeColumn`; `environment` is as in the summary, None in the last row."""

    environment: str | None
    cells: tuple[CoverageCell, ...]


class Coverage(NamedTuple):
    """How many activities, measures and projects name ages, have those of their target group, or have none."""

    rows: tuple[CoverageRow, ...]
    written: int
    derived: int
    unnamed: int


class ApplicationView(NamedTuple):
    """The application for designation as a Safe Community; `started` is the work's first year.

    `summary_text` is the summary in words, `summary` what a form asks.
    """

    application: ApplicationFacts
    community: CommunityView
    programme: ProgrammeFacts
    started: str | None
    contact: ContactView | None
    letter: Prose | None
    summary_text: Prose | None
    summary: Summary
    aims: AimsView
    history: HistoryView
    renewal: RenewalView | None
    council: CouncilView
    organisation: OrganisationView
    followup: Prose | None
    criterion_label: str
    unofficial_wording: UnofficialWording | None
    chapters: tuple[Chapter, ...]
    coverage: Coverage
    strengths: Prose | None
    weaknesses: Prose | None
    opportunities: Prose | None
    threats: Prose | None
    further_work: Prose | None
    final_words: Prose | None
    limitations: tuple[Limitation, ...]
    appendices: tuple[AppendixKind, ...]
    questions: tuple[QuestionView, ...]
    departments: DepartmentMatrix
    partners: tuple[PartnerView, ...]
    council_work: tuple[str, ...]
    measures: MeasureRegister
    evidence: tuple[EvidenceView, ...]
    references: tuple[ReferenceView, ...]
    glossary: GlossaryView | None
    attachments: tuple[AttachmentView, ...]
    open_gaps: tuple[OpenGaps, ...]
