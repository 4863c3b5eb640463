"""The closed lists of values that content may use; templates/phrases.<language>.jinja holds their labels."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal


class TargetGroup(StrEnum):
    """Whom ongoing work is for, in the order in which the documents print it."""

    EVERYONE = "everyone"
    CHILDREN = "children-youth-parents"
    OLDER = "older-people"
    DISABILITIES = "people-with-disabilities"
    EXPOSED = "exposed-groups"


class Age(StrEnum):
    """The age groups of the Safe Community summary form, as far as it is known: 0-14, 15-24, 25-64, 65 and over.

    Two narrower ones, 0-6 and 6-14, are among the children.
    """

    CHILDREN = "children"
    YOUNGER_CHILDREN = "younger-children"
    SCHOOL_CHILDREN = "school-children"
    YOUTH = "youth"
    ADULTS = "adults"
    OLDER = "older"


class Environment(StrEnum):
    """The environments of the Safe Community summary form, as far as it is known; then others that texts name."""

    HOME = "home"
    TRAFFIC = "traffic"
    SCHOOL = "school"
    SPORTS = "sports"
    LEISURE = "leisure"
    WORK = "work"
    PUBLIC = "public-places"
    WATER = "water"
    NATURE = "nature"


class RiskGroup(StrEnum):
    ADDICTION = "addiction"
    CRIME_VICTIMS = "crime-victims"
    CHILD_ABUSE = "children-at-risk"
    DOMESTIC_VIOLENCE = "domestic-violence"
    HOMELESS = "homeless"
    MENTAL_ILLNESS = "mental-illness"
    DISABILITIES = "disabilities"
    YOUNG_AT_RISK = "youth-at-risk"
    LONELY_OLDER = "lonely-older-people"
    LOW_INCOME = "low-income"
    EXPOSED_WOMEN = "women-exposed-to-violence"
    DRINK_DRIVERS = "drink-drivers"
    ROAD_USERS = "road-users"
    ATHLETES = "athletes"
    MIGRANTS = "migrants"
    INDIGENOUS = "indigenous-people"


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"


class Prevention(StrEnum):
    """Situational: makes a crime or an injury harder to happen. Social: makes people less inclined to it."""

    SITUATIONAL = "situational"
    SOCIAL = "social"


class Status(StrEnum):
    PLANNED = "planned"
    ONGOING = "ongoing"
    COMPLETED = "completed"


class FollowupStatus(StrEnum):
    """What became of a measure or project in a year."""

    DONE = "done"
    UNDER_WAY = "under-way"
    NOT_STARTED = "not-started"
    STOPPED = "stopped"
    CANNOT_BE_JUDGED = "cannot-be-judged"


class ProgrammeStatus(StrEnum):
    PROPOSED = "proposed"
    ADOPTED = "adopted"


class AppendixDocument(StrEnum):
    """The documents that can be an appendix of the programme."""

    BRIEFS = "briefs"


class BriefHeading(StrEnum):
    """The headings of a measure brief, in their order."""

    ASSIGNMENT = "assignment"
    BACKGROUND = "background"
    PURPOSE = "purpose"
    GOALS = "goals"
    TARGET_GROUP = "target-group"
    ACTIVITIES = "activities"
    SCHEDULE = "schedule"
    RESPONSIBILITY = "responsibility"
    RESOURCES = "resources"
    RISKS = "risks"
    EVALUATION = "evaluation"
    LIMITS = "limits"


class ApplicationKind(StrEnum):
    """Whether the community applies for the first time or for its designation to go on."""

    FIRST = "first"
    RENEWAL = "renewal"


class CommunityKind(StrEnum):
    MUNICIPALITY = "municipality"
    DISTRICT = "district"
    CITY = "city"
    COUNTY = "county"
    REGION = "region"
    OTHER = "other"


class OrganisationKind(StrEnum):
    POLITICAL_BODY = "political-body"
    DEPARTMENT = "department"
    UNIT = "unit"
    WORKING_GROUP = "working-group"
    POLICE = "police"
    RESCUE_SERVICE = "rescue-service"
    REGION = "region"
    AUTHORITY = "authority"
    HOSPITAL = "hospital"
    MUNICIPALITY = "municipality"
    MUNICIPALITIES = "municipalities"
    INTER_MUNICIPAL = "inter-municipal"
    HOUSING_COMPANY = "housing-company"
    BUSINESS = "business"
    ASSOCIATION = "association"
    SPORTS_CLUB = "sports-club"
    CHURCH = "church"
    UNION = "union"
    INSURER = "insurer"
    TRUST = "trust"
    IWI = "iwi"
    UNIVERSITY = "university"
    SCHOOL = "school"
    NETWORK = "network"
    INTERNATIONAL = "international"


class ValueKind(StrEnum):
    """Which closed list a value of the project's own stands beside."""

    AGE = "age"
    ENVIRONMENT = "environment"
    RISK_GROUP = "risk-group"


VOCABULARIES: Mapping[ValueKind, type[StrEnum]] = {
    ValueKind.AGE: Age,
    ValueKind.ENVIRONMENT: Environment,
    ValueKind.RISK_GROUP: RiskGroup,
}


class EvidenceKind(StrEnum):
    REGISTER = "register"
    SURVEY = "survey"
    STATISTICS = "statistics"
    REPORT = "report"
    INVENTORY = "inventory"
    ANALYSIS = "analysis"
    PLAN = "plan"
    POLICY = "policy"
    PROGRAMME = "programme"
    GUIDE = "guide"
    STANDARD = "standard"
    ARTICLE = "article"
    BOOK = "book"


class NetworkKind(StrEnum):
    NETWORK = "network"
    CONFERENCE = "conference"
    STUDY_VISIT = "study-visit"
    COURSE = "course"
    OTHER = "other"


class AttachmentKind(StrEnum):
    LETTER = "letter"
    PLAN = "plan"
    MAP = "map"
    OTHER = "other"


class StatisticsSubject(StrEnum):
    """What figures are about: only those about injuries answer the question how many are injured."""

    INJURIES = "injuries"
    CRIME = "crime"
    PERCEIVED_SAFETY = "perceived-safety"
    POPULATION = "population"
    OTHER = "other"


class RateBase(StrEnum):
    """Of how many inhabitants a rate is."""

    THOUSAND = "1000"
    HUNDRED_THOUSAND = "100000"


class FigureStatus(StrEnum):
    """Why a cell is empty, or what is to be known of its value."""

    SUPPRESSED = "suppressed"
    NOT_AVAILABLE = "not-available"
    NOT_APPLICABLE = "not-applicable"
    NOT_ASKED = "not-asked"
    PRELIMINARY = "preliminary"
    ESTIMATED = "estimated"


ZERO: Literal["zero"] = "zero"
FigureSign = Literal["zero"] | FigureStatus
"""What a sign in a file of figures means: a status, or that there were none."""
SIGNS: Mapping[str, FigureSign] = {ZERO: ZERO, **{status.value: status for status in FigureStatus}}
"""By the words for them."""
