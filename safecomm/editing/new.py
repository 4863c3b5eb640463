"""New records, all or none: each a file of its own, or an entry at the end of the file that holds many."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from safecomm.content import yaml_data
from safecomm.content.content import Language
from safecomm.content.criteria_set import criteria_of
from safecomm.content.csv_file import VALUE, YEAR
from safecomm.content.field_types import COUNCIL, LocalizedText, field_types, translated_fields
from safecomm.content.file import FOLDER, read_bytes, text_of
from safecomm.content.folder import COLLECTIONS, KINDS, TABLES, bad_id, translated
from safecomm.content.load import load
from safecomm.content.markdown_file import Fields
from safecomm.content.markdown_parts import FENCE
from safecomm.content.project_index import ProjectIndex, index_of_known_ids
from safecomm.content.project_language import project_language, project_languages
from safecomm.content.record_files import record_name
from safecomm.content.records import Section, Work
from safecomm.content.revision import revise
from safecomm.content.yaml_data import Key, Value, fields_of
from safecomm.diagnostic import ContentError, Location, nearest_name, problem
from safecomm.editing.fields import FieldEdit, edit_file
from safecomm.editing.new_translation import first_lines
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


class GivenRecord(NamedTuple):
    """What is `given` of it stands in its fields; the others say that they are to be filled in.

    `translated` begins its translation files, by language.
    """

    id: str
    given: Mapping[Key, Value] = MappingProxyType({})
    translated: Mapping[Language, Mapping[Key, Value]] = MappingProxyType({})


def new(
    project: Path, kind: str, id_: str, given: Mapping[Key, Value] = MappingProxyType({}), undo: Undo = Undo.SAME
) -> Path:
    """Writes the record, and tells in which file; raises ContentError, and nothing has changed."""
    return new_records(project, kind, [GivenRecord(id_, given)], undo)[0]


@only_writer
def new_records(project: Path, kind: str, records: Sequence[GivenRecord], undo: Undo = Undo.KEEP) -> list[Path]:
    """Writes all of them or none, and tells in which files; raises ContentError, and nothing has changed."""
    for record in records:
        check_id(record.id, files_of(kind, record.id)[0])
    paths = [path for record in records for path in (*files_of(kind, record.id), *translations_of(kind, record))]
    before = {path: content_bytes(project, path) for path in (*paths, ID_LIST)}
    index = index_of_known_ids(project)
    for record in records:
        check_new(index, kind, record.id)
    labels = new_labels(project, project_languages(project), project_language(project))
    if kind in COLLECTIONS:
        path = paths[0]
        entries = [filled(entry(kind, record.id, labels).encode(), path, kind, record) for record in records]
        files = {path: with_entries(project, path, kind, b"\n".join(entries).decode())}
    else:
        files = files_of_records(index, kind, records, labels)
    # Figures that are there already are what the record is for.
    begun = {path: HEADER for path in paths if path not in files and before[path] is None}
    ids = {**index.ids, kind: sorted([*index.ids[kind], *(record.id for record in records)])}
    # A record that nobody has filled in is valid; what is given may be anything.
    proof = load if any(record.given for record in records) else None
    write_content(project, {**files, **begun, **id_file(project, ids)}, before, proof=proof, undo=undo)
    return [project / path for path in files]


def new_titled(project: Path, kind: str, titles: Mapping[Language, str], given: Mapping[Key, Value]) -> str:
    """Writes a record with these titles by language, which says what is given; tells its id."""
    languages = project_languages(project)
    source, field = languages[0], RECORD_KINDS[kind].title
    id_ = free_id(titles[source], index_of_known_ids(project).ids[kind])
    others = {language: text for language, text in titles.items() if language != source}
    by_language = LocalizedText in field_types(KINDS[kind], field)
    named: dict[Key, Value] = {(field, source) if by_language and len(languages) > 1 else (field,): titles[source]}
    if by_language:
        named |= {(field, language): text for language, text in others.items()}
    begun: dict[Language, Mapping[Key, Value]] = {}
    if field in translated_fields(KINDS[kind]):
        begun = {language: {(field,): text} for language, text in others.items()}
    new_records(project, kind, [GivenRecord(id_, {**named, **given}, begun)])
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


def check_new(index: ProjectIndex, kind: str, id_: str) -> None:
    path = files_of(kind, id_)[0]
    if id_ in index.ids[kind]:
        raise ContentError([problem("id-taken", Location(path), id=id_)])
    if kind == "criteria":
        check_criterion(index, id_, path)


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


def files_of_records(
    index: ProjectIndex, kind: str, records: Iterable[GivenRecord], labels: NewLabels
) -> dict[str, bytes]:
    """A file for each, in the order in which they come."""
    files, order = {}, last_order(index, kind)
    criterion = required_criteria(index)[0] if has_order(kind) else ""
    for record in records:
        path, order = files_of(kind, record.id)[0], order + 10
        values = {"criterion": criterion, "order": str(order)} if has_order(kind) else {}
        text = table_file(kind, labels) if kind in TABLES else markdown_file(kind, values, labels)
        files[path] = filled(text.encode(), path, kind, record)
        files |= translation_files(kind, record, files[path].decode())
    return files


def translations_of(kind: str, record: GivenRecord) -> dict[str, Language]:
    """Its translation files, and their languages."""
    stem = f"{FOLDER}/{record_name(kind, record.id)}"
    return {f"{stem}{translated(language)}": language for language in record.translated}


def translation_files(kind: str, record: GivenRecord, original: str) -> Iterator[tuple[str, bytes]]:
    """Each follows the original as it is now."""
    for path, language in translations_of(kind, record).items():
        data = "\n".join([FENCE, *first_lines(original, kind, language), FENCE, ""]).encode()
        yield path, filled(data, path, kind, record._replace(given=record.translated[language]))


def filled(data: bytes, path: str, kind: str, record: GivenRecord) -> bytes:
    """The record with what is given of it."""
    at = (record.id,) if kind in COLLECTIONS else ()
    for key, value in record.given.items():
        data = edit_file(data, path, at, FieldEdit(kind, record.id, key, value))
    return data


def has_order(kind: str) -> bool:
    return issubclass(KINDS[kind], Work | Section)


def last_order(index: ProjectIndex, kind: str) -> int:
    """The highest number that orders the records of a kind."""
    records = index.originals()[kind].values()
    return max((record.order for record in records if isinstance(record, Work | Section)), default=0)


def with_entries(project: Path, path: str, kind: str, entries: str) -> bytes:
    """The file of many records with others, or begun with them."""
    if RECORD_KINDS[kind].optional and not (project / path).exists():
        return f"{comment(kind)}\n\n{entries}".encode()
    return append_entries(project / path, path, entries)


def append_entries(file: Path, path: str, entries: str) -> bytes:
    """The file with the entries at its end."""
    data = read_bytes(file, Location(path))
    text = text_of(data, path)
    added = ("" if text.endswith("\n") else "\n") + "\n" + entries
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
