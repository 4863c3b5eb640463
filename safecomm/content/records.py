"""What may be written: one frozen record for each kind of file in content/.

A reference is an id. The id of a record is its file's name (or its key in organisations.yaml and evidence.yaml).
Prose fields come from the Markdown body, all others from the front matter.
"""

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, NonNegativeInt, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from safecomm.content.field_types import (
    SELDOM,
    TRANSLATED,
    Date,
    DateOrYear,
    Line,
    LocalizedText,
    Number,
    OneOf,
    OpenYears,
    Prose,
    Record,
    RefersTo,
    Year,
    Years,
    member_of,
)
from safecomm.content.vocabulary import (
    Age,
    AppendixDocument,
    ApplicationKind,
    AttachmentKind,
    CommunityKind,
    Environment,
    EvidenceKind,
    FigureSign,
    FigureStatus,
    FollowupStatus,
    NetworkKind,
    OrganisationKind,
    Prevention,
    ProgrammeStatus,
    RateBase,
    RiskGroup,
    Sex,
    StatisticsSubject,
    Status,
    TargetGroup,
    ValueKind,
)

Ages = Annotated[tuple[Annotated[Line, member_of(Age)], ...], RefersTo("values", beside=Age)]
Environments = Annotated[tuple[Annotated[Line, member_of(Environment)], ...], RefersTo("values", beside=Environment)]
RiskGroups = Annotated[tuple[Annotated[Line, member_of(RiskGroup)], ...], RefersTo("values", beside=RiskGroup)]


class Figure(OneOf):
    """A number with its unit, or what is said in words; without date or source it is a gap."""

    name: LocalizedText
    value: Number | None = None
    text: LocalizedText | None = None
    unit: LocalizedText | None = None
    date: DateOrYear | None = None
    source: LocalizedText | None = None

    ONE_OF: ClassVar = ("value", "text")


class FactGroup(Record):
    """Figures that belong together, such as those on area or on work."""

    group: LocalizedText
    figures: tuple[Figure, ...]


class Event(Record):
    """What happened when, for the timeline."""

    text: LocalizedText
    date: DateOrYear
    source: LocalizedText | None = None


class Translated(Record):
    """A record with a translation file beside it; `one_language` lists fields that stand in one language and should."""

    one_language: tuple[Line, ...] = ()


class CommunityTerm(StrEnum):
    """What the sentences of the documents call the community and its bodies; `of_…` is the same as an owner."""

    COMMUNITY = "community"
    OF_COMMUNITY = "of_community"
    AUTHORITY = "authority"
    OF_AUTHORITY = "of_authority"
    LEADERSHIP = "leadership"
    GROUP = "group"
    OF_GROUP = "of_group"
    REGION = "region"
    COUNTY = "county"
    ELECTED_COUNCIL = "elected_council"


class Community(Translated):
    """content/community.md: the municipality or other community that applies.

    `picture` is what the title page of the application shows.
    """

    name: Annotated[Line, TRANSLATED]
    kind: Annotated[CommunityKind | None, SELDOM] = None
    country: Annotated[Line, TRANSLATED]
    county: Annotated[Line | None, TRANSLATED] = None
    code: Line | None = None
    languages: Annotated[tuple[Line, ...], Field(min_length=1)]
    words: Annotated[dict[CommunityTerm, Line], TRANSLATED, SELDOM] = Field(default_factory=dict)
    website: Line | None = None
    inhabitants: Annotated[Line | None, RefersTo("statistics")] = None
    facts: tuple[FactGroup, ...] = ()
    events: Annotated[tuple[Event, ...], SELDOM] = ()
    picture: Annotated[Prose | None, SELDOM] = None
    overview: Prose | None = None
    history: Prose | None = None


