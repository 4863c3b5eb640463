"""The criteria as the city's own areas, with all that is done in each: the heart of both documents."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeVar

from safecomm.content.records import Activity, Criterion, Measure, Project, Work
from safecomm.content.vocabulary import TargetGroup
from safecomm.documents.edition import Edition
from safecomm.documents.views import Area, OngoingWork, Theme
from safecomm.documents.work import activity_view, measure_view, project_view

W = TypeVar("W", bound=Work)


def areas(edition: Edition) -> dict[str, Area]:
    """By criterion, in the order of the set."""
    records = edition.records
    activities = by_criterion(records.activities)
    measures = by_criterion(records.measures)
    projects = by_criterion(records.projects)
    return {
        id_: Area(
            number=edition.content.number(id_),
            title=edition.title("criterion", id_),
            list_title=criterion.area_in_list or criterion.area,
            introduction=edition.prose(criterion.introduction),
            ongoing=ongoing(edition, activities[id_], projects[id_]),
            ambition=edition.prose(criterion.ambition),
            themes=themes(edition, criterion, measures[id_]),
        )
        for id_, criterion in records.criteria.items()
    }


def by_criterion(records: Mapping[str, W]) -> dict[str, dict[str, W]]:
    """The records of each criterion, by id."""
    found: dict[str, dict[str, W]] = defaultdict(dict)
    for id_, record in records.items():
        found[record.criterion][id_] = record
    return found


def ongoing(
    edition: Edition, activities: Mapping[str, Activity], projects: Mapping[str, Project]
) -> tuple[OngoingWork, ...]:
    groups = (
        OngoingWork(
            group,
            tuple(activity_view(edition, *each) for each in activities.items() if each[1].target_group is group),
            tuple(project_view(edition, *each) for each in projects.items() if each[1].target_group is group),
        )
        for group in TargetGroup
    )
    return tuple(group for group in groups if group.activities or group.projects)


def themes(edition: Edition, criterion: Criterion, measures: Mapping[str, Measure]) -> tuple[Theme, ...]:
    titles: list[tuple[str | None, str | None]] = [(None, None), *criterion.themes.items()]
    found = (
        Theme(title, tuple(measure_view(edition, *each) for each in measures.items() if each[1].theme == theme))
        for theme, title in titles
    )
    return tuple(theme for theme in found if theme.measures)
