"""Rules about evidence and figures: whether they support something, and whether one can trust them."""

from safecomm.content.content import Content, Language
from safecomm.rules.finding import Findings, finding


def supports_nothing(content: Content, language: Language) -> Findings:
    """Serves the editor: evidence that no criterion and no measure rests on is forgotten, or its links are."""
    for id_, evidence in content.records[language].evidence.items():
        if not evidence.criteria and not evidence.measures:
            yield finding(content, "evidence-supports-nothing", "evidence", id_, title=evidence.title.to(language))


def figure_without_origin(content: Content, language: Language) -> Findings:
    """Serves every reader: a figure without its date and source cannot be checked."""
    records = content.records[language]
    for number, figure in enumerate(records.community.area):
        if figure.date is None or figure.source is None:
            title = figure.name.to(language)
            yield finding(content, "figure-without-origin", "community", "community", "area", number, title=title)
    for id_, statistics in records.statistics.items():
        if statistics.source is None:
            yield finding(content, "figure-without-origin", "statistics", id_, title=statistics.title.to(language))
