"""What the application itself says is missing: what is still open, and what the community says will stay so for now."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from safecomm.content.project_language import MESSAGES
from safecomm.diagnostic import Diagnostic
from safecomm.documents.chapter_views import Limitation, OpenGaps
from safecomm.documents.edition import Edition
from safecomm.labels import Labels
from safecomm.rules.all_rules import application_gaps, questions_of


def gaps_of(edition: Edition) -> tuple[tuple[OpenGaps, ...], tuple[Limitation, ...]]:
    """What is open, by criterion after what concerns the whole; and what is acknowledged, with the reasons.

    In a final document nothing is open.
    """
    sentences: dict[str | None, list[str]] = defaultdict(list)
    limitations: list[Limitation] = []
    for finding in application_gaps(edition.content, edition.language):
        gap, sentence = finding.diagnostic, gap_sentence(finding.diagnostic, edition)
        if gap.acknowledged is None:
            sentences[finding.criterion].append(sentence)
        else:
            limitations.append(Limitation(sentence, gap.acknowledged))
    if not edition.final:
        sentences[None] += asked_sentences(edition)
    chapters: list[tuple[int | None, str | None]] = [(None, None)]
    chapters += [(number, criterion) for number, criterion in enumerate(edition.content.wordings, start=1)]
    return (
        tuple(OpenGaps(number, tuple(found)) for number, criterion in chapters if (found := sentences.get(criterion))),
        tuple(limitations),
    )


def asked_sentences(edition: Edition) -> Iterator[str]:
    """What a certifier may ask about, as far as the phrases have words for it: each thing once, with how often."""
    labels = Labels(edition.content.project, edition.language)
    counts = Counter(question.diagnostic.code for question in questions_of(edition.content, edition.content.language))
    for code, number in counts.items():
        if sentence := labels.filled({"number": str(number)}, "asked", code):
            yield as_sentence(sentence)


def gap_sentence(gap: Diagnostic, edition: Edition) -> str:
    """In the words of safecomm where it speaks the language, else in those of the phrases."""
    bare = gap._replace(acknowledged=None)
    if edition.language in MESSAGES:
        message = bare.message(edition.language)
    else:
        labels = Labels(edition.content.project, edition.language)
        message = labels.filled(gap.values, "gap", gap.code) or bare.message("en")
    return as_sentence(message)


def as_sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."
