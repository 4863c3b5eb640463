"""Rules about what stands behind each criterion: what sends an application back is a criterion thinly documented."""

from safecomm.content.content import Content, Language
from safecomm.rules.finding import Findings, finding

INJURIES = "injury_documentation"


def no_evidence(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks how the city knows what it says about the criterion."""
    supported = {criterion for each in content.records[language].evidence.values() for criterion in each.criteria}
    yield from without("criterion-without-evidence", content, language, supported)


def no_measures(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks what the city undertakes under each criterion."""
    measured = {each.criterion for each in content.records[language].measures.values()}
    yield from without("criterion-without-measures", content, language, measured)


def no_ongoing_work(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks for long-term work, not only for plans; an ongoing project counts."""
    records = content.records[language]
    at_work = {each.criterion for each in (*records.activities.values(), *records.projects.values())}
    yield from without("criterion-without-ongoing-work", content, language, at_work)


def no_injury_figures(content: Content, language: Language) -> Findings:
    """Serves the certifier: missing local injury data is the best-documented reason to send an application back."""
    figures = any(
        INJURIES in each.criteria and any(row.value is not None for row in each.rows)
        for each in content.records[language].statistics.values()
    )
    if INJURIES in content.wordings and not figures:
        yield finding(content, "no-injury-figures", "criteria", INJURIES, criterion=INJURIES)


def without(code: str, content: Content, language: Language, having: set[str]) -> Findings:
    for id_, criterion in content.records[language].criteria.items():
        if id_ not in having:
            values = {"number": content.number(id_), "title": criterion.area}
            yield finding(content, code, "criteria", id_, criterion=id_, **values)
