"""What a certifier may ask about though it is no gap: `safecomm status` alone shows it, and nothing waits for it."""

from safecomm.content.content import Content, Language
from safecomm.content.file import FOLDER
from safecomm.content.records import Contact
from safecomm.rules.rule_finding import Findings, finding


def undated_evidence(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks from when it is: evidence that tells neither its period nor how often it comes."""
    for id_, evidence in content.records[language].evidence.items():
        if evidence.period is None and evidence.interval is None:
            yield finding(content, "evidence-undated", "evidence", id_, title=evidence.title.to(language))


def old_evidence(content: Content, language: Language) -> Findings:
    """Serves the certifier: what ended before the programme began, and does not come again, says little about it."""
    records = content.records[language]
    whole = records.programme.period
    for id_, evidence in records.evidence.items():
        period = evidence.period
        if period and period.end < whole.start and evidence.interval is None:
            values = {"title": evidence.title.to(language), "end": str(period.end), "start": str(whole.start)}
            yield finding(content, "evidence-old", "evidence", id_, "period", **values)


def no_followup(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks how the city will know: that takes evidence which comes again."""
    records = content.records[language]
    followed = {id_ for evidence in records.evidence.values() if evidence.interval for id_ in evidence.criteria}
    for id_, criterion in records.criteria.items():
        if id_ not in followed:
            values = {"number": content.number(id_), "title": criterion.area}
            yield finding(content, "criterion-without-followup", "criteria", id_, criterion=id_, **values)


def summary_field_missing(content: Content, language: Language) -> Findings:
    """Serves the certifier, whose summary form has a line for each of these; that all contact is missing is a gap."""
    records = content.records[language]
    for field in ("website", "inhabitants"):
        if getattr(records.community, field) is None:
            path = f"{FOLDER}/community.md"
            yield finding(content, "summary-field-missing", "community", "community", field=field, path=path)
    if records.application.contact:
        for field in Contact.model_fields:
            if getattr(records.application.contact, field) is None:
                place = ("application", "application", "contact")
                yield finding(content, "summary-field-missing", *place, field=field, path=f"{FOLDER}/application.md")
