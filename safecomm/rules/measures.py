"""Rules about single measures."""

from safecomm.content.content import Content, Language
from safecomm.rules.finding import Findings, finding


def no_responsible(content: Content, language: Language) -> Findings:
    """Serves whoever follows the programme up: a measure that nobody answers for is seldom carried out."""
    for id_, measure in content.records[language].measures.items():
        if measure.responsible is None:
            yield finding(content, "no-responsible", "measures", id_, criterion=measure.criterion, title=measure.title)


def outside_programme(content: Content, language: Language) -> Findings:
    """Serves the politicians who adopt the programme: it can promise nothing for years that it does not govern."""
    records = content.records[language]
    whole = records.programme.period
    for id_, measure in records.measures.items():
        period = measure.period
        if period and not whole.start <= period.start <= period.end <= whole.end:
            values = {"period": f"{period.start}–{period.end}", "programme": f"{whole.start}–{whole.end}"}
            values |= {"title": measure.title, "criterion": measure.criterion}
            yield finding(content, "outside-programme", "measures", id_, "period", **values)
