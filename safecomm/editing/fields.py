"""The one editor of content: fields and texts of records, changed where they stand, all of them or none.

Commands that ask, forms that come back and pages with fields to fill in all write through here.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from safecomm.content import yaml_data
from safecomm.content.content import Language
from safecomm.content.field_types import prose_fields
from safecomm.content.file import FOLDER, decode_text, refuse_unfit
from safecomm.content.folder import KINDS, translated
from safecomm.content.load import load
from safecomm.content.markdown_parts import FENCE, split_front_matter
from safecomm.content.project_index import ProjectIndex, index_project
from safecomm.content.record_files import record_name
from safecomm.content.revision import replaced
from safecomm.content.validate import value_at
from safecomm.content.yaml_data import Data, Key, Value
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.editing.prose_edit import replace_section
from safecomm.editing.written_file import read_written
from safecomm.editing.yaml_edit import Replacement, replace_value
from safecomm.journal import Undo, content_bytes, only_writer, write_content

NEW_TRANSLATION = f"{FENCE}\n{FENCE}\n".encode()


class FieldEdit(NamedTuple):
    """What a field is to say: a value as YAML would hold it, None for nothing, or of a prose field its Markdown.

    `key` leads from the record to the value: `("responsible",)`, `("contact", "email")`, `("letter",)`. With a
    `language` the translation file is meant, which is begun where there is none.
    """

    kind: str
    id: str
    key: Key
    value: Value
    language: Language | None = None


@only_writer
def edit_fields(project: Path, edits: Iterable[FieldEdit], *, undo: Undo = Undo.KEEP) -> list[Path]:
    """Writes the edits, and tells in which files; raises ContentError, and nothing has changed.

    What would make the content unreadable is refused with the problems that it would have.
    """
    pending = PendingFiles(project, index_project(project))
    for edit in edits:
        pending.make(edit)
    write_content(project, pending.files, pending.before, proof=load, undo=undo)
    return [project / path for path in pending.changed]


class PendingFiles:
    """Content files with edits that are not written yet: what each says now, and what it is to say."""

    def __init__(self, project: Path, index: ProjectIndex) -> None:
        self.project, self.index = project, index
        self.before: dict[str, bytes | None] = {}
        self.files: dict[str, bytes | None] = {}

    @property
    def changed(self) -> dict[str, bytes]:
        """The files that do not say the same as before."""
        return {path: data for path, data in self.files.items() if data is not None and data != self.before[path]}

    def value(self, edit: FieldEdit) -> Value:
        """What the field of the edit says, the edits so far included; None where it says nothing."""
        path, record = place_of(self.index, edit)
        data = self.read(path)
        return None if data is None else read_written(data, path, edit.kind, record).value(edit.key)

    def make(self, edit: FieldEdit) -> None:
        """Raises ContentError where the file cannot be edited."""
        path, record = place_of(self.index, edit)
        edit = in_all_languages(self.index, record, edit)
        self.files[path] = edit_file(self.read(path) or NEW_TRANSLATION, path, record, edit)

    def read(self, path: str) -> bytes | None:
        if path not in self.before:
            self.before[path] = self.files[path] = content_bytes(self.project, path)
        return self.files[path]


def place_of(index: ProjectIndex, edit: FieldEdit) -> tuple[str, Key]:
    """The file that the field is written in, and the record's key there; raises ContentError where it is gone."""
    data, record = source_of(index, edit.kind, edit.id)
    if edit.language and data.path.endswith(".md"):
        return f"{FOLDER}/{record_name(edit.kind, edit.id)}{translated(edit.language)}", record
    return data.path, record


def source_of(index: ProjectIndex, kind: str, id_: str) -> tuple[Data, Key]:
    """Where the record is written, and its key there; raises ContentError where it is gone or cannot be read."""
    if (source := index.places.sources.get((kind, id_))) is not None:
        return source
    missing = problem("unknown-id", Location(FOLDER), id=f"{kind}/{id_}")
    raise ContentError(index.problems if id_ in index.ids[kind] else [missing])


def in_all_languages(index: ProjectIndex, record: Key, edit: FieldEdit) -> FieldEdit:
    """A text that stands alone, in the source's language, becomes one with a key for each when another is added."""
    if edit.key[-1] not in index.languages or len(edit.key) == 1:
        return edit
    data, (*parent, language) = index.places.sources[edit.kind, edit.id][0], edit.key
    place = (*record, *parent)
    whole = value_at(data.value, place) if place in data.values else None
    if isinstance(whole, str) and whole:
        return edit._replace(key=tuple(parent), value={index.languages[0]: whole, str(language): edit.value})
    return edit


def edit_file(data: bytes, path: str, record: Key, edit: FieldEdit) -> bytes:
    """The file with the edit in it; every byte outside of the value stays.

    A text may be one that the loader refuses. Raises ContentError for broken YAML, and a value that it cannot hold.
    """
    text = decode_text(data, path)
    if path.endswith(".md") and edit.key[0] in prose_fields(KINDS[edit.kind]):
        body_start, body = body_of(text, path)
        made = replace_section(body, prose_fields(KINDS[edit.kind]), str(edit.key[0]), str(edit.value or ""))
        return replaced(data, [shifted(made, body_start)])
    start, front = front_of(text, path)
    said = yaml_data.parse(front, path, text.count("\n", 0, start) + 1).value
    # What a field of the record begins with it has its place among these; a part of one that is there has not.
    begins = len(edit.key) == 1 or not value_at(said, (*record, edit.key[0]))
    order = list(KINDS[edit.kind].model_fields) if begins else ()
    made_value = replace_value(front, (*record, *edit.key), edit.value, order)
    if made_value is None:
        return data
    after = replaced(data, [shifted(made_value, start)])
    start, front = front_of(text := decode_text(after, path), path)
    refuse_unfit(text[: start + len(front)], path)
    if not says(front, with_value(said, (*record, *edit.key), edit.value)):
        raise ContentError([problem("cannot-edit", Location(path), key=".".join(map(str, edit.key)))])
    return after


def front_of(text: str, path: str) -> tuple[int, str]:
    """The YAML of a file, and which of its characters is the first."""
    if not path.endswith(".md"):
        return 0, text
    parts = split_front_matter(text, path)
    return text.index("\n") + 1, f"{parts.front}\n" if parts.front else ""


def body_of(text: str, path: str) -> tuple[int, str]:
    body = split_front_matter(text, path).body
    return len(text) - len(body), body


def shifted(replacement: Replacement, by: int) -> Replacement:
    start, end, text = replacement
    return start + by, end + by, text


def says(text: str, wanted: Value) -> bool:
    """Whether the YAML says that and nothing else; not every way of writing it can be changed by places."""
    with suppress(ContentError):
        return yaml_data.parse(text, "").value == wanted
    return False


def with_value(whole: Value, key: Key, value: Value) -> Value:
    """The data with the value at the key."""
    if not key:
        return value
    name, *rest = key
    if isinstance(name, int):
        items = [*whole] if isinstance(whole, list) else []
        items[name : name + 1] = [with_value(items[name] if name < len(items) else None, tuple(rest), value)]
        return items
    fields = {**whole} if isinstance(whole, dict) else {}
    fields[name] = with_value(fields.get(name), tuple(rest), value)
    return {field: part for field, part in fields.items() if part is not None}