class Member(OneOf):
    """Who sits in the council or a group, an organisation or somebody who is named, and as what."""

    organisation: Annotated[Line | None, RefersTo("organisations")] = None
    name: LocalizedText | None = None
    role: LocalizedText | None = None

    ONE_OF: ClassVar = ("organisation", "name")


class Resource(OneOf):
    """What the work had in a year: money, hours, posts."""

    name: LocalizedText
    year: Year
    value: Number | None = None
    text: LocalizedText | None = None
    unit: LocalizedText | None = None
    source: LocalizedText | None = None

    KEY: ClassVar = ("name", "year")
    ONE_OF: ClassVar = ("value", "text")


class Council(Translated):
    """content/council.md: the cross-sector group; its members from outside are organisations with `council: true`.

    `members` says more of some: who they are and their roles.
    """

    name: Annotated[Line, TRANSLATED]
    short_name: Annotated[Line, TRANSLATED]
    city_members: Annotated[Line, TRANSLATED]
    formed: DateOrYear | None = None
    mandate: Annotated[Line | None, TRANSLATED] = None
    chair: Annotated[Line | None, TRANSLATED] = None
    secretary: Annotated[Line | None, TRANSLATED] = None
    meetings: NonNegativeInt | None = None
    reports_to: Annotated[Line | None, RefersTo("organisations")] = None
    members: Annotated[tuple[Member, ...], SELDOM] = ()
    resources: Annotated[tuple[Resource, ...], SELDOM] = ()
    tasks: Prose
    participation: Prose | None = None


class Group(Record):
    """A value of content/groups.yaml: a working group, under a criterion or not."""

    name: LocalizedText
    criterion: Annotated[Line | None, RefersTo("criteria")] = None
    tasks: LocalizedText | None = None
    members: tuple[Member, ...] = ()


class Appendix(Record):
    """A document that the programme cites; `file` is its path in the project, absent when it is not there.

    `document` is the kind of document that safecomm makes of the content to stand for it.
    """

    name: LocalizedText
    title: LocalizedText
    document: Annotated[AppendixDocument | None, SELDOM] = None
    file: Line | None = None


class Programme(Translated):
    """content/programme.md: the adopted governing document; `started` is the work's first year, whatever the period.

    `issues` are the questions that go across the criteria, as crime prevention; works name those that they concern.
    """

    title: Annotated[Line, TRANSLATED]
    period: Years
    started: Annotated[Year | None, SELDOM] = None
    registry_number: Line
    date: Date
    adopted_by: Annotated[Line, RefersTo("organisations")]
    unit: Annotated[Line, RefersTo("organisations")]
    officer: Line
    officer_title: Annotated[Line | None, TRANSLATED] = None
    status: ProgrammeStatus
    issues: Annotated[dict[str, Line], TRANSLATED, SELDOM] = Field(default_factory=dict)
    appendices: tuple[Appendix, ...] = ()
    motto: Prose | None = None
    introduction: Prose
    direction: Prose
    purposes: Prose
    priorities: Prose
    followup: Prose | None = None


class Level(Record):
    """A value that an objective starts from or is to reach, and in which year."""

    year: Year
    value: Number


class Objective(Record):
    """A value of content/objectives.yaml: what is to be reached, worded as it was decided.

    `indicator` says in words what is measured; `statistics` are the figures that show it, `series` the line of
    those that it is.
    """

    text: LocalizedText
    criterion: Annotated[Line | None, RefersTo("criteria")] = None
    indicator: LocalizedText | None = None
    statistics: Annotated[Line | None, RefersTo("statistics")] = None
    series: Annotated[Line | None, SELDOM] = None
    start: Level | None = None
    target: Level | None = None
    decided_by: Annotated[Line | None, RefersTo("organisations", council=True)] = None
    decided: Date | None = None


