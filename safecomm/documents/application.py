"""The application for designation as a Safe Community."""

from collections import defaultdict
from collections.abc import Mapping

from safecomm.content.project_language import MESSAGES
from safecomm.content.records import Contact
from safecomm.diagnostic import Diagnostic
from safecomm.documents.aims import aims_view
from safecomm.documents.appendices import attachment_views, glossary, reference_views
from safecomm.documents.areas import GOVERNING, areas, evidence_view, measure_view
from safecomm.documents.community import community_view
from safecomm.documents.coverage import by_age, by_risk_group, coverage
from safecomm.documents.edition import Edition
from safecomm.documents.figures import figures, shown_statistics
from safecomm.documents.front_views import ApplicationFacts
from safecomm.documents.history import history_view, renewal_view
from safecomm.documents.organisation import organisation_view
from safecomm.documents.partners import partner_chart, partner_views
from safecomm.documents.programme import council_view, programme_facts
from safecomm.documents.views import ApplicationView, Chapter, ContactView, EvidenceView, Summary
from safecomm.labels import Labels
from safecomm.rules.all_rules import application_gaps

INJURIES = "injury_documentation"
NETWORKS = "networks"

Gaps = Mapping[str | None, list[str]]
"""What is still missing as sentences, by criterion; under None what concerns the application as a whole."""


def application_view(bare: Edition) -> ApplicationView:
    edition = bare._replace(figures=shown_statistics(bare))
    records, gaps = edition.records, gaps_of(edition)
    application = records.application
    evidence = {id_: evidence_view(edition, id_, record) for id_, record in records.evidence.items()}
    partners = partner_views(edition)
    return ApplicationView(
        application=application_facts(edition),
        community=community_view(edition),
        programme=programme_facts(edition),
        started=str(records.programme.started) if records.programme.started else None,
        contact=contact_view(edition, application.contact) if application.contact else None,
        letter=edition.prose(application.letter),
        summary_text=edition.prose(application.summary),
        summary=summary(edition),
        aims=aims_view(edition),
        history=history_view(edition),
        renewal=renewal_view(edition),
        council=council_view(edition),
        organisation=organisation_view(edition),
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
        references=reference_views(edition),
        glossary=glossary(edition),
        attachments=attachment_views(edition),
    )


def application_facts(edition: Edition) -> ApplicationFacts:
    application = edition.records.application
    return ApplicationFacts(
        kind=application.kind,
        recipients=application.recipients,
        registry_number=application.registry_number,
        date=edition.date(application.date) if application.date else None,
        supplemented=application.supplemented,
        version=application.version,
        url=application.url,
        certifier=application.certifier,
        support_centre=application.support_centre,
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
            figures=figures(edition, id_),
            evidence=tuple(view for key, view in evidence.items() if id_ in records.evidence[key].criteria),
            gaps=tuple(gaps.get(id_, ())),
        )
        for id_, area in areas(edition).items()
    )


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
