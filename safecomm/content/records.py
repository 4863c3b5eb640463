"""What may be written: one frozen record for each kind of file in content/.

A reference is an id. The id of a record is its file's name (or its key in organisations.yaml and evidence.yaml).
Prose fields come from the Markdown body, all others from the front matter.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from safecomm.content.field_types import (
    TRANSLATED,
    Date,
    Line,
    LocalizedText,
    Number,
    Prose,
    Record,
    RefersTo,
    Year,
    Years,
)
from safecomm.content.vocabulary import (
    Age,
    Environment,
    EvidenceKind,
    OrganisationKind,
    Prevention,
    ProgrammeStatus,
    RiskGroup,
    Sex,
    Status,
    TargetGroup,
)


class Figure(Record):
    """A number with its unit; without date or source it is a gap."""

    name: LocalizedText
    value: Number
    unit: LocalizedText
    date: Date | None = None
    source: LocalizedText | None = None


class Translated(Record):
    """A record with a translation file beside it; `one_language` lists fields that stand in one language and should."""

    one_language: tuple[Line, ...] = ()


class Word(StrEnum):
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
    """content/community.md: the municipality that applies."""

    name: Annotated[Line, TRANSLATED]
    country: Annotated[Line, TRANSLATED]
    county: Annotated[Line, TRANSLATED]
    code: Line
    languages: Annotated[tuple[Line, ...], Field(min_length=1)]
    words: Annotated[dict[Word, Line], TRANSLATED] = Field(default_factory=dict)
    website: Line | None = None
    inhabitants: Annotated[Line | None, RefersTo("statistics")] = None
    area: tuple[Figure, ...] = ()
    overview: Prose | None = None
    history: Prose | None = None


class Council(Translated):
    """content/council.md: the cross-sector group; its members from outside are organisations with `council: true`."""

    name: Annotated[Line, TRANSLATED]
    short_name: Annotated[Line, TRANSLATED]
    city_members: Annotated[Line, TRANSLATED]
    tasks: Prose
    participation: Prose | None = None


class Appendix(Record):
    """A document that the programme cites; `file` is its path in the project, absent when it is not there."""

    name: LocalizedText
    title: LocalizedText
    file: Line | None = None


class Programme(Translated):
    """content/programme.md: the adopted governing document."""

    title: Annotated[Line, TRANSLATED]
    period: Years
    registry_number: Line
    date: Date
    adopted_by: Annotated[Line, RefersTo("organisations")]
    unit: Annotated[Line, RefersTo("organisations")]
    officer: Line
    officer_title: Annotated[Line | None, TRANSLATED] = None
    status: ProgrammeStatus
    appendices: tuple[Appendix, ...] = ()
    motto: Prose | None = None
    introduction: Prose
    direction: Prose
    purposes: Prose
    priorities: Prose
    followup: Prose


class Criterion(Translated):
    """content/criteria/<id>.md: what the city says of one criterion; its number and wording come from the set.

    `area` is the programme's title of the chapter, `area_in_list` that in the list of priorities where it differs.
    `themes` groups the criterion's measures, in this order.
    """

    area: Annotated[Line, TRANSLATED]
    area_in_list: Annotated[Line | None, TRANSLATED] = None
    themes: Annotated[dict[str, Line], TRANSLATED] = Field(default_factory=dict)
    introduction: Prose | None = None
    ambition: Prose | None = None


class Work(Translated):
    """What activities, measures and projects share; a tag stands only where the text supports it."""

    title: Annotated[Line, TRANSLATED]
    criterion: Annotated[Line, RefersTo("criteria")]
    order: int
    ages: tuple[Age, ...] = ()
    environments: tuple[Environment, ...] = ()
    risk_groups: tuple[RiskGroup, ...] = ()
    sexes: tuple[Sex, ...] = ()
    prevention: tuple[Prevention, ...] = ()
    text: Prose


class Activity(Work):
    """content/activities/<id>.md: ongoing work."""

    target_group: TargetGroup
    organisations: Annotated[tuple[Line, ...], RefersTo("organisations", council=True)] = ()


class Measure(Work):
    """content/measures/<id>.md: something the programme undertakes; `responsible` is absent while nobody is named."""

    theme: Line | None = None
    responsible: Annotated[Line | None, RefersTo("organisations", council=True)] = None
    partners: Annotated[tuple[Line, ...], RefersTo("organisations", council=True)] = ()
    status: Status
    period: Years | None = None


class Project(Work):
    """content/projects/<id>.md: a project; `programme` is the funding or framework programme that it belongs to."""

    target_group: TargetGroup
    status: Status
    role: Annotated[Line | None, TRANSLATED] = None
    participants: Annotated[tuple[Line, ...], RefersTo("organisations", council=True)] = ()
    places: Annotated[tuple[Line, ...], TRANSLATED] = ()
    programme: Annotated[Line | None, TRANSLATED] = None


class Contact(Record):
    name: Line
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


class Application(Translated):
    """content/application.md: what the application needs and the programme does not hold."""

    criteria_set: Line
    date: Date | None = None
    version: Line | None = None
    contact: Contact | None = None
    acknowledged: tuple[Acknowledgement, ...] = ()
    letter: Prose | None = None
    strengths: Prose | None = None
    further_work: Prose | None = None


class Organisation(Record):
    """A value of content/organisations.yaml; `council` marks a member of the council from outside the city."""

    name: LocalizedText
    kind: OrganisationKind
    council: bool = False


class Evidence(Record):
    """A value of content/evidence.yaml: what the city knows and from where."""

    title: LocalizedText
    kind: EvidenceKind
    publisher: Annotated[Line | None, RefersTo("organisations", council=True)] = None
    period: Years | None = None
    interval: LocalizedText | None = None
    criteria: Annotated[tuple[Line, ...], RefersTo("criteria")] = ()
    measures: Annotated[tuple[Line, ...], RefersTo("measures")] = ()
    kept: LocalizedText | None = None
    note: LocalizedText | None = None


class YearValue(Record):
    """A row of a statistics CSV; an empty cell stays None."""

    year: Year
    value: Number | None


class Statistics(Record):
    """content/statistics/<id>.yaml; `rows` come from <id>.csv beside it, with the columns `year` and `value`."""

    title: LocalizedText
    unit: LocalizedText
    source: LocalizedText | None = None
    criteria: Annotated[tuple[Line, ...], RefersTo("criteria")] = ()
    rows: tuple[YearValue, ...]