class Criterion(Translated):
    """content/criteria/<id>.md: what the city says of one criterion; its number and wording come from the set.

    `area` is the programme's title of the chapter, `area_in_list` that in the list of priorities where it differs.
    `themes` groups the criterion's measures, in this order; `target_groups` says whom those of a theme are for.
    `application` is what only the application says of the criterion.
    """

    area: Annotated[Line, TRANSLATED]
    area_in_list: Annotated[Line | None, TRANSLATED] = None
    themes: Annotated[dict[str, Line], TRANSLATED] = Field(default_factory=dict)
    target_groups: Annotated[dict[str, TargetGroup], SELDOM] = Field(default_factory=dict)
    introduction: Prose | None = None
    ambition: Prose | None = None
    application: Annotated[Prose | None, SELDOM] = None


class Section(Translated):
    """content/sections/<id>.md: a part of one criterion that groups ongoing work, measures and projects."""

    title: Annotated[Line, TRANSLATED]
    criterion: Annotated[Line, RefersTo("criteria")]
    order: int
    introduction: Prose | None = None


class Work(Translated):
    """What activities, measures and projects share; a tag stands only where the text supports it.

    `residents` take part in it, not only as those whom it is for.
    """

    title: Annotated[Line, TRANSLATED]
    criterion: Annotated[Line, RefersTo("criteria")]
    section: Annotated[Line | None, RefersTo("sections"), SELDOM] = None
    order: int
    ages: Ages = ()
    environments: Environments = ()
    risk_groups: RiskGroups = ()
    sexes: tuple[Sex, ...] = ()
    prevention: tuple[Prevention, ...] = ()
    issues: Annotated[tuple[Line, ...], SELDOM] = ()
    residents: Annotated[bool, SELDOM] = False
    text: Prose


class Activity(Work):
    """content/activities/<id>.md: ongoing work.

    `organisations` take part in it, `sources` are only where its figures come from, and `itself` is the organisation
    that the work is.
    """

    target_group: TargetGroup
    organisations: Annotated[tuple[Line, ...], RefersTo("organisations", council=True)] = ()
    sources: Annotated[tuple[Line, ...], RefersTo("organisations", council=True), SELDOM] = ()
    itself: Annotated[Line | None, RefersTo("organisations"), SELDOM] = None


class Measure(Work):
    """content/measures/<id>.md: something the programme undertakes; `responsible` is absent while nobody is named.

    `statistics` are the figures that show whether it helps, `series` the line of those that does. The texts beside
    `text` are what only its brief says.
    """

    theme: Line | None = None
    responsible: Annotated[Line | None, RefersTo("organisations", council=True)] = None
    partners: Annotated[tuple[Line, ...], RefersTo("organisations", council=True)] = ()
    status: Status
    period: Years | None = None
    objectives: Annotated[tuple[Line, ...], RefersTo("objectives")] = ()
    statistics: Annotated[Line | None, RefersTo("statistics"), SELDOM] = None
    series: Annotated[Line | None, SELDOM] = None
    cost: Annotated[Line | None, TRANSLATED] = None
    deadline: Date | None = None
    expected_result: Annotated[Line | None, TRANSLATED] = None
    background: Annotated[Prose | None, SELDOM] = None
    purpose: Annotated[Prose | None, SELDOM] = None
    deliverables: Annotated[Prose | None, SELDOM] = None
    activities: Annotated[Prose | None, SELDOM] = None
    schedule: Annotated[Prose | None, SELDOM] = None
    resources: Annotated[Prose | None, SELDOM] = None
    risks: Annotated[Prose | None, SELDOM] = None
    evaluation: Annotated[Prose | None, SELDOM] = None
    limits: Annotated[Prose | None, SELDOM] = None


class Project(Work):
    """content/projects/<id>.md: a project; `programme` is the funding or framework programme that it belongs to."""

    target_group: TargetGroup
    status: Status
    role: Annotated[Line | None, TRANSLATED] = None
    participants: Annotated[tuple[Line, ...], RefersTo("organisations", council=True)] = ()
    places: Annotated[tuple[Line, ...], TRANSLATED] = ()
    programme: Annotated[Line | None, TRANSLATED] = None


