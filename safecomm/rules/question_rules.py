"""What a certifier may ask about though it is no gap: `safecomm status` alone shows it, and nothing waits for it."""

from collections.abc import Mapping

from safecomm.content.content import Content, Language
from safecomm.content.field_types import Period
from safecomm.content.file import FOLDER
from safecomm.content.placeholder import PERIOD
from safecomm.content.records import Contact, Evidence, Measure, Objective, Statistics
from safecomm.content.vocabulary import AttachmentKind
from safecomm.diagnostic import brief, listed
from safecomm.figures.indicators import indicator
from safecomm.rules.rule_finding import Findings, criterion_values, finding


def undated_evidence(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks from when it is: evidence that tells neither when nor how often."""
    for id_, evidence in content.records[language].evidence.items():
        if not is_dated(evidence):
            yield finding(content, "evidence-undated", "evidence", id_, title=evidence.title.to(language))


def is_dated(evidence: Evidence) -> bool:
    return any((evidence.period, evidence.interval, evidence.date, evidence.year))


def old_evidence(content: Content, language: Language) -> Findings:
    """Serves the certifier: what ended before the programme began, and does not come again, says little about it."""
    records = content.records[language]
    whole = records.programme.period
    for id_, evidence in records.evidence.items():
        period = evidence.period
        if isinstance(period, Period) and period != PERIOD and period.end < whole.start and evidence.interval is None:
            values = {"title": evidence.title.to(language), "end": str(period.end), "start": str(whole.start)}
            yield finding(content, "evidence-old", "evidence", id_, "period", **values)


def no_followup(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks how the city will know: that takes evidence which comes again."""
    records = content.records[language]
    followed = {id_ for evidence in records.evidence.values() if evidence.interval for id_ in evidence.criteria}
    for id_ in records.criteria:
        if id_ not in followed:
            values = criterion_values(content, id_, language)
            yield finding(content, "criterion-without-followup", "criteria", id_, criterion=id_, **values)


def summary_field_missing(content: Content, language: Language) -> Findings:
    """Serves the certifier, whose summary form has a line for each of these; that all contact is missing is a gap."""
    records = content.records[language]
    for field in ("website", "inhabitants"):
        if getattr(records.community, field) is None:
            path = f"{FOLDER}/community.md"
            yield finding(content, "summary-field-missing", "community", "community", field=field, path=path)
    if records.programme.started is None:
        path = f"{FOLDER}/programme.md"
        yield finding(content, "summary-field-missing", "programme", "programme", field="started", path=path)
    if records.application.contact:
        # The form has the name and the title on one line.
        for field in (field for field in Contact.model_fields if field != "title"):
            if getattr(records.application.contact, field) is None:
                place = ("application", "application", "contact")
                yield finding(content, "summary-field-missing", *place, field=field, path=f"{FOLDER}/application.md")


def objective_incomplete(content: Content, language: Language) -> Findings:
    """Serves the certifier: what is to be reached is told by an indicator, from where to where, and who decided it."""
    for id_, objective in content.records[language].objectives.items():
        if lacking := lacking_of_objective(objective, content.records[language].statistics):
            values = {"title": brief(objective.text.to(language)), "fields": listed(lacking, language)}
            yield finding(content, "objective-incomplete", "objectives", id_, criterion=objective.criterion, **values)


def lacking_of_objective(objective: Objective, statistics: Mapping[str, Statistics]) -> list[str]:
    """`indicator` stands for the statistics too, from which the start comes where none was decided.

    Statistics that have only rows of parts need to be told which of these.
    """
    figures = statistics[objective.statistics] if objective.statistics else None
    followed = figures and indicator(figures, objective.series, objective.start)
    lacking = {
        "indicator": not (objective.indicator or figures),
        "series": figures is not None and figures.has_figures and followed is None,
        "start": not (objective.start or followed),
        **{field: getattr(objective, field) is None for field in ("target", "decided_by", "decided")},
    }
    return [field for field, is_lacking in lacking.items() if is_lacking]


def measure_incomplete(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks of each measure what for, for how much, until when and with what result."""
    records = content.records[language]
    for id_, measure in records.measures.items():
        if lacking := lacking_of_measure(measure, bool(records.objectives)):
            values = {"title": measure.title, "fields": listed(lacking, language)}
            yield finding(content, "measure-incomplete", "measures", id_, criterion=measure.criterion, **values)


def lacking_of_measure(measure: Measure, has_objectives: bool) -> list[str]:
    """A period says until when as well; where there are no objectives that is a gap of its own."""
    given = {
        "objectives": bool(measure.objectives) or not has_objectives,
        "cost": measure.cost is not None,
        "deadline": bool(measure.deadline or measure.period),
        "expected_result": measure.expected_result is not None,
    }
    return [field for field, is_given in given.items() if not is_given]


def assessment_missing(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks how the city itself judges its work."""
    application = content.records[language].application
    fields = ("strengths", "weaknesses", "opportunities", "threats", "further_work")
    if lacking := [f"# {field}" for field in fields if getattr(application, field) is None]:
        yield finding(content, "assessment-missing", "application", "application", fields=listed(lacking, language))


def no_support_letter(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks whether those with whom the city works say so themselves."""
    attachments = content.records[language].attachments.values()
    if all(attachment.kind is not AttachmentKind.LETTER for attachment in attachments):
        yield finding(content, "no-support-letter", "application", "application")
