"""Gaps that the municipality knows of and says so: they stay in view, but no longer stop a final document."""

from collections.abc import Iterable, Iterator

from safecomm.content.content import Content, Language
from safecomm.diagnostic import Severity
from safecomm.rules.finding import Finding, Findings, finding


def acknowledged(findings: Iterable[Finding], content: Content, language: Language) -> Iterator[Finding]:
    """The findings; gaps that application.md acknowledges, with the reason."""
    entries = content.records[language].application.acknowledged
    reasons = {(entry.gap, entry.record): entry.reason.to(language) for entry in entries}
    for gap in findings:
        fault = gap.diagnostic
        reason = reasons.get((fault.code, gap.record)) if fault.severity is Severity.WARNING else None
        yield gap._replace(diagnostic=fault._replace(acknowledged=reason)) if reason else gap


def stale_acknowledgements(findings: Iterable[Finding], content: Content, language: Language) -> Findings:
    """Serves the editor: what is acknowledged and not missing any more would hide the gap when it comes back."""
    gaps = {(gap.diagnostic.code, gap.record) for gap in findings}
    for number, entry in enumerate(content.records[language].application.acknowledged):
        if (entry.gap, entry.record) not in gaps:
            place = ("application", "application", "acknowledged", number)
            yield finding(content, "acknowledgement-idle", *place, gap=entry.gap, record=entry.record)
