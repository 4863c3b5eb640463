"""Every rule of what Safe Community asks across records, in lists, and the gaps that the municipality acknowledges."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from safecomm.content.content import Content, Language
from safecomm.content.records import Acknowledgement
from safecomm.diagnostic import Severity
from safecomm.rules import (
    application_rules,
    brief_rules,
    certifier_rules,
    figure_rules,
    followup_rules,
    gap_rules,
    housekeeping_rules,
    privacy_rules,
    question_rules,
    translation_rules,
)
from safecomm.rules.rule_finding import UNFILLED, Finding, Findings, finding

Rules = tuple[Callable[[Content, Language], Findings], ...]
ASKED: Rules = (
    gap_rules.no_responsible,
    gap_rules.no_evidence,
    gap_rules.no_measures,
    gap_rules.no_ongoing_work,
    gap_rules.no_injury_figures,
    gap_rules.figure_without_origin,
    gap_rules.no_letter,
    gap_rules.no_contact,
    gap_rules.no_date,
    gap_rules.missing_appendix,
    brief_rules.briefs_incomplete,
    application_rules.no_objectives,
    application_rules.no_network,
    application_rules.no_summary,
    application_rules.renewal_incomplete,
    application_rules.question_unanswered,
    application_rules.missing_attachment,
    translation_rules.untranslated,
)
"""What a reader of the application misses: it also stands there, as what is still missing."""

ASKED_CODES = (
    "no-responsible",
    "criterion-without-evidence",
    "criterion-without-measures",
    "criterion-without-ongoing-work",
    "no-injury-figures",
    "figure-without-origin",
    "no-letter",
    "no-contact",
    "no-date",
    "missing-appendix",
    "briefs-incomplete",
    "no-objectives",
    "no-network",
    "no-summary",
    "renewal-without-designation",
    "renewal-without-account",
    "question-unanswered",
    "missing-attachment",
    "untranslated",
    "untranslated-field",
    "only-translated",
)
"""What those rules say, which the phrases of a language have in their own words where safecomm does not speak it."""

HOUSEKEEPING: Rules = (
    housekeeping_rules.outside_programme,
    application_rules.answer_too_long,
    application_rules.attachment_of_other_kind,
    housekeeping_rules.supports_nothing,
    housekeeping_rules.unused_organisation,
    housekeeping_rules.unused_statistics,
    housekeeping_rules.outdated_translation,
    housekeeping_rules.not_filled_in,
    housekeeping_rules.unplaced_texts,
    figure_rules.suppressed_follows,
)
"""What only the editor can make sense of."""

QUESTIONS: Rules = (
    question_rules.undated_evidence,
    question_rules.old_evidence,
    question_rules.no_followup,
    question_rules.summary_field_missing,
    question_rules.objective_incomplete,
    question_rules.measure_incomplete,
    question_rules.assessment_missing,
    question_rules.no_support_letter,
    certifier_rules.council_incomplete,
    certifier_rules.no_resources,
    certifier_rules.injury_figures_undivided,
    figure_rules.figures_old,
    figure_rules.figures_broken,
    figure_rules.figures_without_comparison,
    certifier_rules.objective_without_measures,
    certifier_rules.network_undated,
    certifier_rules.sexes_not_told,
    certifier_rules.no_references,
    certifier_rules.renewal_details_missing,
    certifier_rules.recommendation_unanswered,
    followup_rules.followup_old,
    followup_rules.status_outdated,
)
"""What a certifier may ask about and an application can do without: only `safecomm status` shows it."""


OF_DOCUMENTS: Mapping[str, Rules] = {
    brief_rules.BRIEFS: (brief_rules.brief_incomplete, translation_rules.untranslated_in_brief),
    followup_rules.FOLLOWUP: (followup_rules.not_reported,),
}
"""What only the readers of one kind of document miss."""


def check(content: Content, language: Language) -> list[Finding]:
    """What all rules find, with titles and names in `language`, by place."""
    findings = apply_rules(ASKED + HOUSEKEEPING, content, language)
    return findings + list(stale_acknowledgements(findings, content, language))


def application_gaps(content: Content, language: Language) -> list[Finding]:
    """What the application itself says is still missing."""
    return apply_rules(ASKED, content, language)


def document_gaps(content: Content, language: Language, kinds: Iterable[str]) -> list[Finding]:
    """What the readers of these kinds of document alone miss."""
    return apply_rules(tuple(rule for kind in kinds for rule in OF_DOCUMENTS.get(kind, ())), content, language)


def questions_of(content: Content, language: Language) -> list[Finding]:
    """What a certifier may ask about, though it is no gap."""
    return apply_rules(QUESTIONS, content, language)


def privacy_questions(content: Content, language: Language) -> list[Finding]:
    """What looks private, and may be meant to stand there."""
    return apply_rules((privacy_rules.private_data,), content, language)


def apply_rules(rules: Rules, content: Content, language: Language) -> list[Finding]:
    findings = (finding for rule in rules for finding in rule(content, language))
    marked = mark_acknowledged(findings, content, language)
    return sorted(marked, key=lambda gap: (gap.diagnostic.location, gap.diagnostic.code))


RENAMED = {
    "untranslated-en": "untranslated",
    "untranslated-en-field": "untranslated-field",
    "untranslated-sv-field": "only-translated",
}
"""What older content calls a gap that it acknowledges, and its name today."""


def acknowledged_gap(entry: Acknowledgement) -> tuple[str, str]:
    return RENAMED.get(entry.gap, entry.gap), entry.record


def mark_acknowledged(findings: Iterable[Finding], content: Content, language: Language) -> Iterator[Finding]:
    """The findings; gaps that application.md acknowledges, with the reason."""
    entries = content.records[language].application.acknowledged
    reasons = {acknowledged_gap(entry): entry.reason.to(language) for entry in entries}
    for gap in findings:
        fault = gap.diagnostic
        if fault.severity is Severity.WARNING:
            reason = reasons.get((fault.code, gap.record)) if gap.may_stand else None
            gap = gap._replace(diagnostic=fault._replace(record=gap.record, acknowledged=reason))
        yield gap


def stale_acknowledgements(findings: Iterable[Finding], content: Content, language: Language) -> Findings:
    """Serves the editor: what is acknowledged and not missing any more would hide the gap when it comes back."""
    gaps = {(gap.diagnostic.code, gap.record) for gap in findings}
    for number, entry in enumerate(content.records[language].application.acknowledged):
        place = ("application", "application", "acknowledged", number)
        if entry.gap == UNFILLED:
            yield finding(content, "never-acknowledged", *place)
        elif acknowledged_gap(entry) not in gaps:
            yield finding(content, "acknowledgement-idle", *place, gap=entry.gap, record=entry.record)
