"""A rule about what `safecomm new` and `safecomm init` have written for the editor to replace."""

from safecomm.content.content import Content, Language
from safecomm.content.language import SOURCE
from safecomm.content.placeholder import placeholders
from safecomm.diagnostic import problem
from safecomm.rules.finding import Finding, Findings, named


def not_filled_in(content: Content, _language: Language) -> Findings:
    """Serves the editor: a placeholder must not reach a reader as if it were a fact."""
    for kind, records in content.records[SOURCE].kinds.items():
        for id_, record in records.items():
            for key in placeholders(record):
                place = content.places.find(kind, id_, *key)
                name = ".".join(part for part in key if isinstance(part, str))
                yield Finding(named(kind, id_), None, problem("not-filled-in", place, field=name))
