"""Several small works in one file: a record for every key, whose texts stand in each language beside one another."""

from collections.abc import Iterator
from typing import NamedTuple

from safecomm.content import yaml_data
from safecomm.content.content import Untranslated
from safecomm.content.field_types import COUNCIL, Record, prose_fields, translated_fields
from safecomm.content.file import text_of
from safecomm.content.folder import KINDS, bad_id
from safecomm.content.markdown_file import Fields
from safecomm.content.markdown_parts import split_sections
from safecomm.content.record_entry import RecordEntry, make_entry
from safecomm.content.record_memory import FileBytes, Made
from safecomm.content.references import Passage
from safecomm.content.translation import missing_translations, untranslatable_fields, without_fields
from safecomm.content.validate import validate, value_at
from safecomm.content.yaml_data import Data, Key, Value, fields_of, records_of
from safecomm.diagnostic import Diagnostic, nearest_name, problem
from safecomm.markdown.blocks import IDENTIFIER, Block, Prose
from safecomm.markdown.traversal import references


def make_list(kind: str, _name: str, source: FileBytes) -> Made:
    """Raises ContentError for a file that cannot be read: then nobody knows its ids either."""
    text = source.text()
    file = ListFile(kind, yaml_data.parse(text, source.path), text.split("\n"), source.languages)
    made = [make_listed(file, id_, value) for id_, value in records_of(file.data).items()]
    problems = [fault for _, faults in made for fault in faults]
    # What no field may hold, no text may hold either, and there it is told better.
    told = {fault.location for fault in problems}
    return [entry for entry, _ in made], [
        *(fault for fault in file.data.problems if fault.location not in told),
        *problems,
    ]


def texts_of_list(text: str, path: str, language: str) -> tuple[list[Prose], list[Diagnostic]]:
    """The texts of a list in one language, as a command has changed it, and what is wrong; raises ContentError."""
    text = text_of(text.encode(errors="surrogatepass"), path)
    file = ListFile(path.split("/")[-2], yaml_data.parse(text, path), text.split("\n"), (language,))
    texts, problems = [], [*file.data.problems]
    for id_, value in fields_of(file.data.value).items():
        for field, key in texts_in(file, id_, value, language) if isinstance(value, dict) else ():
            said, faults = read_text(file, id_, field, key, language)
            texts += [said] if isinstance(said, Prose) else []
            problems += faults
    return texts, problems


class ListFile(NamedTuple):
    """`languages` are the project's, the source's first."""

    kind: str
    data: Data
    lines: list[str]
    languages: tuple[str, ...]

    @property
    def model(self) -> type[Record]:
        return KINDS[self.kind]


def make_listed(file: ListFile, id_: str, value: Value) -> tuple[RecordEntry, list[Diagnostic]]:
    """One record, and what is wrong in it."""
    problems: list[Diagnostic] = []
    if not IDENTIFIER.fullmatch(id_) or id_ == COUNCIL:
        problems.append(bad_id(id_, file.data.keys[id_,]))
    if not isinstance(value, dict):
        entry, invalid = make_entry(file.kind, id_, value, file.data, file.languages, (id_,))
        return entry, problems + invalid
    texts = {language: dict(texts_in(file, id_, value, language)) for language in file.languages}
    problems += unknown_languages(file, id_, value)
    fields: dict[str, Fields] = {}
    for language, of_language in texts.items():
        fields[language] = {}
        for field, key in of_language.items():
            fields[language][field], faults = read_text(file, id_, field, key, language)
            problems += faults
    facts = {field: fact for field, fact in value.items() if field not in translated_fields(file.model)}
    source, *others = file.languages
    original = {**facts, **fields[source]}
    point_to(file.data, id_, texts[source])
    entry, invalid = make_entry(file.kind, id_, original, file.data, file.languages, (id_,))
    problems += [*invalid, *untranslatable_fields(entry)]
    for language in others:
        point_to(file.data, id_, texts[language])
        entry, invalid = translate(entry, file, original, fields[language], language)
        problems += invalid
    point_to(file.data, id_, texts[source])
    proses = (text for of_language in fields.values() for text in of_language.values() if isinstance(text, Prose))
    return entry._replace(passages=tuple(Passage(file.data.path, prose) for prose in proses)), problems


