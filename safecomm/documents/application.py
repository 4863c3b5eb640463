"""The application for designation as a Safe Community."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from safecomm.charts.chart import Chart, Series
from safecomm.content.project_language import MESSAGES
from safecomm.content.records import Contact, FactGroup, Figure, Statistics
from safecomm.content.vocabulary import EvidenceKind
from safecomm.diagnostic import Diagnostic
from safecomm.documents.areas import areas, evidence_view, measure_view
from safecomm.documents.coverage import by_age, by_risk_group, coverage
from safecomm.documents.edition import Edition
from safecomm.documents.partners import partner_chart, partner_views
from safecomm.documents.programme import council_view, programme_facts
from safecomm.documents.views import (
    ApplicationView,
    Chapter,
    CommunityView,
    ContactView,
    EvidenceView,
    FactsView,
    FigureView,
    Summary,
)
from safecomm.labels import Labels
from safecomm.rules.all_rules import application_gaps

GOVERNING = {EvidenceKind.PLAN, EvidenceKind.POLICY, EvidenceKind.PROGRAMME}
INJURIES = "injury_documentation"
NETWORKS = "networks"

Gaps = Mapping[str | None, list[str]]
"""What is still missing as sentences, by criterion; under None what concerns the application as a whole."""


def application_view(edition: Edition) -> ApplicationView:
    records, gaps = edition.records, gaps_of(edition)
    application = records.application
    evidence = {id_: evidence_view(edition, id_, record) for id_, record in records.evidence.items()}
    partners = partner_views(edition)
    return ApplicationView(
        community=community_view(edition),
        programme=programme_facts(edition),
        started=str(records.programme.started) if records.programme.started else None,
        date=edition.date(application.date) if application.date else None,
        version=application.version,
        contact=contact_view(edition, application.contact) if application.contact else None,
        summary=summary(edition),
        letter=edition.prose(application.letter),
        council=council_view(edition),
        followup=edition.prose(application.followup or records.programme.followup),
        criterion_label=criterion_label(edition),
        chapters=chapters(edition, evidence, gaps),
        coverage=coverage(edition),
        strengths=edition.prose(application.strengths),
        further_work=edition.prose(application.further_work),
        gaps=tuple(gaps.get(None, ())),
        partners=partners,
        partner_chart=partner_chart(partners),
        evidence=tuple(evidence.values()),
        measures=tuple(measure_view(edition, id_, measure, in_text=False) for id_, measure in records.measures.items()),
        governing_documents=tuple(view for view in evidence.values() if view.kind in GOVERNING),
    )


def criterion_label(edition: Edition) -> str:
    """What the set calls one of them, in the words of the phrases where the set does not speak the language."""
    label = edition.content.criteria_set.label
    own = Labels(edition.content.project, edition.language).phrase("field", "criterion")
    return label.texts.get(edition.language) or own or edition.words(label)


def contact_view(edition: Edition, contact: Contact) -> ContactView:
    """The name with the title behind."""
    facts = {field: getattr(contact, field) for field in ContactView._fields}
    title = f", {edition.words(contact.title)}" if contact.title else ""
    return ContactView(**{**facts, "name": f"{contact.name}{title}"})


def gaps_of(edition: Edition) -> Gaps:
    gaps: dict[str | None, list[str]] = defaultdict(list)
    for gap in application_gaps(edition.content, edition.language):
        message = gap_text(gap.diagnostic, edition)
        gaps[gap.criterion].append(f"{message[0].upper()}{message[1:]}.")
    return gaps


def gap_text(gap: Diagnostic, edition: Edition) -> str:
    """In the words of safecomm where it speaks the language, else in those of the phrases."""
    if edition.language in MESSAGES:
        return gap.message(edition.language)
    own = Labels(edition.content.project, edition.language).phrase("gap", gap.code)
    return own.format_map(gap.values) if own else gap.message("en")


def chapters(edition: Edition, evidence: Mapping[str, EvidenceView], gaps: Gaps) -> tuple[Chapter, ...]:
    records = edition.records
    return tuple(
        Chapter(
            wording=edition.words(edition.content.wordings[id_]),
            area=area,
            text=edition.prose(records.criteria[id_].application),
            evidence=tuple(view for key, view in evidence.items() if id_ in records.evidence[key].criteria),
            gaps=tuple(gaps.get(id_, ())),
        )
        for id_, area in areas(edition).items()
    )


def community_view(edition: Edition) -> CommunityView:
    community = edition.records.community
    population = population_figures(edition)
    facts = tuple(facts_view(edition, group) for group in community.facts)
    return CommunityView(
        name=community.name,
        country=community.country,
        county=community.county,
        code=community.code,
        website=community.website,
        inhabitants=population[-1] if population else None,
        population=population,
        population_chart=population_chart(edition),
        facts=facts,
        area=tuple(figure for group in facts for figure in group.figures),
        overview=edition.prose(community.overview),
        history=edition.prose(community.history),
    )


def facts_view(edition: Edition, group: FactGroup) -> FactsView:
    return FactsView(edition.words(group.group), tuple(figure_view(edition, figure) for figure in group.figures))


def figure_view(edition: Edition, figure: Figure) -> FigureView:
    return FigureView(
        edition.words(figure.name),
        edition.words(figure.text) if figure.text else edition.number(figure.value or Decimal()),
        edition.words(figure.unit) if figure.unit else None,
        edition.when(figure.date) if figure.date else None,
        edition.words(figure.source) if figure.source else None,
    )


def population_figures(edition: Edition) -> tuple[FigureView, ...]:
    """Each year that has a figure; an empty cell stays empty in the CSV and out of the table."""
    id_ = edition.records.community.inhabitants
    if id_ is None:
        return ()
    statistics = edition.records.statistics[id_]
    title, unit = edition.words(statistics.title), edition.words(statistics.unit)
    source = edition.words(statistics.source) if statistics.source else None
    rows = sorted(yearly_totals(statistics).items())
    return tuple(FigureView(title, edition.number(value), unit, str(year), source) for year, value in rows)


def yearly_totals(statistics: Statistics) -> dict[int, Decimal]:
    """The figures about all, by year; of several dates in a year the last."""
    rows = sorted((row for row in statistics.rows if row.is_total), key=lambda row: row.date or date.min)
    years = ((row.date.year if row.date else row.year, row.value) for row in rows)
    return {year: value for year, value in years if year and value is not None}


def population_chart(edition: Edition) -> Chart | None:
    """The inhabitants over the years, of which those without a figure keep their place; None before two figures."""
    id_ = edition.records.community.inhabitants
    if id_ is None:
        return None
    statistics = edition.records.statistics[id_]
    figures = yearly_totals(statistics)
    if len(figures) < 2:
        return None
    years = range(min(figures), max(figures) + 1)
    series = Series(edition.words(statistics.title), tuple(map(figures.get, years)))
    unit = edition.words(statistics.unit)
    return Chart("population", "line", series.name, unit, tuple(map(str, years)), (series,))


def summary(edition: Edition) -> Summary:
    records = edition.records
    return Summary(
        ages=by_age(edition),
        risk_groups=by_risk_group(edition),
        injury_sources=tuple(
            edition.words(record.title) for record in records.evidence.values() if INJURIES in record.criteria
        ),
        international=tuple(project.title for project in records.projects.values() if project.criterion == NETWORKS),
    )
