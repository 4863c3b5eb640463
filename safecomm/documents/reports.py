"""What was reported of measures and projects: of one year, and the latest."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from safecomm.content.followups import ReportsByYear, state_in
from safecomm.content.records import Followup, Measure, Project
from safecomm.content.vocabulary import FollowupStatus
from safecomm.documents.edition import Edition
from safecomm.documents.followup_views import ReportView, StateCount, StateCounts, StateView
from safecomm.documents.front_views import FigureView
from safecomm.documents.work_views import LatestReport
from safecomm.record_kinds import RECORD_KINDS


class ReportedWork(NamedTuple):
    """A measure or project with all that was reported of it, by year."""

    kind: str
    id: str
    record: Measure | Project
    reports: ReportsByYear


def reported_works(edition: Edition) -> Iterator[ReportedWork]:
    """All measures and projects, reported or not, by criterion."""
    records = edition.records
    works = (
        *(ReportedWork("measures", id_, record, {}) for id_, record in records.measures.items()),
        *(ReportedWork("projects", id_, record, {}) for id_, record in records.projects.items()),
    )
    for work in sorted(works, key=lambda work: edition.content.number(work.record.criterion)):
        yield work._replace(reports=records.reports.get((work.kind, work.id), {}))


def years(edition: Edition) -> list[int]:
    """Those of which anything is reported."""
    return sorted({year for of_work in edition.records.reports.values() for year in of_work})


def state_view(work: ReportedWork, year: int) -> StateView:
    status, since = state_in(work.reports, year)
    return StateView(str(year), status, str(since) if since else None)


def count_states(states: Iterable[StateView]) -> StateCounts:
    found = [state.status for state in states]
    counts = tuple(StateCount(status, found.count(status)) for status in (*FollowupStatus, None))
    return StateCounts(counts, len(found) - found.count(None), len(found))


def report_view(edition: Edition, year: int, report: Followup) -> ReportView:
    assert report.status
    return ReportView(
        year=str(year),
        status=report.status,
        reason=report.reason,
        figures=tuple(
            FigureView(
                edition.words(figure.name),
                edition.number(figure.value),
                edition.words(figure.unit) if figure.unit else None,
                None,
                None,
            )
            for figure in report.figures
        ),
        cost=edition.typed(report.cost) if report.cost else None,
        hours=edition.number(report.hours) if report.hours is not None else None,
        by=edition.name(report.by) if report.by else None,
        date=edition.date(report.date) if report.date else None,
        done=edition.prose(report.done),
        results=edition.prose(report.results),
        deviations=edition.prose(report.deviations),
        next=edition.prose(report.next),
    )


def latest_report(edition: Edition, kind: str, id_: str) -> LatestReport | None:
    """None where nothing was ever reported."""
    found = edition.records.reports.get((kind, id_))
    if not found:
        return None
    year, report = list(found.items())[-1]
    assert report.status
    return LatestReport(
        title=edition.title(RECORD_KINDS[kind].word, id_),
        year=str(year),
        status=report.status,
        reason=report.reason,
        results=edition.prose(report.results),
    )
