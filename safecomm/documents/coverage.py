"""Whom the work is for and where, told no wider than its tags and its target group allow."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from safecomm.content.records import Activity, Measure, Project, Work
from safecomm.content.vocabulary import Age, Environment, RiskGroup, TargetGroup, ValueKind
from safecomm.documents.edition import Edition
from safecomm.documents.views import (
    AgeColumn,
    Coverage,
    CoverageCell,
    CoverageRow,
    SummaryAge,
    SummaryEnvironment,
    SummaryRiskGroup,
)

PROGRAMMES_FOR_PEOPLE = {"programmes", "risk_groups"}
"""The criteria whose work is for people: a survey, a report or a network is for no age group."""

COLUMN_OF_AGE: Mapping[str, AgeColumn] = {
    Age.CHILDREN: AgeColumn.CHILDREN,
    Age.YOUNGER_CHILDREN: AgeColumn.CHILDREN,
    Age.SCHOOL_CHILDREN: AgeColumn.CHILDREN,
    Age.YOUTH: AgeColumn.YOUTH,
    Age.ADULTS: AgeColumn.ADULTS,
    Age.OLDER: AgeColumn.OLDER,
}
COLUMNS_OF_TARGET_GROUP: Mapping[TargetGroup, Collection[AgeColumn]] = {
    # Of every age, which is told as such: work for everybody is not four pieces of work.
    TargetGroup.EVERYONE: (AgeColumn.ALL,),
    TargetGroup.DISABILITIES: (AgeColumn.ALL,),
    # What is done for parents is done for their children.
    TargetGroup.CHILDREN: (AgeColumn.CHILDREN, AgeColumn.YOUTH),
    TargetGroup.OLDER: (AgeColumn.OLDER,),
}
USUAL_ENVIRONMENTS = [place for place in Environment if place not in (Environment.WATER, Environment.NATURE)]
"""Those that the tables show though nothing is done there."""


class Origin(StrEnum):
    """How it is known which ages a work is for."""

    WRITTEN = "the work says so"
    DERIVED = "they are those of its target group"
    UNNAMED = "nobody says"


class WorkAges(NamedTuple):
    columns: tuple[AgeColumn, ...]
    origin: Origin


def all_work(edition: Edition) -> Iterator[Work]:
    records = edition.records
    yield from records.activities.values()
    yield from records.measures.values()
    yield from records.projects.values()


def work_for_people(edition: Edition) -> list[Work]:
    return [work for work in all_work(edition) if work.criterion in PROGRAMMES_FOR_PEOPLE]


def organisations(work: Work) -> tuple[str, ...]:
    """The ids of all who take part, whoever answers for it first."""
    match work:
        case Activity():
            return work.organisations
        case Project():
            return work.participants
        case Measure(responsible=str(responsible)):
            return (responsible, *work.partners)
        case Measure():
            return work.partners
    return ()


def ages_of(edition: Edition, work: Work) -> WorkAges:
    """The ages that are written, else those of the target group, else none."""
    written = {COLUMN_OF_AGE[age] for value in work.ages for age in listed_ages(edition, value)}
    if written:
        return WorkAges(tuple(column for column in AgeColumn if column in written), Origin.WRITTEN)
    group = target_group(edition, work)
    if group and group in COLUMNS_OF_TARGET_GROUP:
        return WorkAges(tuple(COLUMNS_OF_TARGET_GROUP[group]), Origin.DERIVED)
    return WorkAges((AgeColumn.UNNAMED,), Origin.UNNAMED)


def listed_ages(edition: Edition, value: str) -> tuple[str, ...]:
    """The ages of the closed list that a value stands for."""
    return (value,) if value in COLUMN_OF_AGE else edition.records.values[value].within


def target_group(edition: Edition, work: Work) -> TargetGroup | None:
    """A measure's is that of its theme."""
    if isinstance(work, Activity | Project):
        return work.target_group
    theme = work.theme if isinstance(work, Measure) else None
    return edition.records.criteria[work.criterion].target_groups.get(theme) if theme else None


def environments(edition: Edition) -> list[str | None]:
    """Those of the tables: the usual ones, what else there is work in, the project's own, and none at last."""
    used = {place for work in work_for_people(edition) for place in work.environments}
    own = [id_ for id_, value in edition.records.values.items() if value.kind is ValueKind.ENVIRONMENT]
    return [*(place for place in Environment if place in used or place in USUAL_ENVIRONMENTS), *own, None]


def by_cell(edition: Edition) -> dict[tuple[str | None, AgeColumn], list[Work]]:
    """The work for people in each environment and of each column; empty where there is none."""
    cells: dict[tuple[str | None, AgeColumn], list[Work]] = {
        (place, column): [] for place in environments(edition) for column in AgeColumn
    }
    for work in work_for_people(edition):
        for place in work.environments or (None,):
            for column in ages_of(edition, work).columns:
                cells[place, column].append(work)
    return cells


def count_origins(edition: Edition) -> Mapping[Origin, int]:
    return Counter(ages_of(edition, work).origin for work in work_for_people(edition))


def coverage(edition: Edition) -> Coverage:
    """Without rows where there is no work at all."""
    cells, origins = by_cell(edition), count_origins(edition)
    rows = (
        CoverageRow(label(edition, place), tuple(CoverageCell(age, len(cells[place, age])) for age in AgeColumn))
        for place in environments(edition)
        if any(cells.values())
    )
    return Coverage(tuple(rows), origins[Origin.WRITTEN], origins[Origin.DERIVED], origins[Origin.UNNAMED])


def label(edition: Edition, place: str | None) -> str | None:
    return place and edition.value(place)


def by_age(edition: Edition) -> tuple[SummaryAge, ...]:
    """The titles of the work of each column, by environment; nothing of unnamed ages where all are named."""
    cells, places = by_cell(edition), environments(edition)
    summaries = (
        SummaryAge(
            age,
            tuple(
                SummaryEnvironment(label(edition, place), titles(cells[place, age]))
                for place in places
                if cells[place, age]
            ),
        )
        for age in AgeColumn
    )
    return tuple(one for one in summaries if one.environments or one.age is not AgeColumn.UNNAMED)


def titles(works: Iterable[Work]) -> tuple[str, ...]:
    return tuple(work.title for work in works)


def by_risk_group(edition: Edition) -> tuple[SummaryRiskGroup, ...]:
    works: dict[str, list[Work]] = defaultdict(list)
    for work in all_work(edition):
        for group in work.risk_groups:
            works[group].append(work)
    own = [id_ for id_, value in edition.records.values.items() if value.kind is ValueKind.RISK_GROUP]
    groups = (group for group in (*RiskGroup, *own) if works[group])
    return tuple(SummaryRiskGroup(edition.value(group), titles(works[group])) for group in groups)
