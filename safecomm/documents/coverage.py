"""What the tags of activities, measures and projects add up to: who is reached, where, and by whom."""

from collections import defaultdict
from collections.abc import Iterator

from safecomm.content.records import Activity, Measure, Project, Work
from safecomm.content.vocabulary import Age, Environment, RiskGroup
from safecomm.documents.edition import Edition
from safecomm.documents.views import (
    Coverage,
    CoverageCell,
    CoverageRow,
    SummaryAge,
    SummaryEnvironment,
    SummaryRiskGroup,
)


def all_work(edition: Edition) -> Iterator[Work]:
    records = edition.records
    yield from records.activities.values()
    yield from records.measures.values()
    yield from records.projects.values()


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


def by_cell(edition: Edition) -> dict[tuple[Environment, Age], list[Work]]:
    """The work in each environment for each age group; empty where there is none."""
    cells: dict[tuple[Environment, Age], list[Work]] = {(where, age): [] for where in Environment for age in Age}
    for work in all_work(edition):
        for environment in work.environments:
            for age in work.ages:
                cells[environment, age].append(work)
    return cells


def untagged(edition: Edition) -> int:
    """How many name no age or no environment."""
    return sum(not (work.ages and work.environments) for work in all_work(edition))


def coverage(edition: Edition) -> Coverage:
    cells = by_cell(edition)
    rows = (
        CoverageRow(environment, tuple(cell(edition, age, cells[environment, age]) for age in Age))
        for environment in Environment
    )
    return Coverage(tuple(rows), untagged(edition))


def cell(edition: Edition, age: Age, works: list[Work]) -> CoverageCell:
    names = {edition.name(id_): None for work in works for id_ in organisations(work)}
    return CoverageCell(age, len(works), tuple(names))


def by_age(edition: Edition) -> tuple[SummaryAge, ...]:
    """The titles of the work for each age group, by environment; last what names no environment."""
    titles: dict[tuple[Age, Environment | None], list[str]] = defaultdict(list)
    for work in all_work(edition):
        for age in work.ages:
            for environment in work.environments or (None,):
                titles[age, environment].append(work.title)
    places = (*Environment, None)
    return tuple(
        SummaryAge(
            age, tuple(SummaryEnvironment(place, tuple(titles[age, place])) for place in places if titles[age, place])
        )
        for age in Age
    )


def by_risk_group(edition: Edition) -> tuple[SummaryRiskGroup, ...]:
    titles: dict[RiskGroup, list[str]] = defaultdict(list)
    for work in all_work(edition):
        for group in work.risk_groups:
            titles[group].append(work.title)
    return tuple(SummaryRiskGroup(group, tuple(titles[group])) for group in RiskGroup if titles[group])
