"""One id changed everywhere or nowhere, whatever happens meanwhile, and every other byte as it was."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from safecomm.content.field_types import Record, inner_record, record_fields, reference_fields
from safecomm.content.file import FOLDER, read_bytes, text_of
from safecomm.content.folder import COLLECTIONS, FOLDERS, KINDS, TABLES, YEARLY
from safecomm.content.followups import followed
from safecomm.content.load import load, resolve
from safecomm.content.project_index import ProjectIndex, index_project
from safecomm.content.references import RECORDS
from safecomm.content.revision import position, revise
from safecomm.content.validate import value_at
from safecomm.content.yaml_data import Data, Key, Value
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.editing.find_record import find_record
from safecomm.editing.new import check_id
from safecomm.editing.schema_files import id_file
from safecomm.journal import Undo, only_writer, write_content
from safecomm.stray_files import is_stray

RENAMED = [kind for kind in FOLDERS | COLLECTIONS | TABLES if kind not in {"criteria", *YEARLY}]
YEARS = tuple(f"{kind}/*/*.md" for kind in YEARLY)
READ = ("*.md", "*.yaml", "*/*.md", "*/*.yaml", "*/*.csv", *YEARS, ".schemas/ids.json")
"""What may name a record, or belong to it alone; below content/."""
IN_PROSE = {kind: word for word, kind in RECORDS.items()}
"""What a link in prose, `[](measure:hearings)`, calls the records of each kind."""


class IdChange(NamedTuple):
    """A record's id and the one that it is to have."""

    kind: str
    old: str
    new: str


@only_writer
def rename(project: Path, name: str, new: str, *, undo: Undo = Undo.SAME) -> IdChange:
    """Changes the id `name` (or `kind/id`) to `new`; raises ContentError, and nothing has changed."""
    before = read_files(project)
    index = index_project(project)
    resolve(project, index)
    change = choose(index, name, new)
    changed = {kind: {old: new for of_kind, old, new in changes(change, index) if of_kind == kind} for kind in KINDS}
    ids = {kind: sorted(changed[kind].get(id_, id_) for id_ in of_kind) for kind, of_kind in index.ids.items()}
    lists = id_file(project, ids)
    files = move(change, own_files(change, index), before, rewrite_mentions(before, index, change) | lists)
    # The loader is the proof: a reference that was passed over would lead nowhere now.
    write_content(project, files, {path: before.get(path) for path in files}, proof=load, undo=undo)
    return change


def read_files(project: Path) -> dict[str, bytes]:
    """By their paths in the project."""
    files = [file for pattern in READ for file in (project / FOLDER).glob(pattern) if not is_stray(file.name)]
    paths = {file.relative_to(project).as_posix(): file for file in files if file.is_file()}
    return {path: read_bytes(file, Location(path)) for path, file in paths.items()}


def choose(index: ProjectIndex, name: str, new: str) -> IdChange:
    kind, id_ = find_record(index, name, RENAMED)
    place = Location(FOLDER)
    if kind not in RENAMED:
        raise ContentError([problem("fixed-id", place, id=id_)])
    check_id(new, FOLDER)
    if new in index.ids[kind]:
        raise ContentError([problem("id-taken", place, id=new)])
    return IdChange(kind, id_, new)


def move(
    change: IdChange, own: Iterable[tuple[str, str]], before: Mapping[str, bytes], files: Mapping[str, bytes]
) -> dict[str, bytes | None]:
    """The files with the record's own, translations among them, under their new names; None under the old ones."""
    moved: dict[str, bytes | None] = dict(files)
    for old, new in own:
        if old in before:
            if new in before:
                raise ContentError([problem("id-taken", Location(new), id=change.new)])
            moved[new] = files.get(old, before[old])
            moved[old] = None
    return moved


def own_files(change: IdChange, index: ProjectIndex) -> Iterator[tuple[str, str]]:
    """What the files of the record alone are called, and what they are to be called."""
    for kind, old, new in changes(change, index):
        for ending in index.listing.endings(kind) if kind not in COLLECTIONS else ():
            yield f"{FOLDER}/{kind}/{old}{ending}", f"{FOLDER}/{kind}/{new}{ending}"


