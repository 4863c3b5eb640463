"""Two drafts' contents compared record by record, and what follows for the gaps."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from safecomm.changes.facts import ContentSnapshot, Fact, Form, Path
from safecomm.changes.pieces import Row, changed_rows
from safecomm.content.content import Language
from safecomm.diagnostic import Diagnostic
from safecomm.labels import Labels
from safecomm.rules.rule_finding import Finding, record_name

Diagnostics = tuple[Diagnostic, ...]
Renames = Mapping[tuple[str, str], str]
"""The new id of a record, by its kind and old id."""

ABSENT = Fact("value", (), ())


class FieldChange(NamedTuple):
    """`old` and `new` are empty where nothing was written; `rows` are the lines of a prose that changed.

    `language` is that of a translation, else empty.
    """

    path: Path
    form: Form
    old: tuple[str, ...]
    new: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    language: Language = ""

    @property
    def went(self) -> list[str]:
        return [value for value in self.old if value not in self.new]

    @property
    def came(self) -> list[str]:
        return [value for value in self.new if value not in self.old]


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
    appeared: Diagnostics = ()
    vanished: Diagnostics = ()

    @property
    def language(self) -> Language:
        return self.labels.language


def compare(old: ContentSnapshot, new: ContentSnapshot) -> Changes:
    """By kind in the order of the documents, and in each kind what is there now before what has gone."""
    renames = find_renames(old, new)
    changes = tuple(change for kind in new.kinds() for change in record_changes(old, new, kind, renames))
    appeared, vanished = only_in_one([at_new_id(finding, renames) for finding in old.findings], new.findings)
    return Changes(new.labels, new.title("community", "community"), changes, appeared, vanished)


def find_renames(old: ContentSnapshot, new: ContentSnapshot) -> Renames:
    """A record that has gone and a new one that says the same are one that got another id."""
    renames: dict[tuple[str, str], str] = {}
    for kind, after in new.kinds().items():
        before = old.kinds()[kind]
        gone = {id_: shown_facts(old, kind, id_) for id_ in before if id_ not in after}
        for id_ in after:
            if id_ not in before and gone:
                now = shown_facts(new, kind, id_)
                was = next((old_id for old_id, facts in gone.items() if facts == now), None)
                if was is not None:
                    del gone[was]
                    renames[kind, was] = id_
    return renames


def shown_facts(draft: ContentSnapshot, kind: str, id_: str) -> dict[Path, tuple[str, ...]]:
    """With names in the place of ids, for what it refers to may have got another id as well."""
    facts = draft.facts(kind, id_)
    return {path: fact.shown for path, fact in with_new_keys(facts, lambda fact: fact.shown[0]).items()}


def with_new_keys(facts: Mapping[Path, Fact], key_of: Callable[[Fact], str]) -> dict[Path, Fact]:
    """The facts of an entry in a list that is known by what it refers to, as a member is, below another key."""
    keys = {
        path[:-1]: (*path[:-2], f"[{key_of(fact)}]")
        for path, fact in facts.items()
        if fact.refers and path[-2:-1] == (f"[{fact.items[0]}]",)
    }
    return {(*keys.get(path[:2], path[:2]), *path[2:]): fact for path, fact in facts.items()}


def record_changes(old: ContentSnapshot, new: ContentSnapshot, kind: str, renames: Renames) -> Iterator[RecordChange]:
    before, after = old.kinds()[kind], new.kinds()[kind]
    was = {now: then for (of_kind, then), now in renames.items() if of_kind == kind}
    for id_ in after:
        title = new.title(kind, id_)
        if id_ in was:
            yield RecordChange("renamed", kind, id_, was[id_], title)
        elif id_ not in before:
            yield RecordChange("added", kind, id_, id_, title, tuple(field_changes({}, new.facts(kind, id_), {})))
        elif old.editions(kind, id_) == new.editions(kind, id_):
            continue
        elif changed := tuple(field_changes(old.facts(kind, id_), new.facts(kind, id_), renames)):
            yield RecordChange("changed", kind, id_, id_, title, changed)
    for id_ in before:
        if id_ not in after and (kind, id_) not in renames:
            yield RecordChange(
                "removed", kind, id_, id_, old.title(kind, id_), tuple(field_changes(old.facts(kind, id_), {}, {}))
            )


def field_changes(old: Mapping[Path, Fact], new: Mapping[Path, Fact], renames: Renames) -> Iterator[FieldChange]:
    old = with_new_keys(old, lambda fact: renames.get((fact.refers, fact.items[0]), fact.items[0]))
    for path in dict.fromkeys([*new, *old]):
        before, after = old.get(path, ABSENT), new.get(path, ABSENT)
        if tuple(renames.get((before.refers, item), item) for item in before.items) != after.items:
            fact = (new if path in new else old)[path]
            changed = tuple(changed_rows(before.items, after.items)) if fact.form == "prose" else ()
            yield FieldChange(path, fact.form, before.shown, after.shown, changed, fact.language)


def at_new_id(finding: Finding, renames: Renames) -> Finding:
    """The finding at the record's new id."""
    kind, _, id_ = finding.record.partition("/")
    return finding._replace(record=record_name(kind, renames.get((kind, id_), id_) or kind))


def only_in_one(old: Iterable[Finding], new: Iterable[Finding]) -> tuple[Diagnostics, Diagnostics]:
    """What only the new has, and what only the old has; the same gap may have another wording, with a new title."""
    before, after = list(old), list(new)
    for same in (exact_key, rough_key):
        for finding in list(after):
            if (match := next((earlier for earlier in before if same(earlier) == same(finding)), None)) is not None:
                before.remove(match)
                after.remove(finding)
    return tuple(finding.diagnostic for finding in after), tuple(finding.diagnostic for finding in before)


def exact_key(finding: Finding) -> tuple[str, ...]:
    return (*rough_key(finding), *finding.diagnostic.values.values())


def rough_key(finding: Finding) -> tuple[str, ...]:
    return finding.diagnostic.code, finding.record, finding.diagnostic.values.get("field", "")


def file_changes(kind: str, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[RecordChange]:
    """Of files by their paths; which of their bytes, nobody can read."""
    for path in sorted(old.keys() | new.keys()):
        if path not in old:
            yield RecordChange("added", kind, path, path, "")
        elif path not in new:
            yield RecordChange("removed", kind, path, path, "")
        elif old[path] != new[path]:
            yield RecordChange("changed", kind, path, path, "")
