"""Where a record's id is written, and the files with another in its place and every other byte as it was."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from safecomm.content.field_types import reference_fields
from safecomm.content.file import FOLDER, read_bytes, text_of
from safecomm.content.folder import KINDS
from safecomm.content.project_index import ProjectIndex
from safecomm.content.references import RECORDS
from safecomm.content.revision import position, revised
from safecomm.content.validate import value_at
from safecomm.content.yaml_data import Data, Key
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.stray_files import is_stray

IN_PROSE = {kind: word for word, kind in RECORDS.items()}
"""What a link in prose, `[](measure:hearings)`, calls the records of each kind."""


class IdChange(NamedTuple):
    """A record's id and the one that it is to have."""

    kind: str
    old: str
    new: str


def rewrite_mentions(project: Path, index: ProjectIndex, change: IdChange) -> dict[Path, bytes]:
    """Each file that names the record, as it is to be; raises ContentError where the id is written oddly."""
    places: dict[str, list[Location]] = defaultdict(list)
    for place in mentions(index, change):
        places[place.path].append(place)
    files = {}
    for path in {*places, *(file.relative_to(project).as_posix() for file in markdown_files(project))}:
        data = read_bytes(project / path, Location(path))
        if made := list(replacements(text_of(data, path), places[path], change)):
            files[project / path] = revised(data, path, made)
    return files


def mentions(index: ProjectIndex, change: IdChange) -> Iterator[Location]:
    """In fields and, of a file that holds many records, as the key."""
    for (kind, id_), (data, at) in index.places.sources.items():
        if at and (kind, id_) == (change.kind, change.old):
            yield data.keys[at]
        for field, reference in reference_fields(KINDS[kind]).items():
            if reference.kind == change.kind:
                yield from (data.values[key] for key in keys_holding(data, (*at, field), change.old))
    yield from acknowledged_mentions(index, change)


def acknowledged_mentions(index: ProjectIndex, change: IdChange) -> Iterator[Location]:
    """In the gaps that application.md acknowledges, where the kind stands before the id."""
    data, _ = index.places.sources.get(("application", "application"), (None, ()))
    entries = value_at(data.value, ("acknowledged",)) if data else None
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if data and isinstance(entry, dict) and entry.get("record") == f"{change.kind}/{change.old}":
            place = data.values["acknowledged", number, "record"]
            yield place._replace(column=place.column + len(change.kind) + 1)


def keys_holding(data: Data, key: Key, id_: str) -> Iterator[Key]:
    value = value_at(data.value, key)
    if isinstance(value, str) and value.strip() == id_:
        yield key
    elif isinstance(value, list):
        yield from ((*key, number) for number, item in enumerate(value) if str(item).strip() == id_)


def markdown_files(project: Path) -> Iterator[Path]:
    for folder in (project / FOLDER, *((project / FOLDER / kind) for kind in KINDS)):
        yield from (file for file in folder.glob("*.md") if not is_stray(file.name))


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
