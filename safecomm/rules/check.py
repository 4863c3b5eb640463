"""Every rule of what Safe Community asks across records, in two lists."""

from collections.abc import Callable

from safecomm.content.content import Content, Language
from safecomm.rules import (
    application,
    criteria,
    evidence,
    measures,
    organisations,
    placeholders,
    questions,
    translations,
)
from safecomm.rules.acknowledgements import acknowledged, stale_acknowledgements
from safecomm.rules.finding import Finding, Findings

Rules = tuple[Callable[[Content, Language], Findings], ...]

ASKED: Rules = (
    measures.no_responsible,
    criteria.no_evidence,
    criteria.no_measures,
    criteria.no_ongoing_work,
    criteria.no_injury_figures,
    evidence.figure_without_origin,
    application.no_letter,
    application.no_contact,
    application.no_date,
    application.missing_appendix,
    application.untranslated,
)
"""What a reader of the application misses: it also stands there, as what is still missing."""

HOUSEKEEPING: Rules = (
    measures.outside_programme,
    evidence.supports_nothing,
    organisations.unused,
    translations.outdated,
    placeholders.not_filled_in,
)
"""What only the editor can make sense of."""

QUESTIONS: Rules = (
    questions.undated_evidence,
    questions.old_evidence,
    questions.no_followup,
    questions.summary_field_missing,
)
"""What a certifier may ask about and an application can do without: only `safecomm status` shows it."""


def check(content: Content, language: Language) -> list[Finding]:
    """What all rules find, with titles and names in `language`, by place."""
    findings = by_place(ASKED + HOUSEKEEPING, content, language)
    return findings + list(stale_acknowledgements(findings, content, language))


def application_gaps(content: Content, language: Language) -> list[Finding]:
    """What the application itself says is still missing."""
    return by_place(ASKED, content, language)


def questions_of(content: Content, language: Language) -> list[Finding]:
    """What a certifier may ask about, though it is no gap."""
    return by_place(QUESTIONS, content, language)


def by_place(rules: Rules, content: Content, language: Language) -> list[Finding]:
    findings = (finding for rule in rules for finding in rule(content, language))
    marked = acknowledged(findings, content, language)
    return sorted(marked, key=lambda each: (each.diagnostic.location, each.diagnostic.code))
