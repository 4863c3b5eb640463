"""The chapters on the criteria: what is done by target group or under own headings, and how that is known."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from safecomm.content.records import Activity, Criterion, Measure, Network, Project, Section, Work
from safecomm.content.vocabulary import TargetGroup
from safecomm.documents.areas import RISK_GROUPS, activity_view, by_criterion, evidence_view, project_view
from safecomm.documents.chapter_views import (
    Activities,
    Chapter,
    CriterionSection,
    GroupActivities,
    GroupProjects,
    NetworkView,
    Projects,
)
from safecomm.documents.edition import Edition
from safecomm.documents.figures import figures
from safecomm.documents.measures import full_measure, measure_groups
from safecomm.documents.reports import latest_report, reported_works
from safecomm.documents.work_views import ActivityView, LatestReport, ProjectView
from safecomm.markdown.blocks import Paragraph, Prose, Title
from safecomm.markdown.traversal import plain_text, runs

NETWORKS = "networks"
EVALUATION = "evaluation"
BRIEF = 2
"""In how many sentences a work is told that needs no heading of its own."""
SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s+(\S)")
A = TypeVar("A", bound=Work)
W = TypeVar("W", Activity, Project)
V = TypeVar("V", ActivityView, ProjectView)


class CriterionWork(NamedTuple):
    """What is done under one criterion, by id."""

    activities: Mapping[str, Activity]
    measures: Mapping[str, Measure]
    projects: Mapping[str, Project]

    def within(self, section: str | None) -> "CriterionWork":
        """What stands in the section, or in none."""
        return CriterionWork(
            in_section(self.activities, section), in_section(self.measures, section), in_section(self.projects, section)
        )


def in_section(works: Mapping[str, A], section: str | None) -> dict[str, A]:
    return {id_: work for id_, work in works.items() if work.section == section}


def chapters(edition: Edition) -> tuple[Chapter, ...]:
    """In the order of the set."""
    records = edition.records
    activities, measures = by_criterion(records.activities), by_criterion(records.measures)
    projects = by_criterion(records.projects)
    return tuple(
        chapter(edition, id_, criterion, CriterionWork(activities[id_], measures[id_], projects[id_]))
        for id_, criterion in records.criteria.items()
    )


def chapter(edition: Edition, id_: str, criterion: Criterion, work: CriterionWork) -> Chapter:
    records, loose = edition.records, work.within(None)
    return Chapter(
        number=edition.content.number(id_),
        wording=edition.words(edition.content.wordings[id_]),
        risk_groups=id_ == RISK_GROUPS,
        title=edition.title("criterion", id_),
        introduction=edition.prose(criterion.introduction),
        text=edition.prose(criterion.application),
        figures=figures(edition, id_),
        sections=tuple(
            section_view(edition, key, section, work.within(key))
            for key, section in records.sections.items()
            if section.criterion == id_
        ),
        ongoing=ongoing_groups(edition, loose.activities),
        ambition=edition.prose(criterion.ambition),
        planned=measure_groups(edition, criterion, loose.measures),
        projects=project_groups(edition, loose.projects),
        networks=network_views(edition, id_),
        reports=latest_reports(edition) if id_ == EVALUATION else (),
        evidence=tuple(
            evidence_view(edition, key, record) for key, record in records.evidence.items() if id_ in record.criteria
        ),
    )


def section_view(edition: Edition, id_: str, section: Section, work: CriterionWork) -> CriterionSection:
    return CriterionSection(
        title=Title(section.title, f"section:{id_}"),
        introduction=edition.prose(section.introduction),
        activities=activity_views(edition, work.activities),
        measures=tuple(full_measure(edition, key, measure) for key, measure in work.measures.items()),
        projects=project_views(edition, work.projects),
    )


def ongoing_groups(edition: Edition, activities: Mapping[str, Activity]) -> tuple[GroupActivities, ...]:
    groups = ((group, of_group(activities, group)) for group in TargetGroup)
    return tuple(GroupActivities(group, activity_views(edition, works)) for group, works in groups if works)


def project_groups(edition: Edition, projects: Mapping[str, Project]) -> tuple[GroupProjects, ...]:
    groups = ((group, of_group(projects, group)) for group in TargetGroup)
    return tuple(GroupProjects(group, project_views(edition, works)) for group, works in groups if works)


def of_group(works: Mapping[str, W], group: TargetGroup) -> dict[str, W]:
    return {id_: work for id_, work in works.items() if work.target_group is group}


def activity_views(edition: Edition, activities: Mapping[str, Activity]) -> Activities:
    views = [activity_view(edition, id_, activity) for id_, activity in activities.items()]
    return Activities(*parted(views, is_brief))


def project_views(edition: Edition, projects: Mapping[str, Project]) -> Projects:
    views = [project_view(edition, id_, project) for id_, project in projects.items()]
    return Projects(*parted(views, is_paragraph))


def parted(views: Sequence[V], fits: Callable[[Prose], bool]) -> tuple[tuple[V, ...], tuple[V, ...]]:
    """Those whose text fits into a table, and the others."""
    fitting = {view.title.target for view in views if fits(view.text)}
    return (
        tuple(view for view in views if view.title.target in fitting),
        tuple(view for view in views if view.title.target not in fitting),
    )


def is_paragraph(text: Prose) -> bool:
    return len(text.blocks) == 1 and isinstance(text.blocks[0], Paragraph)


def is_brief(text: Prose) -> bool:
    """Whether it has one paragraph of one or two sentences."""
    ends = [first for run in runs(text.blocks) for first in SENTENCE_END.findall(plain_text(run)) if first.isupper()]
    return is_paragraph(text) and len(ends) < BRIEF


def latest_reports(edition: Edition) -> tuple[LatestReport, ...]:
    """On all measures and projects of which anything was ever reported, by criterion."""
    found = (latest_report(edition, work.kind, work.id) for work in reported_works(edition))
    return tuple(report for report in found if report)


def network_views(edition: Edition, criterion: str) -> tuple[NetworkView, ...]:
    """Those of the criterion; one that names none is of that on networks."""
    return tuple(
        network_view(edition, id_, network)
        for id_, network in edition.records.networks.items()
        if (network.criterion or NETWORKS) == criterion
    )


def network_view(edition: Edition, id_: str, network: Network) -> NetworkView:
    return NetworkView(
        name=edition.title("network", id_),
        kind=network.kind,
        period=edition.period(network.period) if network.period else None,
        place=edition.words(network.place) if network.place else None,
        note=edition.words(network.note) if network.note else None,
    )
