"""What a certifier may ask about the council, the figures, the networks and an earlier designation."""

from collections.abc import Iterator

from safecomm.content.content import Content, Language
from safecomm.content.records import Statistics, Work
from safecomm.content.vocabulary import ApplicationKind, StatisticsSubject
from safecomm.diagnostic import brief, listed
from safecomm.rules.application_rules import NETWORKS
from safecomm.rules.gap_rules import INJURIES
from safecomm.rules.rule_finding import Findings, finding

INFRASTRUCTURE = "infrastructure"


def council_incomplete(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks who leads the work, since when, how often they meet and to whom they report."""
    council = content.records[language].council
    fields = ("formed", "chair", "meetings", "reports_to", "members")
    if lacking := [field for field in fields if not getattr(council, field)]:
        values = {"name": council.name, "fields": listed(lacking, language)}
        yield finding(content, "council-incomplete", "council", "council", criterion=INFRASTRUCTURE, **values)


def no_resources(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks what the work may cost: money, hours, posts, by year."""
    if not content.records[language].council.resources:
        yield finding(content, "no-resources", "council", "council", criterion=INFRASTRUCTURE)


def injury_figures_undivided(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks who is injured, how and where; that there are no figures at all is a gap."""
    tables = list(injury_tables(content, language))
    asked = ("sex", "age", "cause", "place")
    told = {field for table in tables for row in table.rows for field in asked if getattr(row, field)}
    if tables and INJURIES in content.wordings and told < set(asked):
        fields = listed([field for field in asked if field not in told], language)
        yield finding(content, "injury-figures-undivided", "criteria", INJURIES, criterion=INJURIES, fields=fields)


def injury_tables(content: Content, language: Language) -> Iterator[Statistics]:
    for table in content.records[language].statistics.values():
        if table.subject is StatisticsSubject.INJURIES and table.has_figures:
            yield table


def objective_without_measures(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks by what an objective is to be reached."""
    records = content.records[language]
    served = {objective for measure in records.measures.values() for objective in measure.objectives}
    for id_, objective in records.objectives.items():
        if id_ not in served:
            values = {"title": brief(objective.text.to(language)), "criterion": objective.criterion, "id": id_}
            yield finding(content, "objective-without-measures", "objectives", id_, **values)


def network_undated(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks in which years the community took part."""
    criterion = NETWORKS if NETWORKS in content.wordings else None
    for id_, network in content.records[language].networks.items():
        if network.period is None:
            name = network.name.to(language)
            yield finding(content, "network-undated", "networks", id_, criterion=criterion, name=name)


def sexes_not_told(content: Content, language: Language) -> Findings:
    """Serves the certifier, whose criteria speak of both sexes: what differs must show in the work or in figures."""
    records = content.records[language]
    works: tuple[Work, ...] = (
        *records.activities.values(),
        *records.measures.values(),
        *records.projects.values(),
    )
    in_figures = any(row.sex for table in records.statistics.values() for row in table.rows)
    if not in_figures and not any(work.sexes for work in works):
        yield finding(content, "sexes-not-told", "application", "application")


def no_references(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks what the choice of work rests on."""
    if not content.records[language].references:
        yield finding(content, "no-references", "application", "application")


def recommendation_unanswered(content: Content, language: Language) -> Findings:
    """Serves the certifier, who asks what has come of the recommendations."""
    for number, one in enumerate(content.records[language].application.recommendations):
        if one.answer is None:
            place = ("application", "application", "recommendations", number)
            yield finding(content, "recommendation-unanswered", *place, text=brief(one.text.to(language)))


def renewal_details_missing(content: Content, language: Language) -> Findings:
    """Serves the certifier, who looks the earlier designation up."""
    application = content.records[language].application
    if application.kind is not ApplicationKind.RENEWAL:
        return
    lacking = [field for field in ("certifier", "network_number") if getattr(application, field) is None]
    if any(designation.certifier is None for designation in application.designations):
        lacking.append("designations.certifier")
    if lacking:
        fields = listed(lacking, language)
        yield finding(content, "renewal-details-missing", "application", "application", "kind", fields=fields)
