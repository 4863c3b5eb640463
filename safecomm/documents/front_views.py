"""What a template may show of the chapters before those on the criteria; as with all views.

A flag such as `sourced` says that at least one row has something in that column, which a template else leaves out.
"""

from enum import StrEnum
from typing import NamedTuple

from safecomm.content.vocabulary import ApplicationKind, AttachmentKind
from safecomm.documents.figure_views import LevelView, StatisticsView
from safecomm.figures.trend import Direction
from safecomm.markdown.blocks import Prose, Title


class DecidedWording(NamedTuple):
    """Where the wording stands that was decided; `kept` says that it lies among the project's decisions.

    `files` are the names of those that were not made of the content.
    """

    date: str
    number: str
    kept: bool
    files: tuple[str, ...] = ()


class DesignationView(NamedTuple):
    year: str
    certifier: str | None


class ApplicationFacts(NamedTuple):
    """What the title page and the facts in brief say of the application itself."""

    kind: ApplicationKind
    recipients: tuple[str, ...]
    registry_number: str | None
    date: str | None
    supplemented: str | None
    version: str | None
    url: str | None
    certifier: str | None
    support_centre: str | None


class RecommendationView(NamedTuple):
    """What a certifier recommended; `answer` is None while nobody has answered."""

    year: str
    text: str
    answer: str | None


class RenewalView(NamedTuple):
    """Earlier designations, what was recommended then, and what has happened since."""

    designations: tuple[DesignationView, ...]
    network_number: str | None
    recommendations: tuple[RecommendationView, ...]
    since_last_time: Prose | None


class FigureView(NamedTuple):
    """`value` is formatted for the language; `when` is a year or a date."""

    name: str
    value: str
    unit: str | None
    when: str | None
    source: str | None


class FactsView(NamedTuple):
    title: str
    figures: tuple[FigureView, ...]
    dated: bool
    sourced: bool


class GrowthView(NamedTuple):
    """How a number has changed between two years: by how many, and by how many per cent of the first."""

    since: str
    until: str
    direction: Direction
    number: str
    per_cent: str


class DensityView(NamedTuple):
    """Inhabitants on each unit of an area, which is named as the community names it."""

    value: str
    unit: str
    area: str


class CommunityView(NamedTuple):
    """`inhabitants` is the latest figure, `population` all years; `area`, for older templates, has all facts.

    `picture` is for the title page: the arms or a view.
    """

    name: str
    country: str
    county: str | None
    code: str | None
    website: str | None
    picture: Prose | None
    inhabitants: FigureView | None
    population: StatisticsView | None
    growth: GrowthView | None
    density: DensityView | None
    facts: tuple[FactsView, ...]
    area: tuple[FigureView, ...]
    overview: Prose | None


class IssueView(NamedTuple):
    """One of the programme's issues, and how many activities, measures and projects name it."""

    name: str
    work: int


class ObjectiveView(NamedTuple):
    """`now` is the latest figure of its statistics; `start` their first one, unless another was decided."""

    text: Title
    indicator: str | None
    start: LevelView | None
    target: LevelView | None
    now: LevelView | None
    decided_by: str | None
    decided: str | None


class ObjectiveTable(NamedTuple):
    rows: tuple[ObjectiveView, ...]
    measured: bool
    started: bool
    targeted: bool
    followed: bool
    decided: bool


class AimsView(NamedTuple):
    """What the programme is to achieve, in its own words; `counted` says that some work names an issue."""

    motto: Prose | None
    introduction: Prose
    direction: Prose
    purposes: Prose
    issues: tuple[IssueView, ...]
    counted: bool
    objectives: ObjectiveTable


class Milestone(StrEnum):
    """What a date of the timeline is the date of; the sentences stand in the phrases."""

    EVENT = "event"
    STARTED = "started"
    COUNCIL = "council"
    PROGRAMME = "programme"
    DESIGNATION = "designation"
    DOCUMENT = "document"
    NETWORK = "network"


class TimelineRow(NamedTuple):
    """`text` is what is told, or the name of what the date is of; `by` is who is behind it."""

    when: str
    milestone: Milestone
    text: str
    by: str | None


class HistoryView(NamedTuple):
    text: Prose | None
    timeline: tuple[TimelineRow, ...]


class MemberView(NamedTuple):
    name: str
    role: str | None


class CouncilFacts(NamedTuple):
    """What there is to say of the council in brief; `members` are those of whom a role is known, and others."""

    formed: str | None
    mandate: str | None
    chair: str | None
    secretary: str | None
    meetings: int | None
    reports_to: str | None
    members: tuple[MemberView, ...]
    roles: bool


class GroupView(NamedTuple):
    """`criterion` is a number."""

    name: str
    criterion: int | None
    tasks: str | None
    members: tuple[MemberView, ...]


class GroupTable(NamedTuple):
    rows: tuple[GroupView, ...]
    assigned: bool
    tasked: bool
    staffed: bool


class ResourceView(NamedTuple):
    year: str
    name: str
    value: str
    unit: str | None
    source: str | None


class ResourceTable(NamedTuple):
    rows: tuple[ResourceView, ...]
    sourced: bool


class LeaderView(NamedTuple):
    """Who answers for which measures, under which criteria by number."""

    name: str
    measures: tuple[str, ...]
    criteria: tuple[int, ...]


class OrganisationView(NamedTuple):
    """How the work is organised, apart from what the programme says of the council, too.

    `responsible` share the responsibility, as they stand in a sentence; `participation` is the work that residents take
    part in.
    """

    council: CouncilFacts
    leaders: tuple[LeaderView, ...]
    groups: GroupTable
    responsible: tuple[str, ...]
    participation: tuple[str, ...]
    resources: ResourceTable


class ReferenceView(NamedTuple):
    title: Title
    author: str | None
    year: str | None
    publisher: str | None
    url: str | None


class TermView(NamedTuple):
    """A name in the language of the document, and in the other one, which is marked as such."""

    here: str
    there: Prose


class GlossaryView(NamedTuple):
    """What terms, organisations and evidence are called in the document's language and in another, `language`."""

    language: str
    terms: tuple[TermView, ...]
    organisations: tuple[TermView, ...]
    evidence: tuple[TermView, ...]


class QuestionView(NamedTuple):
    """A question of the certifier's form, and what the community answers."""

    number: str
    question: Title
    answer: Prose | None


class AttachmentView(NamedTuple):
    """`present` says whether its file is there; its `text` stands in the application itself."""

    title: Title
    kind: AttachmentKind
    sender: str | None
    date: str | None
    present: bool
    text: Prose | None
