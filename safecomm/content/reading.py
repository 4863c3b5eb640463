"""The state of one loading: every file's record or problems, without stopping at the first."""

import re
from collections.abc import Iterator, Set
from contextlib import contextmanager
from pathlib import Path

from safecomm.content import csv_file, markdown_file, yaml_data
from safecomm.content.content import FOLDER, SOURCE, TRANSLATION, Language, Places, Untranslated
from safecomm.content.fields import COUNCIL, ID_PATTERN, Record, Words, record_fields
from safecomm.content.file import read_text
from safecomm.content.folder import COLLECTIONS, FOLDERS, KINDS, SINGLES, Listing, bad_id, endings
from safecomm.content.markdown_file import Fields
from safecomm.content.validate import named, validate
from safecomm.content.yaml_data import Data, Key, Value
from safecomm.diagnostic import ContentError, Diagnostic, Location, nearest_name, problem

ROWS = "rows"
"""The field of statistics that comes from its CSV."""


class Reading:
    """What has been read so far; `unread` are the kinds whose ids could not be learnt."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.records: dict[Language, dict[str, dict[str, Record]]] = {
            language: {kind: {} for kind in KINDS} for language in (SOURCE, TRANSLATION)
        }
        self.places = Places()
        self.problems: list[Diagnostic] = []
        self.untranslated: list[Untranslated] = []
        self.unread: set[str] = set()

    def found(self, kind: str, id_: str) -> Record | None:
        return self.records[SOURCE][kind].get(id_)

    def ids(self, kind: str, listing: Listing) -> Set[str]:
        """Every id that exists, whether or not its record could be read."""
        found = {id_ for each, id_ in self.places.sources if each == kind}
        if kind in COLLECTIONS:
            return found
        return found.union(*(listing.ids(kind, ending) for ending in (*endings(kind), "")))

    def read(self, kind: str, listing: Listing) -> None:
        if kind in COLLECTIONS:
            self.collection(kind)
        elif kind in SINGLES:
            self.markdown(kind, kind, kind, listing)
        elif kind in FOLDERS:
            for id_ in sorted(listing.ids(kind)):
                self.markdown(kind, id_, f"{kind}/{id_}", listing)
            translated = listing.ids(kind, f".{TRANSLATION}.md")
            for id_ in sorted(translated - listing.ids(kind) - listing.ids(kind, "")):
                self.problems.append(without_original(kind, id_, listing.ids(kind) - translated))
        else:
            for id_ in sorted(listing.ids(kind, ".yaml") | listing.ids(kind, ".csv")):
                self.table(kind, id_)

    @contextmanager
    def collecting(self) -> Iterator[None]:
        """A file that cannot be read at all is one problem among the others."""
        try:
            yield
        except ContentError as fault:
            self.problems += fault.diagnostics

    def markdown(self, kind: str, id_: str, name: str, listing: Listing) -> None:
        original: Fields | None = None
        with self.collecting():
            original = self.original(kind, id_, name)
        with self.collecting():
            if id_ in listing.ids(kind, f".{TRANSLATION}.md"):
                self.translation(kind, id_, name, original)
            elif original and markdown_file.left_out(KINDS[kind], original, {}):
                self.untranslated.append(Untranslated(kind, id_, "", TRANSLATION, self.places.find(kind, id_)))

    def original(self, kind: str, id_: str, name: str) -> Fields:
        data, fields = self.fields(kind, name, "", SOURCE)
        self.places.add(kind, id_, data)
        self.keep(kind, id_, fields, data)
        return fields

    def translation(self, kind: str, id_: str, name: str, original: Fields | None) -> None:
        data, fields = self.fields(kind, name, f".{TRANSLATION}", TRANSLATION)
        self.problems += data.problems
        if original is None:
            return
        record, problems = markdown_file.translate(KINDS[kind], original, data, fields)
        self.problems += problems
        if record:
            self.records[TRANSLATION][kind][id_] = record
        for field in markdown_file.left_out(KINDS[kind], original, fields):
            self.untranslated.append(Untranslated(kind, id_, field, TRANSLATION, self.places.find(kind, id_, field)))
        for field in sorted(fields.keys() - original.keys()):
            self.untranslated.append(Untranslated(kind, id_, field, SOURCE, data.place((field,))))

    def fields(self, kind: str, name: str, infix: str, language: Language) -> tuple[Data, Fields]:
        file = f"{name}{infix}.md"
        return markdown_file.read(self.content / file, f"{FOLDER}/{file}", KINDS[kind], name, language)

    def table(self, kind: str, id_: str) -> None:
        path = f"{FOLDER}/{kind}/{id_}"
        with self.collecting():
            data = yaml_data.parse(read_text(self.content / kind / f"{id_}.yaml", f"{path}.yaml"), f"{path}.yaml")
            self.places.add(kind, id_, data)
            fields = fields_of(data.value)
            if ROWS in fields:
                data.problems.append(problem("rows-in-yaml", data.keys[ROWS,], csv=f"{id_}.csv"))
            rows = csv_file.read(self.content / kind / f"{id_}.csv", f"{path}.csv")
            data.problems += rows.problems
            data.values.update({(ROWS, *key): place for key, place in rows.values.items()})
            self.keep(kind, id_, {**fields, ROWS: rows.value}, data)

    def collection(self, kind: str) -> None:
        path = f"{FOLDER}/{kind}.yaml"
        try:
            data = yaml_data.parse(read_text(self.content / f"{kind}.yaml", path), path)
        except ContentError as fault:
            self.problems += fault.diagnostics
            self.unread.add(kind)
            return
        self.problems += data.problems
        for id_, value in fields_of(data.value).items():
            self.places.add(kind, id_, data, (id_,))
            if not re.fullmatch(ID_PATTERN, id_) or id_ == COUNCIL:
                self.problems.append(bad_id(id_, self.places.find(kind, id_)))
            self.keep(kind, id_, value, data, (id_,))

    def keep(self, kind: str, id_: str, value: object, data: Data, at: Key = ()) -> None:
        """Validates; a record that stands in both languages at once serves the translation too."""
        record, problems = validate(KINDS[kind], value, data, at)
        self.problems += problems if at else data.problems + problems
        if record:
            self.records[SOURCE][kind][id_] = self.records[TRANSLATION][kind][id_] = record
            for key in words_left_out(record):
                place = self.places.find(kind, id_, *key)
                self.untranslated.append(Untranslated(kind, id_, named(key), TRANSLATION, place))


def without_original(kind: str, id_: str, untranslated: Set[str]) -> Diagnostic:
    ending = f".{TRANSLATION}.md"
    nearest = nearest_name(id_, untranslated)
    place = Location(f"{FOLDER}/{kind}/{id_}{ending}")
    return problem("translation-without-original", place, nearest=nearest and nearest + ending, original=f"{id_}.md")


def fields_of(value: Value) -> Fields:
    """The top of a parsed file, which is always a mapping."""
    assert isinstance(value, dict)
    return dict(value)


def words_left_out(value: object) -> Iterator[Key]:
    """Where in a record a text lacks its translation."""
    if isinstance(value, Words):
        if value.en is None:
            yield ()
    elif isinstance(value, Record):
        for field in record_fields(type(value)):
            yield from ((field, *key) for key in words_left_out(getattr(value, field)))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from ((number, *key) for key in words_left_out(each))
