"""What looks like a private person's own: it may be meant, so that `safecomm check` only asks."""

from safecomm.content.content import Content, Language
from safecomm.rules.rule_finding import Findings, finding


def private_data(content: Content, _language: Language) -> Findings:
    """Serves whoever is named, and the municipality that answers for it."""
    for found in content.private:
        yield finding(content, "private-data", found.kind, found.id, *found.key, text=found.text)
