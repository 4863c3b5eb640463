"""Gaps that the municipality knows of and says so: they stay in view, but no longer stop a final document."""

from collections.abc import Iterable, Iterator

from safecomm.content.content import Content, Language
from safecomm.diagnostic import Severity
from safecomm.rules.finding import Finding, Findings, finding


def acknowledged(findings: Iterable[Finding], content: Content, language: Language) -> Iterator[Finding]:
    """The findings; gaps that application.md acknowledges, with the reason."""
    entries = content.records[language].application.acknowledged
    reasons = {(each.gap, each.record): each.reason.to(language) for each in entries}
    for each in findings:
        reason = reasons.get((each.diagnostic.code, each.record))
        gap = each.diagnostic.severity is Severity.WARNING
        yield each._replace(diagnostic=each.diagnostic._replace(acknowledged=reason)) if reason and gap else each


def stale_acknowledgements(findings: Iterable[Finding], content: Content, language: Language) -> Findings:
    """Serves the editor: what is acknowledged and not missing any more would hide the gap when it comes back."""
    gaps = {(each.diagnostic.code, each.record) for each in findings}
    for number, entry in enumerate(content.records[language].application.acknowledged):
        if (entry.gap, entry.record) not in gaps:
            place = ("application", "application", "acknowledged", number)
            yield finding(content, "acknowledgement-idle", *place, gap=entry.gap, record=entry.record)
