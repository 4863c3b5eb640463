"""What the work is to achieve, as the programme has it, and the objectives with how far they have come."""

from decimal import Decimal

from safecomm.content.records import Level, Objective
from safecomm.documents.coverage import all_work
from safecomm.documents.edition import Edition
from safecomm.documents.front_views import AimsView, IssueView, LevelView, ObjectiveTable, ObjectiveView
from safecomm.figures.indicators import Indicator, indicator
from safecomm.figures.lines import Point


def aims_view(edition: Edition) -> AimsView:
    programme = edition.records.programme
    issues = issue_views(edition)
    return AimsView(
        motto=edition.prose(programme.motto),
        introduction=edition.prose(programme.introduction),
        direction=edition.prose(programme.direction),
        purposes=edition.prose(programme.purposes),
        issues=issues,
        counted=any(issue.work for issue in issues),
        objectives=objective_table(edition),
    )


def issue_views(edition: Edition) -> tuple[IssueView, ...]:
    """A work that names several issues counts for each of them."""
    named = [issue for work in all_work(edition) for issue in work.issues]
    return tuple(IssueView(name, named.count(id_)) for id_, name in edition.records.programme.issues.items())


def objective_table(edition: Edition) -> ObjectiveTable:
    rows = tuple(objective_view(edition, id_, record) for id_, record in edition.records.objectives.items())
    return ObjectiveTable(
        rows,
        measured=any(row.indicator for row in rows),
        started=any(row.start for row in rows),
        targeted=any(row.target for row in rows),
        followed=any(row.now for row in rows),
        decided=any(row.decided_by for row in rows),
    )


def objective_view(edition: Edition, id_: str, objective: Objective) -> ObjectiveView:
    found = indicator_of(edition, objective)
    return ObjectiveView(
        text=edition.title("objective", id_),
        indicator=edition.words(objective.indicator) if objective.indicator else None,
        start=point_view(edition, found.first) if found else level_view(edition, objective.start),
        target=level_view(edition, objective.target),
        now=latest(edition, found) if found else None,
        decided_by=edition.name(objective.decided_by) if objective.decided_by else None,
        decided=edition.date(objective.decided) if objective.decided else None,
    )


def indicator_of(edition: Edition, objective: Objective) -> Indicator | None:
    if objective.statistics is None:
        return None
    return indicator(edition.records.statistics[objective.statistics], objective.series, objective.start)


def level_view(edition: Edition, level: Level | None) -> LevelView | None:
    return LevelView(edition.number(level.value), str(level.year)) if level else None


def point_view(edition: Edition, point: Point) -> LevelView:
    return LevelView(edition.number(point.value or Decimal()), edition.when(point.when))


def latest(edition: Edition, found: Indicator) -> LevelView:
    """With the way that it has gone; nothing goes any way over a year from which something else is counted."""
    broken = str(found.broken) if found.broken else None
    direction = found.trend.direction if found.trend and not broken else None
    return point_view(edition, found.latest)._replace(direction=direction, broken=broken)
