"""The files of content/ to records: what is made of each depends on its bytes alone, and so do the problems in it."""

from collections.abc import Iterator, Set
from functools import partial

from safecomm.content import csv_file, yaml_data
from safecomm.content.field_types import COUNCIL
from safecomm.content.folder import COLLECTIONS, KINDS, LISTS, SINGLES, TABLES, FolderListing, bad_id, translated
from safecomm.content.found_texts import with_found_texts
from safecomm.content.markdown_file import MarkdownFile, parse_markdown
from safecomm.content.migration import migrate
from safecomm.content.read_files import ReadFiles
from safecomm.content.record_entry import RecordEntry, make_entry
from safecomm.content.record_list import make_list
from safecomm.content.record_memory import FileBytes, Made, RecordMaker, RecordMemory
from safecomm.content.references import Passage
from safecomm.content.translation import merge_translation, untranslatable_fields, without_translation
from safecomm.content.validate import ROWS
from safecomm.content.yaml_data import fields_of, records_of
from safecomm.diagnostic import ContentError, Diagnostic, problem
from safecomm.markdown.blocks import IDENTIFIER, Prose
from safecomm.record_kinds import LIST, RECORD_KINDS

Problems = list[Diagnostic]


def read_kind(
    files: ReadFiles, kind: str, listing: FolderListing, memory: RecordMemory
) -> tuple[list[RecordEntry], Problems]:
    """Raises ContentError for a file of many records that cannot be read: then nobody knows their ids either."""
    entries: list[RecordEntry] = []
    problems: Problems = []
    known: set[str] = set()
    for make, id_, names in readings(kind, listing):
        made = memory.recall((kind, id_), [files.file(name) for name in names], partial(make_and_look, make))
        problems += [*made[1], *taken_ids(known, made[0])]
        entries += made[0]
        known.update(entry.id for entry in made[0])
    return entries, problems


def make_and_look(make: RecordMaker, kind: str, id_: str, *files: FileBytes) -> Made:
    """The records, with what rules ask about in their texts."""
    entries, problems = make(kind, id_, *files)
    return [with_found_texts(entry) for entry in entries], problems


def taken_ids(known: Set[str], added: list[RecordEntry]) -> Iterator[Diagnostic]:
    """The ids that a list gives once more; of files alone no two have the same."""
    return (problem("id-taken", entry.place(), id=entry.id) for entry in added if entry.id in known)


def readings(kind: str, listing: FolderListing) -> Iterator[tuple[RecordMaker, str, list[str]]]:
    """What makes the records of a kind, of which id, and of which files below content/."""
    if kind in COLLECTIONS:
        if RECORD_KINDS[kind].optional and kind not in listing.ids(kind, ".yaml"):
            return
        yield make_collection, "", [f"{kind}.yaml"]
    elif kind in TABLES:
        for id_ in sorted(listing.ids(kind, ".yaml") | listing.ids(kind, ".csv")):
            yield make_table, id_, [f"{kind}/{id_}.yaml", f"{kind}/{id_}.csv"]
    else:
        for id_ in sorted({kind} if kind in SINGLES else listing.ids(kind)):
            name, written = record_name(kind, id_), map(translated, listing.languages[1:])
            yield make_record, id_, [f"{name}.md", *(name + end for end in written if id_ in listing.ids(kind, end))]
        # The name of a list is no record's id, and its ending tells it from one.
        for list_ in sorted(listing.ids(kind, LIST) if kind in LISTS else ()):
            yield make_list, f"{list_}{LIST}", [f"{kind}/{list_}{LIST}"]


def make_record(kind: str, id_: str, written: FileBytes, *translations: FileBytes) -> Made:
    """Of a Markdown file with its translations."""
    original, problems = make_fields(kind, id_, written)
    made = {source.language: make_fields(kind, id_, source) for source in translations}
    problems = [*problems, *(fault for _, faults in made.values() for fault in faults)]
    files = (original, *(file for file, _ in made.values()))
    passages = tuple(passage for file in files if file for passage in passages_of(file))
    if original is None:
        return [RecordEntry(kind, id_, passages=passages)], problems
    entry, invalid = make_entry(kind, id_, original.fields, original.data, written.languages)
    problems += [*invalid, *untranslatable_fields(entry)]
    for language in written.languages[1:]:
        translation, _ = made.get(language, (None, []))
        if translation:
            entry, more = merge_translation(entry, original, translation, written.languages, language)
            problems += more
        else:
            entry = without_translation(entry, original, language)
    return [entry._replace(passages=passages)], problems


def make_fields(kind: str, id_: str, source: FileBytes) -> tuple[MarkdownFile | None, Problems]:
    try:
        file = parse_markdown(source.text(), source.path, KINDS[kind], record_name(kind, id_), source.language)
    except ContentError as fault:
        return None, fault.diagnostics
    return file, file.data.problems


def record_name(kind: str, id_: str) -> str:
    """`measures/hearings`, also the name of its file; those of which there is one have no id of their own."""
    return kind if kind in SINGLES else f"{kind}/{id_}"


def passages_of(file: MarkdownFile) -> list[Passage]:
    return [Passage(file.data.path, value) for value in file.fields.values() if isinstance(value, Prose)]


def make_table(kind: str, id_: str, yaml: FileBytes, csv: FileBytes) -> Made:
    """Of a YAML file with the rows of the CSV beside it."""
    entry = RecordEntry(kind, id_)
    try:
        data = yaml_data.parse(yaml.text(), yaml.path)
        migrate(kind, data)
        entry = entry._replace(data=data)
        rows = csv_file.parse(csv.text(), csv.path)
    except ContentError as fault:
        return [entry], fault.diagnostics
    fields, problems = fields_of(data.value), [*data.problems, *rows.problems]
    if ROWS in fields:
        problems.append(problem("rows-in-yaml", data.keys[ROWS,], csv=f"{id_}.csv"))
    data.values.update({(ROWS, *key): place for key, place in rows.values.items()})
    entry, invalid = make_entry(kind, id_, {**fields, ROWS: rows.value}, data, yaml.languages)
    return [entry], problems + invalid


def make_collection(kind: str, _id: str, yaml: FileBytes) -> Made:
    """Of a YAML file with a record for every key; raises ContentError for one that cannot be read."""
    data = yaml_data.parse(yaml.text(), yaml.path)
    entries, problems = [], list(data.problems)
    for id_, value in records_of(data).items():
        entry, invalid = make_entry(kind, id_, value, data, yaml.languages, (id_,))
        if not IDENTIFIER.fullmatch(id_) or id_ == COUNCIL:
            problems.append(bad_id(id_, entry.place()))
        entries.append(entry)
        problems += invalid
    return entries, problems
