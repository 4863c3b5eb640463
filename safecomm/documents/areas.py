"""The criteria as the city's own areas, with the views of all that is done in each: the heart of both documents."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeVar

from safecomm.content.records import Activity, Criterion, Evidence, Measure, Project, Work
from safecomm.content.vocabulary import EvidenceKind, TargetGroup
from safecomm.documents.edition import Edition
from safecomm.documents.views import Area, MeasureView, OngoingWork, Theme
from safecomm.documents.work_views import ActivityView, EvidenceView, ProjectView

RISK_GROUPS = "risk_groups"
GOVERNING = {EvidenceKind.PLAN, EvidenceKind.POLICY, EvidenceKind.PROGRAMME}
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
            risk_groups=id_ == RISK_GROUPS,
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
    grouped: dict[str, dict[str, W]] = defaultdict(dict)
    for id_, record in records.items():
        grouped[record.criterion][id_] = record
    return grouped


def ongoing(
    edition: Edition, activities: Mapping[str, Activity], projects: Mapping[str, Project]
) -> tuple[OngoingWork, ...]:
    groups = (
        OngoingWork(
            group,
            tuple(activity_view(edition, id_, work) for id_, work in activities.items() if work.target_group is group),
            tuple(project_view(edition, id_, work) for id_, work in projects.items() if work.target_group is group),
        )
        for group in TargetGroup
    )
    return tuple(group for group in groups if group.activities or group.projects)


def themes(edition: Edition, criterion: Criterion, measures: Mapping[str, Measure]) -> tuple[Theme, ...]:
    titles: list[tuple[str | None, str | None]] = [(None, None), *criterion.themes.items()]
    views = {id_: measure_view(edition, id_, measure, in_text=True) for id_, measure in measures.items()}
    groups = (
        Theme(
            title,
            tuple(views[id_] for id_, measure in measures.items() if measure.theme == theme),
            criterion.target_groups.get(theme or ""),
        )
        for theme, title in titles
    )
    return tuple(theme for theme in groups if theme.measures)


def activity_view(edition: Edition, id_: str, activity: Activity) -> ActivityView:
    return ActivityView(
        title=edition.title("activity", id_),
        organisations=edition.parties(activity.organisations, in_text=True),
        sources=edition.parties(activity.sources, in_text=True),
        text=edition.prose(activity.text),
    )


def measure_view(edition: Edition, id_: str, measure: Measure, *, in_text: bool) -> MeasureView:
    """With the partners as they stand `in_text`, inside a sentence, or in a table."""
    return MeasureView(
        title=edition.title("measure", id_),
        number=edition.content.number(measure.criterion),
        responsible=edition.name(measure.responsible) if measure.responsible else None,
        partners=edition.parties(measure.partners, in_text=in_text),
        status=measure.status,
        period=edition.period(measure.period or edition.records.programme.period),
        text=edition.prose(measure.text),
    )


def project_view(edition: Edition, id_: str, project: Project) -> ProjectView:
    return ProjectView(
        title=edition.title("project", id_),
        status=project.status,
        role=project.role,
        participants=edition.parties(project.participants, in_text=True),
        places=project.places,
        programme=project.programme,
        text=edition.prose(project.text),
    )


def when(edition: Edition, evidence: Evidence) -> str | None:
    """The years that it is about, else from when it is."""
    if evidence.period:
        return edition.period(evidence.period)
    if evidence.date:
        return edition.date(evidence.date)
    return str(evidence.year) if evidence.year else None


def evidence_view(edition: Edition, id_: str, evidence: Evidence) -> EvidenceView:
    def words(field: str) -> str | None:
        value = getattr(evidence, field)
        return edition.words(value) if value else None

    return EvidenceView(
        title=edition.title("evidence", id_),
        kind=evidence.kind,
        author=evidence.author,
        publisher=edition.name(evidence.publisher) if evidence.publisher else None,
        period=when(edition, evidence),
        interval=words("interval"),
        criteria=tuple(sorted(edition.content.number(id_) for id_ in evidence.criteria)),
        measures=tuple(edition.records.measures[id_].title for id_ in evidence.measures),
        kept=words("kept"),
        note=words("note"),
        url=evidence.url,
    )