def texts_in(file: ListFile, id_: str, value: dict[str, Value], language: str) -> Iterator[tuple[str, Key]]:
    """The fields that have a text in the language, and where it stands; a text alone is in the source's."""
    for field in translated_fields(file.model) & value.keys():
        text = value[field]
        if isinstance(text, dict):
            if text.get(language) not in (None, ""):
                yield field, (id_, field, language)
        elif language == file.languages[0] and text != "":
            yield field, (id_, field)


def unknown_languages(file: ListFile, id_: str, value: dict[str, Value]) -> Iterator[Diagnostic]:
    for field in sorted(translated_fields(file.model) & value.keys()):
        text = value[field]
        for language in text if isinstance(text, dict) else ():
            if language not in file.languages:
                values = {"key": language, "allowed": ", ".join(file.languages)}
                nearest = nearest_name(language, file.languages)
                yield problem("unknown-key", file.data.keys[id_, field, language], nearest=nearest, **values)


def point_to(data: Data, id_: str, texts: dict[str, Key]) -> None:
    """Lets problems of a field be told where its text in one language stands."""
    data.values.update({(id_, field): data.values[key] for field, key in texts.items()})


def translate(
    entry: RecordEntry, file: ListFile, original: Fields, translated: Fields, language: str
) -> tuple[RecordEntry, list[Diagnostic]]:
    """The entry with the record in the `language`; what is left out there stays in the source language."""
    record, invalid = validate(file.model, {**original, **translated}, file.data, file.languages, entry.key)
    records = dict(entry.records)
    if record and records:
        records[language] = without_fields(record, entry.one_language - translated.keys())
    lacking = [(field, language) for field in missing_translations(entry, original, translated)]
    alone = [(field, file.languages[0]) for field in sorted(translated.keys() - original.keys() - entry.one_language)]
    untranslated = tuple(
        Untranslated(entry.kind, entry.id, field, missing, entry.place(field), (field,))
        for field, missing in lacking + alone
    )
    # What is wrong in the original has been said.
    problems = [fault for fault in invalid if str(fault.values["key"]).split(".")[0] in translated]
    return entry._replace(records=records, untranslated=(*entry.untranslated, *untranslated)), problems


def read_text(file: ListFile, id_: str, field: str, key: Key, language: str) -> tuple[object, list[Diagnostic]]:
    """What a field says in one language; of a prose its blocks."""
    value = value_at(file.data.value, key)
    if field not in prose_fields(file.model) or not isinstance(value, str):
        return value, []
    blocks, problems = parse_text(file, key, value, language)
    _, _, misplaced = split_sections(blocks, [field], file.data.path)
    # The name tells the file too, so that a reviewer's words find their way back.
    name = f"{file.kind}/{file.data.path.rpartition('/')[2]}/{id_}.{field}"
    return Prose(name, language, blocks, tuple(references(blocks))), problems + misplaced


def parse_text(file: ListFile, key: Key, value: str, language: str) -> tuple[tuple[Block, ...], list[Diagnostic]]:
    """Of a text below `|` or `>` the lines as they stand in the file, so that every line keeps its number."""
    # As in `parse_markdown`.
    from safecomm.markdown.parse import parse

    place = file.data.values[key]
    first = file.lines[place.line - 1][place.column - 1 : place.column]
    if first not in ("|", ">"):
        return parse(value, file.data.path, place.line, language, place.column - 1 + (first in ("'", '"')))
    lines, indent = lines_below(file.lines[place.line :])
    return parse("\n".join(lines), file.data.path, place.line + 1, language, indent)


def lines_below(lines: list[str]) -> tuple[list[str], int]:
    """The first lines that are indented alike, without their indentation, and how deep it is."""
    indent = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
    block: list[str] = []
    for line in lines:
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            break
        block.append(line[indent:])
    return block, indent
