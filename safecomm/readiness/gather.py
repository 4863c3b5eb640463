"""Content and what the rules find in it to the status, in one language."""

from collections import Counter
from collections.abc import Iterable, Mapping

from safecomm.content.content import Content, Language
from safecomm.content.records import Contact, Work
from safecomm.content.vocabulary import Age, Environment, OrganisationKind, Sex
from safecomm.documents.application import community_view, summary
from safecomm.documents.coverage import all_work, by_cell, untagged
from safecomm.documents.edition import Edition
from safecomm.documents.partners import partner_views
from safecomm.readiness.criteria import criteria
from safecomm.readiness.findings import PLACES, FindingIndex, Place
from safecomm.readiness.status import (
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


def status(content: Content, language: Language) -> Readiness:
    edition = Edition(content, language)
    findings = check(content, language) + questions_of(content, language)
    placed = FindingIndex(findings)
    incomplete = {each.record for each in findings if PLACES.get(each.diagnostic.code) is Place.LANGUAGES}
    records = edition.records
    return Readiness(
        language,
        records.community.name,
        records.programme.title,
        edition.period(records.programme.period),
        records.application.criteria_set,
        criteria(edition, placed, incomplete),
        coverage(edition),
        partnership(edition, placed),
        evidence(edition, placed),
        SummaryStatus(tuple(SummaryField(*each) for each in form(edition).items()), placed.of(Place.SUMMARY)),
        placed.of(Place.APPLICATION),
    )


def coverage(edition: Edition) -> CoverageStatus:
    cells = by_cell(edition)

    def cell(environment: Environment, age: Age) -> WorkCell:
        found = cells[environment, age]
        return WorkCell(age, tuple(each.title for each in found), by_sex(found))

    return CoverageStatus(
        tuple(Row(environment, tuple(cell(environment, age) for age in Age)) for environment in Environment),
        tuple(Hole(*place) for place, found in cells.items() if not found),
        by_sex(all_work(edition)),
        untagged(edition),
        sum(1 for _ in all_work(edition)),
    )


def by_sex(work: Iterable[Work]) -> Mapping[Sex, int]:
    counted = Counter(sex for each in work for sex in each.sexes)
    return {sex: counted[sex] for sex in Sex}


def partnership(edition: Edition, placed: FindingIndex) -> PartnershipStatus:
    partners = partner_views(edition)
    kinds = (
        KindStatus(
            kind,
            tuple(each.name for each in partners if each.kind is kind and each.council),
            tuple(each.name for each in partners if each.kind is kind and (each.responsible or each.partner_in)),
        )
        for kind in OrganisationKind
    )
    return PartnershipStatus(edition.records.council.city_members, tuple(kinds), placed.of(Place.PARTNERSHIP))


def evidence(edition: Edition, placed: FindingIndex) -> EvidenceStatus:
    found = edition.records.evidence.values()
    dated = sum(bool(each.period or each.interval) for each in found)
    gaps = placed.of(Place.DATES)
    return EvidenceStatus(len(found), dated, sum(each.code == "evidence-old" for each in gaps), gaps)


def form(edition: Edition) -> Mapping[str, str | None]:
    """The lines of the summary form, by the names that the templates' phrases have for them."""
    community = community_view(edition)
    contact = edition.records.application.contact
    asked = summary(edition)
    told = {field: getattr(contact, field) if contact else None for field in Contact.model_fields}
    return {
        "community_name": community.name,
        "country": community.country,
        "county": community.county,
        "inhabitants": community.inhabitants and community.inhabitants.value,
        "website": community.website,
        "contact": told.pop("name"),
        "contact_country": told.pop("country"),
        **told,
        "risk_groups": counted(asked.risk_groups),
        "injury_sources": counted(asked.injury_sources),
        "international": counted(asked.international),
    }


def counted(found: tuple[object, ...]) -> str | None:
    return str(len(found)) if found else None
