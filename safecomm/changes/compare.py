"""Two drafts' contents compared record by record, and what follows for the gaps."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from safecomm.changes.facts import ContentSnapshot, Fact, Form, Path
from safecomm.changes.pieces import Row, rows
from safecomm.content.content import Language
from safecomm.diagnostic import Diagnostic
from safecomm.labels import Labels
from safecomm.rules.rule_finding import Finding, named

Renames = Mapping[tuple[str, str], str]
"""The new id of a record, by its kind and old id."""

ABSENT = Fact("value", (), ())


class FieldChange(NamedTuple):
    """`old` and `new` are empty where nothing was written; `rows` are the lines of a prose that changed."""

    path: Path
    form: Form
    old: tuple[str, ...]
    new: tuple[str, ...]
    rows: tuple[Row, ...] = ()


class RecordChange(NamedTuple):
    """`old_id` is another than `id` only for a renamed record, whose content is the same; files have no fields."""

    change: Literal["added", "removed", "renamed", "changed"]
    kind: str
    id: str
    old_id: str
    title: str
    fields: tuple[FieldChange, ...] = ()


class Changes(NamedTuple):
    """`appeared` and `vanished` are what the rules find in one of the drafts only.

    `community` is the municipality, whose changes these are.
    """

    labels: Labels
    community: str
    records: tuple[RecordChange, ...]
    appeared: tuple[Diagnostic, ...] = ()
    vanished: tuple[Diagnostic, ...] = ()

    @property
    def language(self) -> Language:
        return self.labels.language


def compare(old: ContentSnapshot, new: ContentSnapshot) -> Changes:
    """By kind in the order of the documents, and in each kind what is there now before what has gone."""
    renames = renamed(old, new)
    found = tuple(change for kind in new.kinds() for change in records(old, new, kind, renames))
    appeared, vanished = parted([moved(finding, renames) for finding in old.findings], new.findings)
    return Changes(new.labels, new.title("community", "community"), found, appeared, vanished)


def renamed(old: ContentSnapshot, new: ContentSnapshot) -> Renames:
    """A record that has gone and a new one that says the same are one that got another id."""
    found: dict[tuple[str, str], str] = {}
    for kind, after in new.kinds().items():
        before = old.kinds()[kind]
        gone = {id_: said(old, kind, id_) for id_ in before if id_ not in after}
        for id_ in after:
            if id_ not in before and gone:
                now = said(new, kind, id_)
                was = next((each for each, facts in gone.items() if facts == now), None)
                if was is not None:
                    del gone[was]
                    found[kind, was] = id_
    return found


def said(draft: ContentSnapshot, kind: str, id_: str) -> dict[Path, tuple[str, ...]]:
    """With names in the place of ids, for what it refers to may have got another id as well."""
    return {path: fact.shown for path, fact in draft.facts(kind, id_).items()}


def records(old: ContentSnapshot, new: ContentSnapshot, kind: str, renames: Renames) -> Iterator[RecordChange]:
    before, after = old.kinds()[kind], new.kinds()[kind]
    was = {now: then for (each, then), now in renames.items() if each == kind}
    for id_ in after:
        title = new.title(kind, id_)
        if id_ in was:
            yield RecordChange("renamed", kind, id_, was[id_], title)
        elif id_ not in before:
            yield RecordChange("added", kind, id_, id_, title, tuple(fields({}, new.facts(kind, id_), {})))
        elif old.editions(kind, id_) == new.editions(kind, id_):
            continue
        elif changed := tuple(fields(old.facts(kind, id_), new.facts(kind, id_), renames)):
            yield RecordChange("changed", kind, id_, id_, title, changed)
    for id_ in before:
        if id_ not in after and (kind, id_) not in renames:
            yield RecordChange(
                "removed", kind, id_, id_, old.title(kind, id_), tuple(fields(old.facts(kind, id_), {}, {}))
            )


def fields(old: Mapping[Path, Fact], new: Mapping[Path, Fact], renames: Renames) -> Iterator[FieldChange]:
    for path in dict.fromkeys([*new, *old]):
        before, after = old.get(path, ABSENT), new.get(path, ABSENT)
        if tuple(renames.get((before.refers, item), item) for item in before.items) != after.items:
            form = (new if path in new else old)[path].form
            changed = tuple(rows(before.items, after.items)) if form == "prose" else ()
            yield FieldChange(path, form, before.shown, after.shown, changed)


def moved(finding: Finding, renames: Renames) -> Finding:
    """The finding at the record's new id."""
    kind, _, id_ = finding.record.partition("/")
    return finding._replace(record=named(kind, renames.get((kind, id_), id_) or kind))


def parted(old: Iterable[Finding], new: Iterable[Finding]) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What only the new has, and what only the old has; the same gap may have another wording, with a new title."""
    before, after = list(old), list(new)
    for same in (exactly, roughly):
        for each in list(after):
            if (match := next((one for one in before if same(one) == same(each)), None)) is not None:
                before.remove(match)
                after.remove(each)
    return tuple(each.diagnostic for each in after), tuple(each.diagnostic for each in before)


def exactly(finding: Finding) -> tuple[str, ...]:
    return (*roughly(finding), *finding.diagnostic.values.values())


def roughly(finding: Finding) -> tuple[str, ...]:
    return finding.diagnostic.code, finding.record, finding.diagnostic.values.get("field", "")
