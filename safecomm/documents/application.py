"""The application for designation as a Safe Community."""

from safecomm.content.records import Contact
from safecomm.documents.aims import aims_view
from safecomm.documents.appendices import appendices, attachment_views, glossary, question_views, reference_views
from safecomm.documents.areas import evidence_view
from safecomm.documents.chapter_views import UnofficialWording
from safecomm.documents.chapters import NETWORKS, chapters
from safecomm.documents.community import community_view
from safecomm.documents.coverage import by_age, by_risk_group, coverage
from safecomm.documents.edition import Edition
from safecomm.documents.figures import shown_statistics
from safecomm.documents.front_views import ApplicationFacts
from safecomm.documents.gaps import gaps_of
from safecomm.documents.history import history_view, renewal_view
from safecomm.documents.measures import measure_register
from safecomm.documents.organisation import organisation_view
from safecomm.documents.partners import council_work, department_matrix, outside_partners
from safecomm.documents.programme import council_view, programme_facts
from safecomm.documents.views import ApplicationView, ContactView, Summary
from safecomm.labels import Labels

INJURIES = "injury_documentation"


def application_view(bare: Edition) -> ApplicationView:
    edition = bare._replace(figures=shown_statistics(bare))
    records, application = edition.records, edition.records.application
    open_gaps, limitations = gaps_of(edition)
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
        unofficial_wording=unofficial_wording(edition),
        chapters=chapters(edition),
        coverage=coverage(edition),
        strengths=edition.prose(application.strengths),
        weaknesses=edition.prose(application.weaknesses),
        opportunities=edition.prose(application.opportunities),
        threats=edition.prose(application.threats),
        further_work=edition.prose(application.further_work),
        final_words=edition.prose(application.final_words),
        limitations=limitations,
        appendices=appendices(edition),
        questions=question_views(edition),
        departments=department_matrix(edition),
        partners=outside_partners(edition),
        council_work=council_work(edition),
        measures=measure_register(edition),
        evidence=tuple(evidence_view(edition, id_, record) for id_, record in records.evidence.items()),
        references=reference_views(edition),
        glossary=glossary(edition),
        attachments=attachment_views(edition),
        open_gaps=open_gaps,
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


def unofficial_wording(edition: Edition) -> UnofficialWording | None:
    """None where the wordings are the official ones of the document's language."""
    criteria_set = edition.content.criteria_set
    if edition.language in criteria_set.official:
        return None
    translated = all(edition.language in wording.texts for wording in criteria_set.wordings.values())
    return UnofficialWording.TRANSLATED if translated else UnofficialWording.ENGLISH


def contact_view(edition: Edition, contact: Contact) -> ContactView:
    """The name with the title behind."""
    facts = {field: getattr(contact, field) for field in ContactView._fields}
    title = f", {edition.words(contact.title)}" if contact.title else ""
    return ContactView(**{**facts, "name": f"{contact.name}{title}"})


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
