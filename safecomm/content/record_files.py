"""The files of content/ to records: each reader returns what could be made of its files, and what is wrong in them."""

from pathlib import Path

from safecomm.content import csv_file, yaml_data
from safecomm.content.content import Language
from safecomm.content.field_types import COUNCIL
from safecomm.content.file import FOLDER, read_text, within
from safecomm.content.folder import COLLECTIONS, KINDS, SINGLES, TABLES, TRANSLATED, FolderListing, bad_id
from safecomm.content.markdown_file import Fields, MarkdownFile, read_markdown
from safecomm.content.project_language import SOURCE, TRANSLATION
from safecomm.content.record_entry import RecordEntry, make_entry
from safecomm.content.references import Passage
from safecomm.content.translation import merge_translation, untranslatable_fields, without_translation
from safecomm.content.yaml_data import Data, Value
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.markdown.blocks import IDENTIFIER, Prose

ROWS = "rows"
"""The field of statistics that comes from its CSV."""

Problems = list[Diagnostic]


def read_kind(content: Path, kind: str, listing: FolderListing) -> tuple[list[RecordEntry], Problems]:
    """Raises ContentError for a file of many records that cannot be read: then nobody knows their ids either."""
    if kind in COLLECTIONS:
        return read_collection(content, kind)
    if kind in TABLES:
        ids = listing.ids(kind, ".yaml") | listing.ids(kind, ".csv")
        read = [read_table(content, kind, id_) for id_ in sorted(ids)]
    else:
        ids, translated = {kind} if kind in SINGLES else listing.ids(kind), listing.ids(kind, TRANSLATED)
        read = [read_record(content, kind, id_, id_ in translated) for id_ in sorted(ids)]
    return [entry for entry, _ in read], [fault for _, problems in read for fault in problems]


def read_record(content: Path, kind: str, id_: str, is_translated: bool) -> tuple[RecordEntry, Problems]:
    """A Markdown file with its translation."""
    original, problems = read_language(content, kind, id_, SOURCE)
    translation, more = read_language(content, kind, id_, TRANSLATION) if is_translated else (None, [])
    passages = tuple(passage for file in (original, translation) if file for passage in passages_of(file))
    if original is None:
        return RecordEntry(kind, id_, passages=passages), problems + more
    entry, invalid = make_entry(kind, id_, original.fields, original.data)
    problems = [*problems, *more, *invalid, *untranslatable_fields(entry)]
    if translation:
        entry, more = merge_translation(entry, original, translation)
        problems += more
    else:
        entry = without_translation(entry, original)
    return entry._replace(passages=passages), problems


def read_language(content: Path, kind: str, id_: str, language: Language) -> tuple[MarkdownFile | None, Problems]:
    name = kind if kind in SINGLES else f"{kind}/{id_}"
    path = f"{name}.md" if language == SOURCE else f"{name}{TRANSLATED}"
    try:
        file = read_markdown(file_in(content, path), f"{FOLDER}/{path}", KINDS[kind], name, language)
    except ContentError as fault:
        return None, fault.diagnostics
    return file, file.data.problems


def passages_of(file: MarkdownFile) -> list[Passage]:
    return [Passage(file.data.path, value) for value in file.fields.values() if isinstance(value, Prose)]


def read_table(content: Path, kind: str, id_: str) -> tuple[RecordEntry, Problems]:
    """A YAML file with the rows of the CSV beside it."""
    entry = RecordEntry(kind, id_)
    try:
        data = read_yaml(content, f"{kind}/{id_}.yaml")
        entry = entry._replace(data=data)
        rows = csv_file.read(file_in(content, f"{kind}/{id_}.csv"), f"{FOLDER}/{kind}/{id_}.csv")
    except ContentError as fault:
        return entry, fault.diagnostics
    fields, problems = fields_of(data.value), [*data.problems, *rows.problems]
    if ROWS in fields:
        problems.append(problem("rows-in-yaml", data.keys[ROWS,], csv=f"{id_}.csv"))
    data.values.update({(ROWS, *key): place for key, place in rows.values.items()})
    entry, invalid = make_entry(kind, id_, {**fields, ROWS: rows.value}, data)
    return entry, problems + invalid


def read_collection(content: Path, kind: str) -> tuple[list[RecordEntry], Problems]:
    """A YAML file with a record for every key."""
    data = read_yaml(content, f"{kind}.yaml")
    entries, problems = [], list(data.problems)
    for id_, value in fields_of(data.value).items():
        entry, invalid = make_entry(kind, id_, value, data, (id_,))
        if not IDENTIFIER.fullmatch(id_) or id_ == COUNCIL:
            problems.append(bad_id(id_, entry.place()))
        entries.append(entry)
        problems += invalid
    return entries, problems


def read_yaml(content: Path, name: str) -> Data:
    return yaml_data.parse(read_text(file_in(content, name), f"{FOLDER}/{name}"), f"{FOLDER}/{name}")


def file_in(content: Path, name: str) -> Path:
    """The file of that name; raises ContentError for a link that leads out of content/."""
    file = content / name
    if file.is_symlink() and within(content, file) is None:
        raise ContentError([problem("file-outside", Location(f"{FOLDER}/{name}"))])
    return file


def fields_of(value: Value) -> Fields:
    """The top of a parsed file, which is always a mapping."""
    assert isinstance(value, dict)
    return dict(value)
