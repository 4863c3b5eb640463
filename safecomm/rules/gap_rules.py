"""Rules about what a reader of the application misses: it also stands there, as what is still missing."""

from safecomm.content.content import Content, Language
from safecomm.content.vocabulary import StatisticsSubject
from safecomm.rules.rule_finding import Findings, criterion_values, finding

INJURIES = "injury_documentation"


def no_evidence(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks how the city knows what it says about the criterion."""
    evidence = content.records[language].evidence.values()
    supported = {criterion for record in evidence for criterion in record.criteria}
    yield from criteria_without("criterion-without-evidence", content, language, supported)


def no_measures(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks what the city undertakes under each criterion."""
    measured = {measure.criterion for measure in content.records[language].measures.values()}
    yield from criteria_without("criterion-without-measures", content, language, measured)


def no_ongoing_work(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks for long-term work, not only for plans; an ongoing project counts."""
    records = content.records[language]
    at_work = {work.criterion for work in (*records.activities.values(), *records.projects.values())}
    yield from criteria_without("criterion-without-ongoing-work", content, language, at_work)


def no_injury_figures(content: Content, language: Language) -> Findings:
    """Serves the certifier: missing local injury data is the best-documented reason to send an application back."""
    figures = any(
        statistics.subject is StatisticsSubject.INJURIES and INJURIES in statistics.criteria and statistics.has_figures
        for statistics in content.records[language].statistics.values()
    )
    if INJURIES in content.wordings and not figures:
        yield finding(content, "no-injury-figures", "criteria", INJURIES, criterion=INJURIES)


def criteria_without(code: str, content: Content, language: Language, having: set[str]) -> Findings:
    for id_ in content.records[language].criteria:
        if id_ not in having:
            yield finding(content, code, "criteria", id_, criterion=id_, **criterion_values(content, id_, language))


def no_responsible(content: Content, language: Language) -> Findings:
    """Serves whoever follows the programme up: a measure that nobody answers for is seldom carried out."""
    for id_, measure in content.records[language].measures.items():
        if measure.responsible is None:
            yield finding(content, "no-responsible", "measures", id_, criterion=measure.criterion, title=measure.title)


def figure_without_origin(content: Content, language: Language) -> Findings:
    """Serves every reader: a figure without its date and source cannot be checked."""
    records = content.records[language]
    for group, facts in enumerate(records.community.facts):
        for number, figure in enumerate(facts.figures):
            if figure.date is None or figure.source is None:
                place = ("community", "community", "facts", group, "figures", number)
                yield finding(content, "figure-without-origin", *place, title=figure.name.to(language))
    for id_, statistics in records.statistics.items():
        if statistics.source is None:
            yield finding(content, "figure-without-origin", "statistics", id_, title=statistics.title.to(language))


def no_letter(content: Content, language: Language) -> Findings:
    """Serves the certifier: the letter shows that the leadership stands behind the application."""
    if content.records[language].application.letter is None:
        yield finding(content, "no-letter", "application", "application")


def no_contact(content: Content, language: Language) -> Findings:
    """Serves the certifier, who has questions: the summary form asks for a contact with address."""
    if content.records[language].application.contact is None:
        yield finding(content, "no-contact", "application", "application")


def no_date(content: Content, language: Language) -> Findings:
    """Serves every reader: an application without a date cannot be told from its drafts."""
    if content.records[language].application.date is None:
        yield finding(content, "no-date", "application", "application")


def missing_appendix(content: Content, language: Language) -> Findings:
    """Serves the reader of the programme, who looks for the appendix that it cites."""
    for number, appendix in enumerate(content.records[language].programme.appendices):
        if not appendix.document and not content.has_file(appendix.file):
            values = {"name": appendix.name.to(language), "title": appendix.title.to(language)}
            yield finding(content, "missing-appendix", "programme", "programme", "appendices", number, **values)
