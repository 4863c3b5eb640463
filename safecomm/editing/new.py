"""A new record: a file of its own, or an entry at the end of the file that holds many."""

from contextlib import suppress
from pathlib import Path

from safecomm.content import yaml_data
from safecomm.content.criteria_set import criteria_of
from safecomm.content.csv_file import VALUE, YEAR
from safecomm.content.field_types import COUNCIL
from safecomm.content.file import FOLDER, read_bytes, text_of
from safecomm.content.folder import COLLECTIONS, KINDS, TABLES, bad_id
from safecomm.content.markdown_file import Fields
from safecomm.content.project_index import ProjectIndex, index_of_known_ids
from safecomm.content.project_language import project_language, project_languages
from safecomm.content.records import Section, Work
from safecomm.content.revision import revise
from safecomm.content.yaml_data import fields_of
from safecomm.diagnostic import ContentError, Location, nearest_name, problem
from safecomm.editing.schema_files import ID_LIST, comment, id_file
from safecomm.editing.skeleton import NewLabels, entry, markdown_file, new_labels, table_file
from safecomm.journal import content_bytes, only_writer, write_content
from safecomm.markdown.blocks import IDENTIFIER
from safecomm.record_kinds import RECORD_KINDS

HEADER = f"{YEAR},{VALUE}\n".encode()
"""What every table of figures begins with; the columns that some need are in docs/content.md."""


@only_writer
def new(project: Path, kind: str, id_: str) -> Path:
    """Writes the record, and tells in which file; raises ContentError, and nothing has changed."""
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
    ids = {**index.ids, kind: sorted([*index.ids[kind], id_])}
    # Figures that are there already are what the record is for.
    begun = {table: HEADER for table in tables if before[table] is None}
    write_content(project, {path: data, **begun, **id_file(project, ids)}, before)
    return project / path


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
