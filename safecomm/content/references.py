"""What records and texts refer to, records and captions: all of it must be there."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from safecomm.content.content import RecordPlaces
from safecomm.content.field_types import COUNCIL, Record, RefersTo, records_in, reference_fields
from safecomm.content.file import FOLDER
from safecomm.content.folder import COLLECTIONS
from safecomm.content.followups import followed
from safecomm.content.records import Measure, Objective, Programme, Statistics, Work
from safecomm.content.validate import quote_value
from safecomm.content.yaml_data import Key
from safecomm.diagnostic import Diagnostic, Location, nearest_name, problem
from safecomm.markdown.blocks import CAPTIONS, IDENTIFIER, Picture, Prose, Reference, Table
from safecomm.markdown.traversal import blocks_in
from safecomm.record_kinds import linked_kinds

Known = Mapping[str, Mapping[str, str]]
"""The ids of each kind, by themselves and by the name of what they stand for; a kind whose file could not be read is
absent, so that nothing is said twice."""

RECORDS = linked_kinds()
Targets = Mapping[str, Set[str]]
"""What a text may refer to: the ids of each kind of reference."""


def unknown_references(kind: str, id_: str, record: Record, known: Known, places: RecordPlaces) -> Iterator[Diagnostic]:
    for at, part in records_in(record):
        for field, reference in reference_fields(type(part)).items():
            if reference.kind in known and not reference.beside:
                ids = known[reference.kind]
                for key, name in names_in((*at, field), getattr(part, field)):
                    if ids.get(name) != name and not (reference.council and name == COUNCIL):
                        yield unknown_reference(name, places.find(kind, id_, *key), reference, ids)


def names_in(field: Key, value: str | tuple[str, ...] | None) -> Iterator[tuple[Key, str]]:
    """The ids that a field names, each with its key."""
    if isinstance(value, str):
        yield field, value
    else:
        yield from (((*field, number), name) for number, name in enumerate(value or ()))


def unknown_reference(name: str, place: Location, reference: RefersTo, ids: Mapping[str, str]) -> Diagnostic:
    known = {**ids, COUNCIL: COUNCIL} if reference.council else ids
    meant = nearest_name(name, known)
    values = {"id": quote_value(name), "place": place_of(reference.kind)}
    return problem("unknown-reference", place, nearest=known[meant] if meant else None, **values)


def unknown_followed(followups: Iterable[str], known: Known) -> Iterator[Diagnostic]:
    """What a follow-up is named after is there."""
    for followup in followups:
        _, kind, id_ = followed(followup)
        if kind in known and id_ not in known[kind]:
            place = Location(f"{FOLDER}/followup/{followup}.md")
            yield unknown_reference(id_, place, RefersTo(kind), known[kind])


def place_of(kind: str) -> str:
    """The file or folder where records of a kind are written."""
    return f"{FOLDER}/{kind}.yaml" if kind in COLLECTIONS else f"{FOLDER}/{kind}"


def unknown_issues(kind: str, id_: str, work: Work, programme: Programme, places: RecordPlaces) -> Iterator[Diagnostic]:
    """The issues of a work are those of the programme."""
    for number, issue in enumerate(work.issues):
        if issue not in programme.issues:
            place, nearest = places.find(kind, id_, "issues", number), nearest_name(issue, programme.issues)
            yield problem("unknown-issue", place, nearest=nearest, issue=quote_value(issue))


def unknown_series(
    kind: str, id_: str, record: Objective | Measure, statistics: Statistics, places: RecordPlaces
) -> Iterator[Diagnostic]:
    """The series of an objective or a measure is a line of its statistics'."""
    named = {row.line for row in statistics.rows}
    if record.series and record.series not in named:
        place, nearest = places.find(kind, id_, "series"), nearest_name(record.series, named)
        values = {"series": quote_value(record.series), "statistics": record.statistics}
        yield problem("unknown-series", place, nearest=nearest, **values)


def unknown_cells(id_: str, statistics: Statistics, places: RecordPlaces) -> Iterator[Diagnostic]:
    """What statistics say of their places and words is about some that their rows have."""
    told: list[tuple[Key, str, tuple[str, ...]]] = [
        *((("comparison", number), place, ("place",)) for number, place in enumerate(statistics.comparison)),
        *((("names", word), word, ("age", "cause", "place", "series")) for word in statistics.names),
    ]
    for key, word, where in told:
        if word not in (named := cells(statistics, *where)):
            place, nearest = places.find("statistics", id_, *key), nearest_name(word, named)
            values = {"value": quote_value(word), "columns": ", ".join(where), "id": id_}
            yield problem("unknown-cell", place, nearest=nearest, **values)


def cells(statistics: Statistics, *columns: str) -> set[str]:
    return {cell for row in statistics.rows for column in columns if (cell := getattr(row, column, None))}


class Passage(NamedTuple):
    """A prose and the path of the file that it stands in."""

    path: str
    prose: Prose

    def place(self, line: int, column: int = 0) -> Location:
        return Location(self.path, line, column)


class Captions:
    """The captions that have an identifier, as references name them, and where each stands."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.targets: dict[str, set[str]] = {kind: set() for kind in CAPTIONS}
        self.places: dict[str, Location] = {}
        self.problems: list[Diagnostic] = []
        for passage in passages:
            for block in blocks_in(passage.prose.blocks):
                if isinstance(block, Table | Picture) and block.caption and block.caption.identifier:
                    kind = "table" if isinstance(block, Table) else "figure"
                    self.add(kind, block.caption.identifier, passage.place(block.caption.line))

    def add(self, kind: str, identifier: str, place: Location) -> None:
        self.targets[kind].add(identifier)
        first = self.places.setdefault(identifier, place)
        if first != place:
            self.problems.append(problem("caption-duplicate", place, identifier=identifier, first=first))


def check_passages(passages: Iterable[Passage], known: Known) -> Iterator[Diagnostic]:
    """Each language counts its own captions."""
    records: Targets = {word: set(known.get(kind, {}).values()) for word, kind in RECORDS.items()}
    languages: dict[str, list[Passage]] = {}
    for passage in passages:
        languages.setdefault(passage.prose.language, []).append(passage)
    for same in languages.values():
        captions = Captions(same)
        yield from captions.problems
        targets = {**records, **captions.targets}
        for passage in same:
            yield from broken_references(passage, targets, known)


def broken_references(passage: Passage, targets: Targets, known: Known) -> Iterator[Diagnostic]:
    for reference in passage.prose.references:
        if reference.identifier in targets[reference.kind] or not IDENTIFIER.fullmatch(reference.identifier):
            continue
        target = f"{reference.kind}:{reference.identifier}"
        place, nearest = passage.place(reference.line, reference.column), nearest_target(reference, targets)
        if reference.kind in CAPTIONS:
            yield problem("dead-caption", place, nearest=nearest, target=target, identifier=reference.identifier)
        elif (kind := RECORDS[reference.kind]) in known:
            yield problem("dead-reference", place, nearest=nearest, target=target, place=place_of(kind))


def nearest_target(reference: Reference, targets: Targets) -> str | None:
    """What has the same id but is of another kind, else what is of the same kind and has nearly that id."""
    if kind := next((kind for kind, ids in sorted(targets.items()) if reference.identifier in ids), None):
        return f"{kind}:{reference.identifier}"
    near = nearest_name(reference.identifier, targets[reference.kind])
    return near and f"{reference.kind}:{near}"
