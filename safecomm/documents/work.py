"""The views of single records: activities, measures, projects, evidence."""

from safecomm.content.records import Activity, Evidence, Measure, Project
from safecomm.documents.edition import Edition
from safecomm.documents.views import ActivityView, EvidenceView, MeasureView, ProjectView


def activity_view(edition: Edition, id_: str, activity: Activity) -> ActivityView:
    return ActivityView(
        title=edition.title("activity", id_),
        organisations=edition.parties(activity.organisations),
        text=edition.prose(activity.text),
    )


def measure_view(edition: Edition, id_: str, measure: Measure) -> MeasureView:
    return MeasureView(
        title=edition.title("measure", id_),
        number=edition.content.number(measure.criterion),
        responsible=edition.name(measure.responsible) if measure.responsible else None,
        partners=edition.parties(measure.partners),
        status=measure.status,
        period=edition.period(measure.period or edition.records.programme.period),
        text=edition.prose(measure.text),
    )


def project_view(edition: Edition, id_: str, project: Project) -> ProjectView:
    return ProjectView(
        title=edition.title("project", id_),
        status=project.status,
        role=project.role,
        participants=edition.parties(project.participants),
        places=project.places,
        programme=project.programme,
        text=edition.prose(project.text),
    )


def evidence_view(edition: Edition, id_: str, evidence: Evidence) -> EvidenceView:
    def words(field: str) -> str | None:
        value = getattr(evidence, field)
        return edition.words(value) if value else None

    return EvidenceView(
        title=edition.title("evidence", id_),
        kind=evidence.kind,
        publisher=edition.name(evidence.publisher) if evidence.publisher else None,
        period=edition.period(evidence.period) if evidence.period else None,
        interval=words("interval"),
        criteria=tuple(sorted(edition.content.number(each) for each in evidence.criteria)),
        measures=tuple(edition.records.measures[each].title for each in evidence.measures),
        kept=words("kept"),
        note=words("note"),
    )
