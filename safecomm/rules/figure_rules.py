"""What is to be asked of figures: whether they are of today, go together, compare, and keep what they hide."""

from safecomm.content.content import Content, Language
from safecomm.content.records import Statistics
from safecomm.content.vocabulary import StatisticsSubject
from safecomm.figures.disclosure import derivable
from safecomm.figures.lines import first_day, last_year, lines
from safecomm.rules.rule_finding import Finding, Findings, finding

OLD = 3
"""Years before the application."""


def suppressed_follows(content: Content, language: Language) -> Findings:
    """Serves those about whom a small number tells: a cell that is kept back must not follow from the others."""
    for id_, statistics in content.records[language].statistics.items():
        if group := next(derivable(statistics), None):
            values = {"field": group.field, "year": str(first_day(group.when).year), "id": id_}
            yield about(content, "suppressed-follows", id_, statistics, language, **values)


def figures_old(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks how it is today: figures that end years before the application."""
    records = content.records[language]
    today = (records.application.date or records.programme.date).year
    for id_, statistics in records.statistics.items():
        years = [last_year(point) for line in lines(statistics) for point in line.known]
        if years and today - max(years) > OLD:
            yield about(content, "figures-old", id_, statistics, language, year=str(max(years)))


def figures_broken(content: Content, language: Language) -> Findings:
    """Serves the certifier, who would compare across it: the year from which something else is counted."""
    for id_, statistics in content.records[language].statistics.items():
        if statistics.breaks:
            year = str(max(cut.year for cut in statistics.breaks))
            yield about(content, "figures-broken", id_, statistics, language, "breaks", year=year)


def figures_without_comparison(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks whether that is much: figures without those of the county or the country."""
    for id_, statistics in content.records[language].statistics.items():
        if statistics.criteria and not statistics.comparison and statistics.subject is not StatisticsSubject.POPULATION:
            yield about(content, "figures-without-comparison", id_, statistics, language)


def about(
    content: Content, code: str, id_: str, statistics: Statistics, language: Language, *key: str, **values: str
) -> Finding:
    criterion = next(iter(statistics.criteria), None)
    title = statistics.title.to(language)
    return finding(content, code, "statistics", id_, *key, criterion=criterion, title=title, **values)