class ReportedFigure(Record):
    """What was counted of a measure or project in a year."""

    name: LocalizedText
    value: Number
    unit: LocalizedText | None = None


UNEXPLAINED = {FollowupStatus.NOT_STARTED, FollowupStatus.STOPPED, FollowupStatus.CANNOT_BE_JUDGED}
"""What says too little without its reason."""


class Followup(Translated):
    """content/followup/<year>/<kind>.<id>.md: what became of a measure or project in a year.

    Without `status` nobody has reported. Which way an indicator goes is told by its figures, never here.
    """

    status: FollowupStatus | None = None
    reason: Annotated[Line | None, TRANSLATED, Field(validate_default=True)] = None
    figures: tuple[ReportedFigure, ...] = ()
    cost: Annotated[Line | None, TRANSLATED] = None
    hours: Number | None = None
    by: Annotated[Line | None, RefersTo("organisations", council=True)] = None
    date: Date | None = None
    done: Prose | None = None
    results: Prose | None = None
    deviations: Prose | None = None
    next: Prose | None = None

    @field_validator("reason")
    @classmethod
    def check_reason(cls, reason: str | None, info: ValidationInfo) -> str | None:
        status = info.data.get("status")
        if reason is None and status in UNEXPLAINED:
            raise PydanticCustomError("followup_reason", "not explained")
        return reason


class Contact(Record):
    name: Line
    title: LocalizedText | None = None
    institution: Line | None = None
    address: Line | None = None
    postcode: Line | None = None
    city: Line | None = None
    country: Line | None = None
    phone: Line | None = None
    email: Line | None = None


class Acknowledgement(Record):
    """A gap that stays for now: its code, the record that `check` tells it of, and why it stays."""

    gap: Line
    record: Line
    reason: LocalizedText


class Designation(Record):
    """That the community was designated a Safe Community: in which year, and by whom."""

    year: Year
    certifier: LocalizedText | None = None


class Recommendation(Record):
    """What a certifier recommended, and what has come of it."""

    year: Year
    text: LocalizedText
    answer: LocalizedText | None = None


class Application(Translated):
    """content/application.md: what the application needs and the programme does not hold."""

    criteria_set: Line
    kind: Annotated[ApplicationKind, SELDOM] = ApplicationKind.FIRST
    designations: Annotated[tuple[Designation, ...], SELDOM] = ()
    recommendations: Annotated[tuple[Recommendation, ...], SELDOM] = ()
    certifier: Annotated[Line | None, TRANSLATED, SELDOM] = None
    co_certifier: Annotated[Line | None, TRANSLATED, SELDOM] = None
    support_centre: Annotated[Line | None, TRANSLATED, SELDOM] = None
    network_number: Annotated[Line | None, SELDOM] = None
    recipients: Annotated[tuple[Line, ...], TRANSLATED, SELDOM] = ()
    registry_number: Annotated[Line | None, SELDOM] = None
    date: Date | None = None
    supplemented: Annotated[Line | None, TRANSLATED, SELDOM] = None
    version: Line | None = None
    url: Annotated[Line | None, SELDOM] = None
    contact: Contact | None = None
    acknowledged: Annotated[tuple[Acknowledgement, ...], SELDOM] = ()
    letter: Prose | None = None
    summary: Prose | None = None
    since_last_time: Annotated[Prose | None, SELDOM] = None
    followup: Annotated[Prose | None, SELDOM] = None
    strengths: Prose | None = None
    weaknesses: Prose | None = None
    opportunities: Prose | None = None
    threats: Prose | None = None
    further_work: Prose | None = None
    final_words: Annotated[Prose | None, SELDOM] = None


