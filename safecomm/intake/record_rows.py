"""The rows of a table to new records: each cell read as its field, and what is wrong told with its place."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from safecomm.content.content import Language
from safecomm.content.field_types import prose_fields, reference_fields
from safecomm.content.folder import COLLECTIONS, KINDS, bad_id
from safecomm.content.load import load
from safecomm.content.markdown_parts import DEFAULT, split_sections
from safecomm.content.project_language import MESSAGES
from safecomm.content.references import unknown_reference
from safecomm.content.validate import validate
from safecomm.content.yaml_data import Data, Key, Value
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.editing.answer_field import AnswerField
from safecomm.editing.fields import with_value
from safecomm.editing.new import GivenRecord, files_of, free_id, new_records, translations_of
from safecomm.editing.skeleton import guesses
from safecomm.intake.delimited import TableRow
from safecomm.intake.limits import MOST_RECORDS
from safecomm.intake.record_columns import ID, RecordColumns, field_names, find_columns, is_translated
from safecomm.labels import Labels
from safecomm.markdown.blocks import IDENTIFIER, Prose
from safecomm.markdown.parse import parse
from safecomm.record_kinds import RECORD_KINDS

MISSING = {"missing-key", "missing-text"}
"""What a row may leave to be filled in."""


class RecordRows:
    """Reads rows as records of the `kind`; `fixed` are the fields that all of them have."""

    def __init__(self, project: Path, kind: str, fixed: Mapping[Key, Value], file: str) -> None:
        self.content, self.kind, self.fixed, self.file = load(project), kind, fixed, file
        self.model = KINDS[kind]
        self.title = RECORD_KINDS[kind].title
        spoken = dict.fromkeys([*self.content.languages, *MESSAGES])
        self.labels = [Labels(project, language) for language in spoken]
        self.names = field_names(kind, self.labels, self.content.languages)
        self.cells: dict[Key, list[AnswerField]] = {}
        self.taken = set(self.content.records[self.content.source].kinds[kind])

    def find_columns(self, rows: Sequence[TableRow], said: Mapping[str, str]) -> RecordColumns:
        """Raises ContentError where a record would lack what nobody can guess."""
        columns = find_columns(rows, self.names, said, self.title, self.file)
        if columns is None:
            raise self.lack("rows-heading", [self.title])
        there = {key[0] for key in (*columns.fields, *self.fixed)}
        if missing := [name for name in guesses(self.model) if name not in there]:
            raise self.lack("rows-column", missing, columns.heading.line)
        return columns

    def records(self, columns: RecordColumns) -> list[GivenRecord]:
        """Raises ContentError with all that is wrong, and then none of it is to be written."""
        if not columns.below:
            raise ContentError([problem("rows-nothing", Location(self.file))])
        if (number := len(columns.below)) > MOST_RECORDS:
            raise ContentError([problem("rows-too-many", Location(self.file), number=number, most=MOST_RECORDS)])
        self.cells = {key: self.fields_of(key) for key in columns.fields if key != ID}
        read = [self.record(row, columns) for row in columns.below]
        if faults := [fault for _, found in read for fault in found]:
            raise ContentError(faults)
        return [record for record, _ in read]

    def write(self, records: Sequence[GivenRecord], columns: RecordColumns) -> list[Path]:
        """Raises ContentError; what only the loader finds, such as a dead reference in a text, is told with its row."""
        try:
            return new_records(self.content.project, self.kind, records)
        except ContentError as fault:
            # In a file of many, the line is not that of a row.
            own = zip(records, columns.below, strict=True) if self.kind not in COLLECTIONS else ()
            rows = {
                path: Location(self.file, row.line)
                for record, row in own
                for path in (files_of(self.kind, record.id)[0], *translations_of(self.kind, record))
            }
            raise ContentError(
                [found._replace(location=rows.get(found.location.path, found.location)) for found in fault.diagnostics]
            ) from None

    def lack(self, code: str, fields: Sequence[str], line: int = 0) -> ContentError:
        """A list's value nobody guesses, and without its name nobody knows a record."""
        place, label = Location(self.file, line), self.labels[0].field
        return ContentError([problem(code, place, field=name, label=label(self.model, name)) for name in fields])

    def fields_of(self, key: Key) -> list[AnswerField]:
        """What a cell may say, in one language after the other."""
        known = self.labels[: len(self.content.languages)]
        return [AnswerField(self.content, self.model, key, labels) for labels in known]

    def record(self, row: TableRow, columns: RecordColumns) -> tuple[GivenRecord, list[Diagnostic]]:
        places = {key: Location(self.file, row.line, number + 1) for key, number in columns.fields.items()}
        texts = {key: row.cells[number] for key, number in columns.fields.items() if number < len(row.cells)}
        typed = {key: self.value(key, text) for key, text in texts.items() if text and key != ID}
        beside = {key: typed.pop(key) for key in list(typed) if len(key) > 1 and is_translated(self.model, str(key[0]))}
        given = {**typed, **self.fixed}
        id_, faults = self.id_of(row, texts, places)
        faults += self.faults_of(row, given, places)
        faults += [fault for key, text in beside.items() for fault in self.faults_of_translation(key, text, places)]
        return GivenRecord(id_, given, by_language(beside)), faults

    def value(self, key: Key, text: str) -> Value:
        """As the first language reads it that knows all of it; nobody is there to say whom a part of a name means."""
        read = [field.parse(text, by_part=False) for field in self.cells[key]]
        return next((value for value in read if not self.unknown_in(key, value)), read[0])

    def unknown_in(self, key: Key, value: Value) -> list[str]:
        choices = self.cells[key][0].choices
        parts = value if isinstance(value, list) else [value]
        return [str(part) for part in parts if choices and part not in choices]

    def id_of(
        self, row: TableRow, texts: Mapping[Key, str], places: Mapping[Key, Location]
    ) -> tuple[str, list[Diagnostic]]:
        """The row's own, else one that its title makes: the same file taken twice makes no doubles."""
        title = texts.get((self.title,)) or texts.get((self.title, self.content.source), "")
        id_ = texts.get(ID) or free_id(title, ())
        faults: list[Diagnostic] = []
        place = places.get(ID, Location(self.file, row.line))
        if not (title or texts.get(ID)):
            return id_, faults
        if not IDENTIFIER.fullmatch(id_):
            faults.append(bad_id(id_, place))
        elif id_ in self.taken:
            faults.append(problem("id-taken", place, id=id_))
        self.taken.add(id_)
        return id_, faults

    def faults_of(
        self, row: TableRow, given: Mapping[Key, Value], places: Mapping[Key, Location]
    ) -> Iterator[Diagnostic]:
        """What the loader would say of the record, with the places of the cells."""
        data = Data(self.file, {})
        data.values.update({(): Location(self.file, row.line), **places})
        value: Value = {}
        for key, part in given.items():
            value = with_value(value, key, part)
        record: dict[str, object] = {**value} if isinstance(value, dict) else {}
        for name in prose_fields(self.model):
            if name in record:
                record[name], found = self.prose(str(record[name]), places[name,])
                yield from found
        needed = {self.title, *guesses(self.model)}
        _, problems = validate(self.model, record, data, self.content.languages)
        for fault in problems:
            if fault.code not in MISSING:
                yield fault
            elif fault.values["key"] in needed:
                place = places.get((fault.values["key"],), Location(self.file, row.line))
                yield problem("rows-empty", place, field=fault.values["key"])
        yield from self.unknown_ids(given, places)

    def faults_of_translation(self, key: Key, text: Value, places: Mapping[Key, Location]) -> Sequence[Diagnostic]:
        return self.prose(str(text), places[key])[1] if key[0] in prose_fields(self.model) else ()

    def prose(self, text: str, place: Location) -> tuple[Prose, list[Diagnostic]]:
        language = self.content.languages[0]
        blocks, problems = parse(text, self.file, place.line, language)
        _, _, misplaced = split_sections(blocks, [DEFAULT], self.file)
        return Prose("", language, blocks), [fault._replace(location=place) for fault in (*problems, *misplaced)]

    def unknown_ids(self, given: Mapping[Key, Value], places: Mapping[Key, Location]) -> Iterator[Diagnostic]:
        for key, value in given.items():
            reference = reference_fields(self.model).get(str(key[0]))
            if reference and key not in self.fixed:
                choices = self.cells[key][0].choices
                known = {name: id_ for id_, name in choices.items()} | {id_: id_ for id_ in choices}
                for name in self.unknown_in(key, value):
                    yield unknown_reference(name, places[key], reference, known)


def by_language(beside: Mapping[Key, Value]) -> Mapping[Language, Mapping[Key, Value]]:
    """Of each language, what its translation file says."""
    found: dict[Language, dict[Key, Value]] = {}
    for (name, language), value in beside.items():
        found.setdefault(str(language), {})[name,] = value
    return found
