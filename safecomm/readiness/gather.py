"""Content and what the rules find in it to the status, in one language."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from safecomm.content.content import Content, Language
from safecomm.content.records import Work
from safecomm.content.vocabulary import OrganisationKind, Sex
from safecomm.documents.application import summary
from safecomm.documents.chapter_views import PartnerView
from safecomm.documents.community import community_view
from safecomm.documents.coverage import Origin, all_work, by_cell, count_origins, environments, label
from safecomm.documents.edition import Edition
from safecomm.documents.partners import council_members, partner_views
from safecomm.documents.reports import count_states, reported_works, state_view, years
from safecomm.documents.views import AgeColumn, ContactView
from safecomm.labels import Labels
from safecomm.readiness.aspects import criterion_statuses
from safecomm.readiness.finding_index import SECTIONS, FindingIndex, StatusSection
from safecomm.readiness.readiness import (
    CoverageStatus,
    EvidenceStatus,
    Hole,
    KindStatus,
    PartnershipStatus,
    Readiness,
    ReportingStatus,
    Row,
    SummaryField,
    SummaryStatus,
    WorkCell,
)
from safecomm.rules.all_rules import check, questions_of
from safecomm.rules.question_rules import is_dated
from safecomm.rules.rule_finding import Finding

AGES = [age for age in AgeColumn if age not in (AgeColumn.ALL, AgeColumn.UNNAMED)]

SELDOM_KINDS = {
    OrganisationKind.HOSPITAL,
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.CHURCH,
    OrganisationKind.UNION,
    OrganisationKind.INSURER,
    OrganisationKind.TRUST,
    OrganisationKind.IWI,
}
"""The kinds of organisation of which nobody misses one in every community."""


def gather(content: Content, language: Language) -> Readiness:
    return status_of(content, language, check(content, language))


def status_of(content: Content, language: Language, gaps: Sequence[Finding]) -> Readiness:
    """With the gaps that the rules have found."""
    edition = Edition(content, language)
    findings = [*gaps, *questions_of(content, language)]
    index = FindingIndex(findings)
    incomplete = {
        finding.record for finding in findings if SECTIONS.get(finding.diagnostic.code) is StatusSection.LANGUAGES
    }
    records = edition.records
    return Readiness(
        language,
        records.community.name,
        records.programme.title,
        edition.period(records.programme.period),
        records.application.criteria_set,
        f"{edition.words(content.criteria_set.title)} ({content.criteria_set.year})",
        edition.words(content.criteria_set.label),
        criterion_statuses(edition, index, incomplete),
        coverage(edition),
        partnership(edition, index),
        evidence(edition, index),
        reporting(edition),
        SummaryStatus(summary_fields(edition), index.of(StatusSection.SUMMARY)),
        index.of(StatusSection.APPLICATION),
    )


def labels_of(content: Content, language: Language) -> Labels:
    """In the community's own words."""
    return Labels(content.project, language, Edition(content, language).community_words())


def coverage(edition: Edition) -> CoverageStatus:
    cells, origins = by_cell(edition), count_origins(edition)

    def cell(place: str | None, age: AgeColumn) -> WorkCell:
        work = cells[place, age]
        return WorkCell(age, tuple(record.title for record in work), count_by_sex(work))

    places = environments(edition)
    return CoverageStatus(
        tuple(Row(label(edition, place), tuple(cell(place, age) for age in AgeColumn)) for place in places),
        tuple(
            Hole(edition.value(place), age)
            for place in places
            for age in AGES
            if place and not cells[place, age] and not cells[place, AgeColumn.ALL]
        ),
        count_by_sex(all_work(edition)),
        origins[Origin.WRITTEN],
        origins[Origin.DERIVED],
        origins[Origin.UNNAMED],
    )


def count_by_sex(work: Iterable[Work]) -> Mapping[Sex, int]:
    counts = Counter(sex for record in work for sex in record.sexes)
    return {sex: counts[sex] for sex in Sex}


def partnership(edition: Edition, index: FindingIndex) -> PartnershipStatus:
    partners = partner_views(edition, council_members(edition))
    there = {organisation.kind for organisation in edition.records.organisations.values()}
    kinds = (
        kind_status(kind, [partner for partner in partners if partner.kind is kind])
        for kind in OrganisationKind
        if kind in there or kind not in SELDOM_KINDS
    )
    return PartnershipStatus(edition.records.council.city_members, tuple(kinds), index.of(StatusSection.PARTNERSHIP))


def kind_status(kind: OrganisationKind, partners: Sequence[PartnerView]) -> KindStatus:
    in_measures = (partner.name for partner in partners if partner.responsible or partner.partner_in)
    return KindStatus(kind, tuple(partner.name for partner in partners if partner.council), tuple(in_measures))


def evidence(edition: Edition, index: FindingIndex) -> EvidenceStatus:
    records = edition.records.evidence.values()
    dated = sum(is_dated(record) for record in records)
    gaps = index.of(StatusSection.DATES)
    return EvidenceStatus(len(records), dated, sum(gap.code == "evidence-old" for gap in gaps), gaps)


def reporting(edition: Edition) -> ReportingStatus:
    works, reported = list(reported_works(edition)), years(edition)
    if not reported:
        return ReportingStatus(None, None, 0, len(works))
    latest = reported[-1]
    dates = [report.date for work in works if (report := work.reports.get(latest)) and report.date]
    counts = count_states(state_view(work, latest) for work in works)
    return ReportingStatus(str(latest), edition.date(max(dates)) if dates else None, counts.known, counts.all)


def summary_fields(edition: Edition) -> tuple[SummaryField, ...]:
    """The lines of the summary form, by the names that the templates' phrases have for them."""
    community = community_view(edition)
    contact = edition.records.application.contact
    view = summary(edition)
    answers = {field: getattr(contact, field) if contact else None for field in ContactView._fields}
    lines = {
        "community_name": community.name,
        "country": community.country,
        # Not every country has any.
        **({"county": community.county} if community.county else {}),
        "inhabitants": community.inhabitants and community.inhabitants.value,
        "website": community.website,
        "contact": answers.pop("name"),
        "contact_country": answers.pop("country"),
        **answers,
        "risk_groups": count(view.risk_groups),
        "injury_sources": count(view.injury_sources),
        "international": count(view.international),
    }
    return tuple(SummaryField(*line) for line in lines.items())


def count(items: tuple[object, ...]) -> str | None:
    return str(len(items)) if items else None
