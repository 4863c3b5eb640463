"""What a template may show of the follow-up of a year, and of the latest one elsewhere; as with all views."""

from enum import StrEnum
from typing import NamedTuple

from safecomm.content.vocabulary import FollowupStatus
from safecomm.documents.chapter_views import NetworkView
from safecomm.documents.figure_views import IndicatorView, LevelView
from safecomm.documents.front_views import DecidedWording, DesignationView, FigureView
from safecomm.markdown.blocks import Prose, Title


class Course(StrEnum):
    """Where the figures of an objective stand against its start and its target; chance may make what is unclear."""

    REACHED = "reached"
    REACHED_UNCLEAR = "reached-unclear"
    TOWARDS = "towards"
    AWAY = "away"
    SAME = "same"
    UNCLEAR = "unclear"


class StateView(NamedTuple):
    """How a measure or project stood in a year; without `status` nobody has reported.

    `since` is the earlier year in which it was done or stopped.
    """

    year: str
    status: FollowupStatus | None
    since: str | None


class ReportView(NamedTuple):
    """What was reported of a measure or project in a year."""

    year: str
    status: FollowupStatus
    reason: str | None
    figures: tuple[FigureView, ...]
    cost: str | None
    hours: str | None
    by: str | None
    date: str | None
    done: Prose | None
    results: Prose | None
    deviations: Prose | None
    next: Prose | None


class FollowedWork(NamedTuple):
    """A measure or project with its decided wording; `states` are of each year until this one, whose is `state`."""

    title: Title
    responsible: str | None
    wording: Prose
    expected_result: str | None
    indicator: IndicatorView | None
    states: tuple[StateView, ...]
    state: StateView
    report: ReportView | None


class StateCount(NamedTuple):
    """`status` is None for those of which nobody has reported."""

    status: FollowupStatus | None
    number: int


class StateCounts(NamedTuple):
    """How many of all stand how, each status in its order and at last those not reported; never a share."""

    counts: tuple[StateCount, ...]
    known: int
    all: int


class FollowedArea(NamedTuple):
    """One criterion in the programme's words, with its measures and projects; `short` is what tables call it."""

    number: int
    title: Title
    short: str
    counts: StateCounts
    works: tuple[FollowedWork, ...]


class YearCounts(NamedTuple):
    year: str
    counts: StateCounts


class FollowedProgramme(NamedTuple):
    """The governing document whose measures are followed; `decided` is the one whose wording holds."""

    title: str
    decided: DecidedWording | None
    registry_number: str
    unit: str
    officer: str
    officer_title: str | None


class ObjectiveProgress(NamedTuple):
    """An objective with what was measured until the year; `course` is None where that tells nothing certain."""

    text: Title
    indicator: str | None
    start: LevelView | None
    target: LevelView | None
    now: LevelView | None
    course: Course | None


class UnreportedWork(NamedTuple):
    title: Title
    responsible: str | None


class NetworkFacts(NamedTuple):
    """What the network knows the community by, and what both did together in the year."""

    designations: tuple[DesignationView, ...]
    number: str | None
    website: str | None
    contact: str | None
    networks: tuple[NetworkView, ...]
