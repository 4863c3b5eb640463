"""A record taken out of the content with all that is its own; what refers to it is told, or taken out too."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from safecomm.content.content import Language
from safecomm.content.field_types import LocalizedText
from safecomm.content.file import FOLDER, text_of
from safecomm.content.folder import COLLECTIONS, FOLDERS, LISTS, TABLES
from safecomm.content.load import problems_of
from safecomm.content.project_index import ProjectIndex, index_project
from safecomm.content.revision import revise
from safecomm.content.yaml_data import Key, fields_of, parse
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.editing.fields import FieldEdit, PendingFiles
from safecomm.editing.find_record import find_record
from safecomm.editing.new_problems import new_problems
from safecomm.editing.rename import IN_PROSE, IdChange, acknowledged_entries, changes, fields_naming
from safecomm.editing.schema_files import ID_LIST, id_file
from safecomm.editing.yaml_edit import replace_value
from safecomm.journal import Undo, content_bytes, only_writer, write_content
from safecomm.record_kinds import RECORD_KINDS

REMOVED = [kind for kind in FOLDERS | COLLECTIONS | TABLES if kind not in {"criteria", "decisions"}]
RecordName = tuple[str, str]


@only_writer
def remove(project: Path, name: str, *, with_mentions: bool = False, undo: Undo = Undo.KEEP) -> list[Path]:
    """Removes `kind/id`, and tells which files changed; raises ContentError, and nothing has changed.

    What refers to it is what the problems then tell, unless that goes too: out of fields, with follow-ups of it, and
    out of links in texts, whose words stay.
    """
    index = index_project(project)
    record, pending = choose(index, name), PendingFiles(project, index)
    gone = [record, *(followups_of(index, record) if with_mentions else ())]
    if with_mentions:
        take_out_mentions(pending, record, gone)
    for one in gone:
        take_out(pending, one)
    ids = {kind: [id_ for id_ in of_kind if (kind, id_) not in gone] for kind, of_kind in index.ids.items()}
    before = {**pending.before, ID_LIST: content_bytes(project, ID_LIST)}
    known = problems_of(project, index)

    def prove(project: Path) -> None:
        if brought := new_problems(known, problems_of(project, index_project(project))):
            raise ContentError(brought)

    write_content(project, pending.files | id_file(project, ids), before, proof=prove, undo=undo)
    return [project / path for path, data in pending.files.items() if data != pending.before[path]]


def choose(index: ProjectIndex, name: str) -> RecordName:
    kind, id_ = find_record(index, name, REMOVED)
    if kind not in REMOVED:
        raise ContentError([problem("cannot-remove", Location(FOLDER), id=id_)])
    return kind, id_


def followups_of(index: ProjectIndex, record: RecordName) -> Iterator[RecordName]:
    kind, id_ = record
    return ((change.kind, change.old) for change in changes(IdChange(kind, id_, id_), index) if change.old != id_)


def take_out(pending: PendingFiles, record: RecordName) -> None:
    """The files that are the record's own, or its entry; a file that has no other goes with it."""
    kind, id_ = record
    data, key = pending.index.places.sources.get(record, (None, ()))
    if data is None or not key:
        for ending in pending.index.listing.endings(kind):
            path = f"{FOLDER}/{kind}/{id_}{ending}"
            if pending.read(path) is not None:
                pending.files[path] = None
        return
    source = pending.read(data.path) or b""
    text = text_of(source, data.path)
    others = {name: value for name, value in fields_of(parse(text, data.path).value).items() if name != id_}
    made = replace_value(text, (), others)
    is_needed = others or not (kind in LISTS or RECORD_KINDS[kind].optional)
    pending.files[data.path] = revise(source, data.path, [made]) if made and is_needed else None


def take_out_mentions(pending: PendingFiles, record: RecordName, gone: list[RecordName]) -> None:
    take_out_of_fields(pending, record)
    names = {"/".join(name) for name in gone}
    entries = acknowledged_entries(pending.index)
    kept = [entry for entry in entries if not (isinstance(entry, dict) and entry.get("record") in names)]
    if kept != entries:
        pending.make(FieldEdit("application", "application", ("acknowledged",), kept or None))
    take_out_of_texts(pending, record)


def take_out_of_fields(pending: PendingFiles, record: RecordName) -> None:
    lists: dict[tuple[str, str, Key], set[int]] = defaultdict(set)
    for naming in fields_naming(pending.index, *record):
        *field, last = naming.key
        if isinstance(last, int):
            lists[naming.kind, naming.id, tuple(field)].add(last)
        else:
            pending.make(FieldEdit(naming.kind, naming.id, naming.key, None))
    for (kind, id_, key), numbers in lists.items():
        edit = FieldEdit(kind, id_, key, None)
        named = pending.value(edit)
        left = [name for number, name in enumerate(named if isinstance(named, list) else ()) if number not in numbers]
        pending.make(edit._replace(value=left or None))


def take_out_of_texts(pending: PendingFiles, record: RecordName) -> None:
    """Of Markdown files; what stands in a list of several records has its languages side by side, and is told."""
    kind, id_ = record
    word = IN_PROSE.get(kind, "")
    link = re.compile(rf"\[([^\[\]]*)\]\({word}:{re.escape(id_)}\)")
    for passage in pending.index.passages:
        referring = any((place.kind, place.identifier) == (word, id_) for place in passage.prose.references)
        data = pending.read(passage.path) if referring and passage.path.endswith(".md") else None
        if data is not None:
            title = title_of(pending.index, record, passage.prose.language)
            found = link.finditer(text_of(data, passage.path))
            words = [(*match.span(), match[1] or title) for match in found]
            pending.files[passage.path] = revise(data, passage.path, words)


def title_of(index: ProjectIndex, record: RecordName, language: Language) -> str:
    kind, id_ = record
    title = getattr(index.records(language)[kind].get(id_), RECORD_KINDS[kind].title, id_)
    return title.to(language) if isinstance(title, LocalizedText) else str(title)
