"""A rule about what `safecomm new` and `safecomm init` have written for the editor to replace."""

from collections.abc import Iterator

from safecomm.content.content import SOURCE, Content, Language, Records
from safecomm.content.fields import Record
from safecomm.content.placeholder import placeholders
from safecomm.diagnostic import problem
from safecomm.rules.finding import Finding, Findings, named


def not_filled_in(content: Content, _language: Language) -> Findings:
    """Serves the editor: a placeholder must not reach a reader as if it were a fact."""
    for kind, id_, record in everything(content.records[SOURCE]):
        for key in placeholders(record):
            place = content.places.find(kind, id_, *key)
            name = ".".join(part for part in key if isinstance(part, str))
            yield Finding(named(kind, id_), None, problem("not-filled-in", place, field=name))


def everything(records: Records) -> Iterator[tuple[str, str, Record]]:
    for kind, found in records._asdict().items():
        if isinstance(found, Record):
            yield kind, kind, found
        else:
            yield from ((kind, id_, record) for id_, record in found.items())
