"""Rules about evidence and figures: whether they support something, and whether one can trust them."""

from safecomm.content.content import Content, Language
from safecomm.diagnostic import problem
from safecomm.rules.finding import Finding, Findings


def supports_nothing(content: Content, language: Language) -> Findings:
    """Serves the editor: evidence that no criterion and no measure rests on is forgotten, or its links are."""
    for id_, evidence in content.records[language].evidence.items():
        if not evidence.criteria and not evidence.measures:
            place = content.places.find("evidence", id_)
            yield Finding(None, problem("evidence-supports-nothing", place, title=evidence.title.to(language)))


def figure_without_origin(content: Content, language: Language) -> Findings:
    """Serves every reader: a figure without its date and source cannot be checked."""
    records = content.records[language]
    for number, figure in enumerate(records.community.area):
        if figure.date is None or figure.source is None:
            place = content.places.find("community", "community", "area", number)
            yield Finding(None, problem("figure-without-origin", place, title=figure.name.to(language)))
    for id_, statistics in records.statistics.items():
        if statistics.source is None:
            place = content.places.find("statistics", id_)
            yield Finding(None, problem("figure-without-origin", place, title=statistics.title.to(language)))
