"""A new record: a file of its own, or an entry at the end of the file that holds many."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from types import MappingProxyType

from safecomm.content import yaml_data
from safecomm.content.criteria_set import criteria_of
from safecomm.content.csv_file import VALUE, YEAR
from safecomm.content.field_types import COUNCIL, LocalizedText, field_types
from safecomm.content.file import FOLDER, read_bytes, text_of
from safecomm.content.folder import COLLECTIONS, KINDS, TABLES, bad_id
from safecomm.content.markdown_file import Fields
from safecomm.content.project_index import ProjectIndex, index_of_known_ids
from safecomm.content.project_language import project_language, project_languages
from safecomm.content.records import Section, Work
from safecomm.content.revision import revise
from safecomm.content.yaml_data import Key, Value, fields_of
from safecomm.diagnostic import ContentError, Location, nearest_name, problem
from safecomm.editing.fields import FieldEdit, edit_file
from safecomm.editing.schema_files import ID_LIST, comment, id_file
from safecomm.editing.skeleton import NewLabels, entry, markdown_file, new_labels, table_file
from safecomm.journal import Undo, content_bytes, only_writer, write_content
from safecomm.markdown.blocks import IDENTIFIER
from safecomm.record_kinds import RECORD_KINDS

LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l"})
"""Those that are not a Latin letter with a mark."""
LONGEST_ID, NAMELESS = 40, "ny"
HEADER = f"{YEAR},{VALUE}\n".encode()
"""What every table of figures begins with; the columns that some need are in docs/content.md."""


@only_writer
def new(
    project: Path, kind: str, id_: str, given: Mapping[Key, Value] = MappingProxyType({}), undo: Undo = Undo.SAME
) -> Path:
    """Writes the record, and tells in which file; raises ContentError, and nothing has changed.

    What is `given` of it stands in its fields; the others say that they are to be filled in.
    """
    path, *tables = files_of(kind, id_)
    check_id(id_, path)
    before = {name: content_bytes(project, name) for name in (path, *tables, ID_LIST)}
    index = index_of_known_ids(project)
    if id_ in index.ids[kind]:
        raise ContentError([problem("id-taken", Location(path), id=id_)])
    if kind == "criteria":
        check_criterion(index, id_, path)
    labels = new_labels(project, project_languages(project), project_language(project))
    if kind in COLLECTIONS:
        data = with_entry(project, path, kind, entry(kind, id_, labels))
    elif kind in TABLES:
        data = table_file(kind, labels).encode()
    else:
        data = new_file(index, kind, labels)
    record = (id_,) if kind in COLLECTIONS else ()
    for key, value in given.items():
        data = edit_file(data, path, record, FieldEdit(kind, id_, key, value))
    ids = {**index.ids, kind: sorted([*index.ids[kind], id_])}
    # Figures that are there already are what the record is for.
    begun = {table: HEADER for table in tables if before[table] is None}
    write_content(project, {path: data, **begun, **id_file(project, ids)}, before, undo=undo)
    return project / path


def new_titled(project: Path, kind: str, title: str, criterion: str | None) -> str:
    """Writes a record that is called so, and belongs to the criterion if one is given; tells its id."""
    languages = project_languages(project)
    id_ = free_id(title, index_of_known_ids(project).ids[kind])
    model, field = KINDS[kind], RECORD_KINDS[kind].title
    several = LocalizedText in field_types(model, field) and len(languages) > 1
    given: dict[Key, Value] = {(field, languages[0]) if several else (field,): title}
    if criterion and "criterion" in model.model_fields:
        given["criterion",] = criterion
    elif criterion and "criteria" in model.model_fields:
        given["criteria",] = [criterion]
    new(project, kind, id_, given, Undo.KEEP)
    return id_


def free_id(title: str, taken: Collection[str]) -> str:
    """The title in the letters of an id, with a number where there is such a one already."""
    plain = unicodedata.normalize("NFKD", title.lower().translate(LETTERS))
    id_ = re.sub("[^a-z0-9]+", "-", "".join(filter(str.isascii, plain))).strip("-")[:LONGEST_ID].rstrip("-") or NAMELESS
    numbered = (f"{id_}-{number}" for number in count(2))
    return next(name for name in chain([id_], numbered) if name not in taken and name != COUNCIL)


def files_of(kind: str, id_: str) -> list[str]:
    """Where a record is written, and of statistics also the CSV."""
    if kind in COLLECTIONS:
        return [f"{FOLDER}/{kind}.yaml"]
    return [f"{FOLDER}/{kind}/{id_}{ending}" for ending in ((".yaml", ".csv") if kind in TABLES else (".md",))]


def check_id(id_: str, path: str) -> None:
    if not IDENTIFIER.fullmatch(id_) or id_ == COUNCIL:
        raise ContentError([bad_id(id_, Location(path))])


def check_criterion(index: ProjectIndex, id_: str, path: str) -> None:
    known = required_criteria(index)
    if id_ not in known:
        values = {"nearest": nearest_name(id_, known), "id": id_, "known": ", ".join(known)}
        raise ContentError([problem("unknown-criterion", Location(path), **values)])


def required_criteria(index: ProjectIndex) -> list[str]:
    """Those of the set that the application names; raises ContentError when it names none."""
    wordings, problems = criteria_of(index)
    if not wordings:
        raise ContentError([*index.problems, *problems])
    return list(wordings)


def new_file(index: ProjectIndex, kind: str, labels: NewLabels) -> bytes:
    values = {}
    if issubclass(KINDS[kind], Work | Section):
        values = {"criterion": required_criteria(index)[0], "order": str(last_order(index, kind) + 10)}
    return markdown_file(kind, values, labels).encode()


def last_order(index: ProjectIndex, kind: str) -> int:
    """The highest number that orders the records of a kind."""
    records = index.originals()[kind].values()
    return max((record.order for record in records if isinstance(record, Work | Section)), default=0)


def with_entry(project: Path, path: str, kind: str, entry: str) -> bytes:
    """The file of many records with another, or begun with it."""
    if RECORD_KINDS[kind].optional and not (project / path).exists():
        return f"{comment(kind)}\n\n{entry}".encode()
    return append_entry(project / path, path, entry)


def append_entry(file: Path, path: str, entry: str) -> bytes:
    """The file with the entry at its end."""
    data = read_bytes(file, Location(path))
    text = text_of(data, path)
    added = ("" if text.endswith("\n") else "\n") + "\n" + entry
    after = revise(data, path, [(len(text), len(text), added)])
    # Not every file can be continued like this: it may end in a brace, or in the mark of its end.
    if parse_fields(text_of(after, path), path) != {**parse_fields(text, path), **parse_fields(added, path)}:
        raise ContentError([problem("cannot-append", Location(path))])
    return after


def parse_fields(text: str, path: str) -> Fields:
    """What the text says; nothing when it is no YAML."""
    with suppress(ContentError):
        return {**fields_of(yaml_data.parse(text, path).value)}
    return {}
