"""Content and what the rules find in it to the status, in one language."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from safecomm.content.content import Content, Language
from safecomm.content.records import Contact, Work
from safecomm.content.vocabulary import Age, Environment, OrganisationKind, Sex
from safecomm.documents.application import community_view, summary
from safecomm.documents.coverage import all_work, by_cell, untagged
from safecomm.documents.edition import Edition
from safecomm.documents.partners import partner_views
from safecomm.documents.views import PartnerView
from safecomm.readiness.aspects import criterion_statuses
from safecomm.readiness.finding_index import SECTIONS, FindingIndex, Section
from safecomm.readiness.readiness import (
    CoverageStatus,
    EvidenceStatus,
    Hole,
    KindStatus,
    PartnershipStatus,
    Readiness,
    Row,
    SummaryField,
    SummaryStatus,
    WorkCell,
)
from safecomm.rules.all_rules import check, questions_of


def gather(content: Content, language: Language) -> Readiness:
    edition = Edition(content, language)
    findings = check(content, language) + questions_of(content, language)
    index = FindingIndex(findings)
    incomplete = {finding.record for finding in findings if SECTIONS.get(finding.diagnostic.code) is Section.LANGUAGES}
    records = edition.records
    return Readiness(
        language,
        records.community.name,
        records.programme.title,
        edition.period(records.programme.period),
        records.application.criteria_set,
        criterion_statuses(edition, index, incomplete),
        coverage(edition),
        partnership(edition, index),
        evidence(edition, index),
        SummaryStatus(summary_fields(edition), index.of(Section.SUMMARY)),
        index.of(Section.APPLICATION),
    )


def coverage(edition: Edition) -> CoverageStatus:
    cells = by_cell(edition)

    def cell(environment: Environment, age: Age) -> WorkCell:
        work = cells[environment, age]
        return WorkCell(age, tuple(record.title for record in work), count_by_sex(work))

    return CoverageStatus(
        tuple(Row(environment, tuple(cell(environment, age) for age in Age)) for environment in Environment),
        tuple(Hole(*place) for place, work in cells.items() if not work),
        count_by_sex(all_work(edition)),
        untagged(edition),
        sum(1 for _ in all_work(edition)),
    )


def count_by_sex(work: Iterable[Work]) -> Mapping[Sex, int]:
    counts = Counter(sex for record in work for sex in record.sexes)
    return {sex: counts[sex] for sex in Sex}


def partnership(edition: Edition, index: FindingIndex) -> PartnershipStatus:
    partners = partner_views(edition)
    kinds = (kind_status(kind, [partner for partner in partners if partner.kind is kind]) for kind in OrganisationKind)
    return PartnershipStatus(edition.records.council.city_members, tuple(kinds), index.of(Section.PARTNERSHIP))


def kind_status(kind: OrganisationKind, partners: Sequence[PartnerView]) -> KindStatus:
    in_measures = (partner.name for partner in partners if partner.responsible or partner.partner_in)
    return KindStatus(kind, tuple(partner.name for partner in partners if partner.council), tuple(in_measures))


def evidence(edition: Edition, index: FindingIndex) -> EvidenceStatus:
    records = edition.records.evidence.values()
    dated = sum(bool(record.period or record.interval) for record in records)
    gaps = index.of(Section.DATES)
    return EvidenceStatus(len(records), dated, sum(gap.code == "evidence-old" for gap in gaps), gaps)


def summary_fields(edition: Edition) -> tuple[SummaryField, ...]:
    """The lines of the summary form, by the names that the templates' phrases have for them."""
    community = community_view(edition)
    contact = edition.records.application.contact
    view = summary(edition)
    answers = {field: getattr(contact, field) if contact else None for field in Contact.model_fields}
    lines = {
        "community_name": community.name,
        "country": community.country,
        "county": community.county,
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
