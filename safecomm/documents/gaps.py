"""What the application itself says is missing: what is still open, and what the community says will stay so for now."""

from collections import defaultdict
from collections.abc import Iterator

from safecomm.content.folder import KINDS
from safecomm.content.placeholder import placeholder_in
from safecomm.content.project_language import MESSAGES
from safecomm.documents.chapter_views import Limitation, OpenGaps
from safecomm.documents.edition import Edition
from safecomm.labels import Labels, lower_first
from safecomm.record_kinds import RECORD_KINDS, Storage
from safecomm.rules.all_rules import application_gaps, questions_of
from safecomm.rules.rule_finding import Finding


def gaps_of(edition: Edition) -> tuple[tuple[OpenGaps, ...], tuple[Limitation, ...]]:
    """What is open, by criterion after what concerns the whole; and what is acknowledged, with the reasons.

    What another edition alone lacks is not said here. In a final document nothing is open.
    """
    sentences: dict[str | None, list[str]] = defaultdict(list)
    limitations: list[Limitation] = []
    for sentence, finding in told_gaps(edition):
        reason = finding.diagnostic.acknowledged
        if reason is None:
            sentences[finding.criterion].append(sentence)
        else:
            limitations.append(Limitation(sentence, reason))
    if not edition.final:
        sentences[None] += (sentence for sentence, _ in asked_sentences(edition))
    chapters: list[tuple[int | None, str | None]] = [(None, None)]
    chapters += [(number, criterion) for number, criterion in enumerate(edition.content.wordings, start=1)]
    return (
        tuple(
            OpenGaps(number, tuple(dict.fromkeys(found)))
            for number, criterion in chapters
            if (found := sentences.get(criterion))
        ),
        tuple(limitations),
    )


def told_gaps(edition: Edition) -> Iterator[tuple[str, Finding]]:
    """What the edition says is missing, each with what the rules have found."""
    labels = Labels(edition.content.project, edition.language)
    for finding in application_gaps(edition.content, edition.language):
        if finding.edition in (None, edition.language):
            yield gap_sentence(finding, edition, labels), finding


def asked_sentences(edition: Edition) -> Iterator[tuple[str, Finding]]:
    """What a certifier may ask about, as far as the phrases have words for it: each thing once, with how often.

    With each the first of what the rules have found.
    """
    labels = Labels(edition.content.project, edition.language)
    found: dict[str, list[Finding]] = defaultdict(list)
    for question in questions_of(edition.content, edition.content.language):
        found[question.diagnostic.code].append(question)
    for code, findings in found.items():
        if sentence := labels.filled({"number": str(len(findings))}, "asked", code):
            yield as_sentence(sentence), findings[0]


def gap_sentence(finding: Finding, edition: Edition, labels: Labels) -> str:
    """In the words of the phrases, else in those that the editor reads; a reader of the document knows no files."""
    gap = finding.diagnostic
    spoken = edition.language if edition.language in MESSAGES else "en"
    values = {**gap.values, **names_of(finding, edition, labels)}
    return as_sentence(labels.filled(values, "gap", gap.code) or gap._replace(acknowledged=None).message(spoken))


def names_of(finding: Finding, edition: Edition, labels: Labels) -> dict[str, str]:
    """The `record` as a reader knows it, by its title where there are several of its kind, and its text's `label`."""
    kind, _, id_ = finding.record.partition("/")
    title = edition.title_of(kind, id_) if id_ in edition.records.kinds[kind] else ""
    single = RECORD_KINDS[kind].storage is Storage.SINGLE or not title or placeholder_in(title)
    record = labels.subject(kind) if single else edition.typed(f'{labels.subject(kind)} "{title}"')
    field = next((part for part in reversed(finding.key) if isinstance(part, str)), "")
    return {"record": record, "label": lower_first(labels.field(KINDS[kind], field))}


def as_sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
