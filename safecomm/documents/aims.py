"""What the work is to achieve, as the programme has it, and the objectives with how far they have come."""

from safecomm.content.records import Level, Objective
from safecomm.documents.coverage import all_work
from safecomm.documents.edition import Edition
from safecomm.documents.figure_views import LevelView
from safecomm.documents.front_views import AimsView, IssueView, ObjectiveTable, ObjectiveView
from safecomm.documents.indicators import indicator_view


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


def objective_view(edition: Edition, id_: str, objective: Objective, until: int | None = None) -> ObjectiveView:
    """With what was measured `until` a year, if one is given."""
    followed = indicator_view(edition, objective, objective.start, until)
    return ObjectiveView(
        text=edition.title("objective", id_),
        indicator=edition.words(objective.indicator) if objective.indicator else None,
        start=followed.start if followed else level_view(edition, objective.start),
        target=level_view(edition, objective.target),
        now=followed.now if followed else None,
        decided_by=edition.name(objective.decided_by) if objective.decided_by else None,
        decided=edition.date(objective.decided) if objective.decided else None,
    )


def level_view(edition: Edition, level: Level | None) -> LevelView | None:
    return LevelView(edition.number(level.value), str(level.year)) if level else None