class Organisation(Record):
    """A value of content/organisations.yaml; `council` marks a member of the council from outside the city.

    `in_text` is the name inside a sentence, where that is another; who `shares_responsibility` need not take part.
    """

    name: LocalizedText
    in_text: Annotated[LocalizedText | None, SELDOM] = None
    kind: OrganisationKind
    council: bool = False
    shares_responsibility: Annotated[bool, SELDOM] = False


class Evidence(Record):
    """A value of content/evidence.yaml: what the city knows and from where."""

    title: LocalizedText
    kind: EvidenceKind
    author: Annotated[Line | None, SELDOM] = None
    publisher: Annotated[Line | None, RefersTo("organisations", council=True)] = None
    year: Annotated[Year | None, SELDOM] = None
    date: Annotated[Date | None, SELDOM] = None
    url: Annotated[Line | None, SELDOM] = None
    period: OpenYears | None = None
    interval: LocalizedText | None = None
    criteria: Annotated[tuple[Line, ...], RefersTo("criteria")] = ()
    measures: Annotated[tuple[Line, ...], RefersTo("measures")] = ()
    kept: LocalizedText | None = None
    note: LocalizedText | None = None


class Publication(Record):
    """A value of content/references.yaml: what the application cites; a title is not translated."""

    title: Line
    author: Line | None = None
    year: Year | None = None
    publisher: Line | None = None
    url: Line | None = None


class Network(Record):
    """A value of content/networks.yaml: what the community takes part in, beside its own work."""

    name: LocalizedText
    kind: NetworkKind
    period: OpenYears | None = None
    place: LocalizedText | None = None
    criterion: Annotated[Line | None, RefersTo("criteria"), SELDOM] = None
    note: LocalizedText | None = None


class FormQuestion(Translated):
    """content/questions/<id>.md: a question of the certifier's form, by the number that it has there.

    `longest` is how many words the form allows the answer.
    """

    number: Line
    question: Annotated[Line, TRANSLATED]
    longest: NonNegativeInt | None = None
    answer: Prose | None = None


class Attachment(Translated):
    """content/attachments/<id>.md: a letter of support, a plan, a map; its text, or the path of a file in the project.

    `sender` is whom a letter comes from.
    """

    title: Annotated[Line, TRANSLATED]
    kind: AttachmentKind
    sender: Annotated[Line | None, TRANSLATED] = None
    date: Date | None = None
    file: Line | None = None
    text: Prose | None = None


class Value(Record):
    """A value of content/values.yaml, which the closed list of its kind does not have.

    An age says `within` which of the list's ages it is.
    """

    name: LocalizedText
    kind: ValueKind
    within: tuple[Age, ...] = ()

    @field_validator("within")
    @classmethod
    def check_within(cls, ages: tuple[Age, ...], info: ValidationInfo) -> tuple[Age, ...]:
        if ages and info.data.get("kind", ValueKind.AGE) is not ValueKind.AGE:
            raise PydanticCustomError("within", "within of no age")
        return ages


class Term(Record):
    """A value of content/terms.yaml: a word of the work that is told in both languages, as `insats` and `measure`."""

    name: LocalizedText


REASONS = {
    FigureStatus.SUPPRESSED,
    FigureStatus.NOT_AVAILABLE,
    FigureStatus.NOT_APPLICABLE,
    FigureStatus.NOT_ASKED,
}
"""Why a cell is empty; any other status is said of a value."""


class DecidedFile(Record):
    """A file that was kept of a decision, by its name in the decision's folder."""

    name: Line
    sha256: Line


class Delivery(Record):
    """To whom a decided document went."""

    date: Date
    to: Line


class Decision(Record):
    """A value of content/decisions.yaml: which document was decided when, with the number of the decision.

    `safecomm decide` writes it; the files lie in content/decided/<id>/ (content/decided_files.py). Those of a decision
    `from_elsewhere` were not made of the content.
    """

    document: Line
    date: Date
    number: Line
    from_elsewhere: Annotated[bool, SELDOM] = False
    files: Annotated[tuple[DecidedFile, ...], Field(min_length=1)]
    sent: tuple[Delivery, ...] = ()


