"""The views of single records: activities, measures, projects, evidence."""

from safecomm.content.records import Activity, Evidence, Measure, Project
from safecomm.documents.edition import Edition
from safecomm.documents.views import ActivityView, EvidenceView, MeasureView, ProjectView


def activity_view(edition: Edition, activity: Activity) -> ActivityView:
    return ActivityView(activity.title, edition.parties(activity.organisations), activity.text)


def measure_view(edition: Edition, measure: Measure) -> MeasureView:
    return MeasureView(
        title=measure.title,
        number=edition.content.number(measure.criterion),
        responsible=edition.name(measure.responsible) if measure.responsible else None,
        partners=edition.parties(measure.partners),
        status=measure.status,
        period=edition.period(measure.period or edition.records.programme.period),
        text=measure.text,
    )


def project_view(edition: Edition, project: Project) -> ProjectView:
    return ProjectView(
        title=project.title,
        status=project.status,
        role=project.role,
        participants=edition.parties(project.participants),
        places=project.places,
        programme=project.programme,
        text=project.text,
    )


def evidence_view(edition: Edition, evidence: Evidence) -> EvidenceView:
    def words(field: str) -> str | None:
        value = getattr(evidence, field)
        return edition.words(value) if value else None

    return EvidenceView(
        title=edition.words(evidence.title),
        kind=evidence.kind,
        publisher=edition.name(evidence.publisher) if evidence.publisher else None,
        period=edition.period(evidence.period) if evidence.period else None,
        interval=words("interval"),
        criteria=tuple(sorted(edition.content.number(each) for each in evidence.criteria)),
        measures=tuple(edition.records.measures[each].title for each in evidence.measures),
        kept=words("kept"),
        note=words("note"),
    )
