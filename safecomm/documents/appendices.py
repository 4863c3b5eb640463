"""What stands in the appendices beside the work itself: answers to a form, references, names, attachments."""

from collections.abc import Iterable

from safecomm.content.field_types import LocalizedText
from safecomm.documents.chapter_views import AppendixKind
from safecomm.documents.edition import Edition
from safecomm.documents.front_views import AttachmentView, GlossaryView, QuestionView, ReferenceView, TermView
from safecomm.documents.partners import department_matrix, outside_partners
from safecomm.language import language_name
from safecomm.markdown.blocks import Paragraph, Prose, Span, Text


def appendices(edition: Edition) -> tuple[AppendixKind, ...]:
    """Those for which there is something; the programme is always among the evidence."""
    records = edition.records
    present = {
        AppendixKind.QUESTIONS: bool(records.questions),
        AppendixKind.PARTNERS: bool(outside_partners(edition) or department_matrix(edition).rows),
        AppendixKind.MEASURES: bool(records.measures),
        AppendixKind.EVIDENCE: True,
        AppendixKind.REFERENCES: bool(records.references),
        AppendixKind.GLOSSARY: glossary(edition) is not None,
        AppendixKind.ATTACHMENTS: bool(records.attachments),
    }
    return tuple(appendix for appendix in AppendixKind if present[appendix])


def question_views(edition: Edition) -> tuple[QuestionView, ...]:
    return tuple(
        QuestionView(record.number, edition.title("question", id_), edition.prose(record.answer))
        for id_, record in edition.records.questions.items()
    )


def reference_views(edition: Edition) -> tuple[ReferenceView, ...]:
    return tuple(
        ReferenceView(
            edition.title("reference", id_),
            publication.author,
            str(publication.year) if publication.year else None,
            publication.publisher,
            publication.url,
        )
        for id_, publication in edition.records.references.items()
    )


def glossary(edition: Edition) -> GlossaryView | None:
    """The words and names in the source's language beside those of a translation, and the other way round.

    None where there is one language, or where no name differs.
    """
    other = next((language for language in edition.content.languages if language != edition.language), None)
    if other is None:
        return None
    records = edition.records
    own_terms = terms(edition, other, (term.name for term in records.terms.values()))
    organisations = terms(edition, other, (record.name for record in records.organisations.values()))
    evidence = terms(edition, other, (record.title for record in records.evidence.values()))
    if not (own_terms or organisations or evidence):
        return None
    return GlossaryView(language_name(other, edition.language), own_terms, organisations, evidence)


def terms(edition: Edition, other: str, names: Iterable[LocalizedText]) -> tuple[TermView, ...]:
    """Without the names that hold the other one, as in brackets."""
    pairs = ((edition.words(name), name.to(other)) for name in names)
    return tuple(TermView(here, in_language(edition, other, there)) for here, there in pairs if there not in here)


def in_language(edition: Edition, language: str, text: str) -> Prose:
    """A name of another language within the document, so that it is read aloud and spell-checked in its own."""
    phrase = Span(language, (Text(text),))
    return Prose(f"{language}:{text}", edition.language, (Paragraph((phrase,), 0),), derived=True)


def attachment_views(edition: Edition) -> tuple[AttachmentView, ...]:
    return tuple(
        AttachmentView(
            title=edition.title("attachment", id_),
            kind=attachment.kind,
            sender=attachment.sender,
            date=edition.date(attachment.date) if attachment.date else None,
            present=edition.content.has_file(attachment.file),
            text=edition.prose(attachment.text),
        )
        for id_, attachment in edition.records.attachments.items()
    )
