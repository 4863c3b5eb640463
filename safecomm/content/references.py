"""What records and texts refer to, records and captions: all of it must be there."""

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import NamedTuple

from safecomm.content.content import RecordPlaces
from safecomm.content.field_types import COUNCIL, Record, RefersTo, records_in, reference_fields
from safecomm.content.file import FOLDER
from safecomm.content.folder import COLLECTIONS
from safecomm.content.records import Criterion, Measure
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
            if reference.kind in known:
                value = getattr(part, field)
                yield from unknown_ids(kind, id_, (*at, field), value, reference, known[reference.kind], places)


def unknown_ids(
    kind: str,
    id_: str,
    field: Key,
    value: str | tuple[str, ...] | None,
    reference: RefersTo,
    ids: Mapping[str, str],
    places: RecordPlaces,
) -> Iterator[Diagnostic]:
    written = [value] if isinstance(value, str) else list(value or ())
    keys: list[Key] = [field] if isinstance(value, str) else [(*field, n) for n in range(len(written))]
    for key, name in zip(keys, written, strict=True):
        if ids.get(name) != name and not (reference.council and name == COUNCIL):
            known = {**ids, COUNCIL: COUNCIL} if reference.council else ids
            place = places.find(kind, id_, *key)
            meant = nearest_name(name, known)
            nearest = known[meant] if meant else None
            yield problem(
                "unknown-reference", place, nearest=nearest, id=quote_value(name), place=place_of(reference.kind)
            )


def place_of(kind: str) -> str:
    """The file or folder where records of a kind are written."""
    return f"{FOLDER}/{kind}.yaml" if kind in COLLECTIONS else f"{FOLDER}/{kind}"


def unknown_theme(id_: str, measure: Measure, criterion: Criterion, places: RecordPlaces) -> Iterator[Diagnostic]:
    """A measure's theme is one of its criterion's."""
    if measure.theme and measure.theme not in criterion.themes:
        place = places.find("measures", id_, "theme")
        nearest = nearest_name(measure.theme, criterion.themes)
        yield problem(
            "unknown-theme", place, nearest=nearest, theme=quote_value(measure.theme), criterion=measure.criterion
        )


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
