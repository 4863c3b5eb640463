"""Where on the desk a record is, a field of it, and whatever stands at a place of a content file."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import NamedTuple
from urllib.parse import quote

from safecomm.content.content import Content, Language
from safecomm.content.field_types import LocalizedText, field_types, translated_fields
from safecomm.content.folder import KINDS
from safecomm.desk.desk import DeskState
from safecomm.diagnostic import ContentError, Location
from safecomm.editing.form_inputs import input_id
from safecomm.editing.written_file import WrittenFile, read_written
from safecomm.journal import content_bytes

TRANSLATION = re.compile(r"(?<=[^/])\.([a-z]{2,3})\.md$")

FIGURES = ".csv"

DROPPED = "safecomm-dropped-"
"""How the folder's name begins in which a file lies that was dropped on a page, while it is read."""


def shown_path(path: str) -> str:
    """As people know the file: one that was dropped by its name alone."""
    return path.rpartition("/")[2] if f"/{DROPPED}" in path else path


def record_address(kind: str, id_: str, field: str = "") -> str:
    return f"/record/{kind}/{quote(id_, safe='')}{f'#{quote(field)}' if field else ''}"


class RecordPlace(NamedTuple):
    """A field of a record, or the record where `field` is empty."""

    kind: str
    id: str
    field: str = ""

    @property
    def address(self) -> str:
        return record_address(*self)

    def address_in(self, language: Language, source: Language) -> str:
        """That of the text in the language, where the field is written in several; `source` is the originals'."""
        model = KINDS[self.kind]
        is_beside = self.field in model.model_fields and LocalizedText in field_types(model, self.field)
        if is_beside or (self.field in translated_fields(model) and language != source):
            return record_address(self.kind, self.id, input_id((self.field,), language))
        return self.address

    @property
    def record(self) -> "RecordPlace":
        return self._replace(field="")


def address_of(record: str) -> str:
    """Of a record as its editor writes it, `measures/hearings` or `council`."""
    kind, _, id_ = record.partition("/")
    return record_address(kind, id_ or kind)


def address_at(state: DeskState, location: Location) -> str:
    """That of the record and its field which stand there, or of its figures; empty where there is none."""
    place, language = place_at(state, location), language_at(location)
    if place is None or state.content is None:
        return ""
    if location.path.endswith(FIGURES):
        return f"/figures/{quote(place.id, safe='')}"
    return place.address_in(language, state.content.source) if language else place.address


def language_at(location: Location) -> Language | None:
    """That of a translation file."""
    found = TRANSLATION.search(location.path)
    return found[1] if found else None


def place_at(state: DeskState, location: Location) -> RecordPlace | None:
    content = state.content
    if content is None:
        return None
    by_path = state.remembered("records by path", lambda: records_by_path(content))
    records = by_path.get(location.path) or by_path.get(source_path(location.path, by_path)) or []
    above = [record for line, *record in records if line <= location.line] or [record for _, *record in records[:1]]
    if not above:
        return None
    kind, id_ = above[-1]
    if language_at(location):
        return RecordPlace(kind, id_, translated_field_at(state, content, kind, location))
    return RecordPlace(kind, id_, field_at(content, kind, id_, location))


def translated_field_at(state: DeskState, content: Content, kind: str, location: Location) -> str:
    """The one that begins on that line or last above it; what concerns the whole file is said of its first line."""
    if location.line <= 1:
        return ""
    written = state.remembered(("written", location.path), lambda: read_translation(content, kind, location.path))
    return "".join(map(str, written.key_at(location._replace(line=location.line + 1, column=0))[:1]))


def read_translation(content: Content, kind: str, path: str) -> WrittenFile:
    """What stands where in it; nothing while it cannot be read."""
    with suppress(ContentError):
        return read_written(content_bytes(content.project, path) or b"", path, kind, ())
    return WrittenFile({}, {})


def records_by_path(content: Content) -> Mapping[str, list[tuple[int, str, str]]]:
    """Of each file its records with their lines, in order."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for (kind, id_), (data, key) in content.places.sources.items():
        line = data.field_place(key).line if key else 1
        found.setdefault(data.path, []).append((line, kind, id_))
    return {path: sorted(records) for path, records in found.items()}


def source_path(path: str, known: Mapping[str, object]) -> str:
    """The file of the facts beside a translation, or beside the table of statistics."""
    name = TRANSLATION.sub("", path).removesuffix(FIGURES)
    return next((file for file in (f"{name}.md", f"{name}.yaml") if file in known), "")


def field_at(content: Content, kind: str, id_: str, location: Location) -> str:
    """The field that begins on that line or last above it; empty in the table beside the facts."""
    data, record = content.places.sources[kind, id_]
    if data.path != location.path:
        return ""
    depth = len(record)
    fields = (
        (place.line, str(key[depth]))
        for key, place in (*data.keys.items(), *data.values.items())
        if len(key) == depth + 1 and key[:depth] == record and place.line <= location.line
    )
    return max(fields, default=(0, ""))[1]