def changes(change: IdChange, index: ProjectIndex) -> Iterator[IdChange]:
    """The change, and those of the follow-ups that are named after the record."""
    yield change
    for kind in YEARLY:
        for id_, of in ((id_, followed(id_)) for id_ in index.ids[kind]):
            if (of.kind, of.id) == (change.kind, change.old):
                yield IdChange(kind, id_, of._replace(id=change.new).followup)


def rewrite_mentions(files: Mapping[str, bytes], index: ProjectIndex, change: IdChange) -> dict[str, bytes]:
    """Each file that names the record, as it is to be; raises ContentError where the id is written oddly."""
    places: dict[str, list[Location]] = defaultdict(list)
    for place in mentions(index, change):
        places[place.path].append(place)
    rewritten = {}
    for path in (path for path in files if path in places or path.endswith((".md", ".yaml"))):
        if made := list(replacements(text_of(files[path], path), places[path], change)):
            rewritten[path] = revise(files[path], path, made)
    return rewritten


def mentions(index: ProjectIndex, change: IdChange) -> Iterator[Location]:
    """In fields and, of a file that holds many records, as the key."""
    data, at = index.places.sources[change.kind, change.old]
    yield from [data.keys[at]] if at else []
    for naming in fields_naming(index, change.kind, change.old):
        yield index.places.sources[naming.kind, naming.id][0].values[naming.place]
    yield from acknowledged_mentions(index, change)


class NamingField(NamedTuple):
    """A field, or an entry of one, in which a record names another: `key` in the record, `place` in the file."""

    kind: str
    id: str
    key: Key
    place: Key


def fields_naming(index: ProjectIndex, kind: str, id_: str) -> Iterator[NamingField]:
    for (owner, owner_id), (data, at) in index.places.sources.items():
        for key, model in records_at(data, KINDS[owner], at):
            for field, reference in reference_fields(model).items():
                if reference.kind == kind:
                    for place in keys_holding(data, (*key, field), id_):
                        yield NamingField(owner, owner_id, place[len(at) :], place)


def records_at(data: Data, model: type[Record], at: Key) -> Iterator[tuple[Key, type[Record]]]:
    """Where in the data a record and those in its fields stand, and of what kind they are."""
    yield at, model
    for field in record_fields(model):
        inner, value = inner_record(model, field), value_at(data.value, (*at, field))
        keys = [(*at, field, number) for number in range(len(value))] if isinstance(value, list) else [(*at, field)]
        if inner and value:
            yield from (place for key in keys for place in records_at(data, inner, key))


def acknowledged_mentions(index: ProjectIndex, change: IdChange) -> Iterator[Location]:
    """In the gaps that application.md acknowledges, where other words stand before the id."""
    names = {f"{kind}/{old}" for kind, old, _ in changes(change, index)}
    for number, entry in enumerate(acknowledged_entries(index)):
        if isinstance(entry, dict) and (name := entry.get("record")) in names:
            place = index.places.find("application", "application", "acknowledged", number, "record")
            yield place._replace(column=place.column + len(str(name)) - len(change.old))


def acknowledged_entries(index: ProjectIndex) -> list[Value]:
    """As they are written."""
    data, _ = index.places.sources.get(("application", "application"), (None, ()))
    entries = value_at(data.value, ("acknowledged",)) if data else None
    return entries if isinstance(entries, list) else []


def keys_holding(data: Data, key: Key, id_: str) -> Iterator[Key]:
    value = value_at(data.value, key)
    if isinstance(value, str) and value.strip() == id_:
        yield key
    elif isinstance(value, list):
        yield from ((*key, number) for number, item in enumerate(value) if str(item).strip() == id_)


def replacements(text: str, places: Iterable[Location], change: IdChange) -> Iterator[tuple[int, int, str]]:
    """The new id in each place of the old one: a scalar, plain or in quotation marks, or the target of a link."""
    for place in places:
        start = position(text, place)
        start += text[start] in "'\""
        if not text.startswith(change.old, start):
            raise ContentError([problem("id-spelled-oddly", place, id=change.old)])
        yield start, start + len(change.old), change.new
    for end in ends_in_prose(text, change):
        yield end - len(change.old), end, change.new


def ends_in_prose(text: str, change: IdChange) -> Iterator[int]:
    if change.kind in IN_PROSE:
        link = rf"\](?:\(|:)\s*<?{IN_PROSE[change.kind]}:{re.escape(change.old)}(?![\w-])"
        yield from (match.end() for match in re.finditer(link, text))