class Observation(OneOf):
    """A row of a statistics CSV: of when, whom and what its value is; an empty cell stays None, `status` says why.

    `year` may be several, of which the source gives one figure, such as a mean. `lower` and `upper` are the limits of
    the value's confidence interval, where the source gives them.
    """

    year: Years | None = None
    date: Date | None = None
    sex: Sex | None = None
    age: Line | None = None
    cause: Line | None = None
    place: Line | None = None
    series: Line | None = None
    value: Number | None = None
    lower: Number | None = None
    upper: Number | None = None
    status: FigureStatus | None = None

    KEY: ClassVar = ("year", "date", "sex", "age", "cause", "place", "series")
    ONE_OF: ClassVar = ("year", "date")

    @model_validator(mode="after")
    def check_status(self) -> Self:
        if self.status and (self.value is None) != (self.status in REASONS):
            raise PydanticCustomError("figure_status", "not the status of such a cell", {"status": self.status.value})
        return self

    @model_validator(mode="after")
    def check_limits(self) -> Self:
        limits = (self.lower, self.value, self.upper)
        given = [limit for limit in limits if limit is not None]
        if (self.lower is not None or self.upper is not None) and (None in limits or given != sorted(given)):
            raise PydanticCustomError("figure_limits", "not the limits of the value")
        return self

    @property
    def line(self) -> str:
        """What tells the rows of its line from the others: `inlagda, female`; empty where they are about all."""
        return ", ".join(filter(None, (self.series, self.cause, self.place, self.age, self.sex)))


class Break(Record):
    """From this year on something else is counted, or counted otherwise: nothing is compared across it."""

    year: Year
    text: LocalizedText


class FigureColumn(StrEnum):
    """What a column of a file of figures can be in our tables."""

    YEAR = "year"
    DATE = "date"
    SEX = "sex"
    AGE = "age"
    CAUSE = "cause"
    PLACE = "place"
    SERIES = "series"
    VALUE = "value"
    LOWER = "lower"
    UPPER = "upper"


class Reading(Record):
    """How a file is read that does not say all itself: what its columns and signs are, and which rows are taken.

    Of a file with a row for each person `count` says that they are counted, by these columns.
    """

    columns: dict[FigureColumn, Line] = Field(default_factory=dict)
    signs: dict[str, FigureSign] = Field(default_factory=dict)
    places: tuple[Line, ...] = ()
    sheet: Line | None = None
    count: bool = False


class SourceFile(Record):
    """The file that the figures were read from, as whoever looks for it knows it again."""

    name: Line
    date: Date | None = None
    sha256: Line | None = None
    read_as: Reading | None = None


class Statistics(Record):
    """content/statistics/<id>.yaml; `rows` come from <id>.csv beside it, with the columns of an Observation.

    The values are numbers of events where `per` says of how many inhabitants the documents show rates. `comparison` are
    those places among the rows' that the community is compared with, as the county and the country; `names` say in each
    language what the words of the rows mean.
    """

    title: LocalizedText
    subject: StatisticsSubject | None = None
    unit: LocalizedText
    definition: LocalizedText | None = None
    source: LocalizedText | None = None
    file: Annotated[SourceFile | None, SELDOM] = None
    criteria: Annotated[tuple[Line, ...], RefersTo("criteria")] = ()
    per: Annotated[RateBase | None, SELDOM] = None
    comparison: Annotated[tuple[Line, ...], SELDOM] = ()
    names: Annotated[dict[str, LocalizedText], SELDOM] = Field(default_factory=dict)
    breaks: Annotated[tuple[Break, ...], SELDOM] = ()
    rows: tuple[Observation, ...]

    @property
    def has_figures(self) -> bool:
        return any(row.value is not None for row in self.rows)
