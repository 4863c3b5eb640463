"""The state of one loading: every file's record or problems, without stopping at the first."""

import dataclasses
from collections.abc import Iterator, Set
from contextlib import contextmanager
from pathlib import Path

from safecomm.content import csv_file, markdown_file, yaml_data
from safecomm.content.content import FOLDER, SOURCE, TRANSLATION, Language, Outdated, Places, Untranslated
from safecomm.content.fields import COUNCIL, Record, Words, record_fields, translated_fields
from safecomm.content.file import read_text, within
from safecomm.content.folder import COLLECTIONS, FOLDERS, KINDS, SINGLES, Listing, bad_id
from safecomm.content.markdown_file import Fields, MarkdownFile
from safecomm.content.records import Translated
from safecomm.content.texts import Passage
from safecomm.content.validate import named, shown, validate
from safecomm.content.versions import TRANSLATES
from safecomm.content.yaml_data import Data, Key, Value
from safecomm.diagnostic import ContentError, Diagnostic, Location, nearest_name, problem
from safecomm.markdown.blocks import Prose
from safecomm.markdown.references import IDENTIFIER

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
        self.passages: list[Passage] = []
        self.problems: list[Diagnostic] = []
        self.untranslated: list[Untranslated] = []
        self.outdated: list[Outdated] = []
        self.unread: set[str] = set()

    def found(self, kind: str, id_: str) -> Record | None:
        return self.records[SOURCE][kind].get(id_)

    def ids(self, kind: str, listing: Listing) -> Set[str]:
        """Every id that exists, whether or not its record could be read."""
        ending = ".md" if kind in SINGLES or kind in FOLDERS else ".yaml"
        return {id_ for each, id_ in self.places.sources if each == kind} | (
            listing.ids(kind, ending) if kind not in COLLECTIONS else set()
        )

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
        original: MarkdownFile | None = None
        with self.collecting():
            original = self.original(kind, id_, name)
        with self.collecting():
            if id_ in listing.ids(kind, f".{TRANSLATION}.md"):
                self.translation(kind, id_, name, original)
            elif original:
                self.without_translation(kind, id_, original.fields)

    def original(self, kind: str, id_: str, name: str) -> MarkdownFile:
        file = self.file(kind, name, "", SOURCE)
        self.places.add(kind, id_, file.data)
        self.keep(kind, id_, file.fields, file.data)
        self.problems += unknown_fields(KINDS[kind], self.one_language(kind, id_), file.data)
        return file

    def translation(self, kind: str, id_: str, name: str, original: MarkdownFile | None) -> None:
        data, fields, _ = self.file(kind, name, f".{TRANSLATION}", TRANSLATION)
        self.problems += data.problems
        follows = fields.pop(TRANSLATES, "")
        if original is None:
            return
        if follows != original.version(KINDS[kind]):
            place = data.place((TRANSLATES,))
            self.outdated.append(Outdated(kind, id_, place, original.data.path, str(follows)))
            fields = {field: outdated(value) if follows else value for field, value in fields.items()}
        self.lay_over(kind, id_, original.fields, data, fields)

    def without_translation(self, kind: str, id_: str, original: Fields) -> None:
        if self.left_out(kind, id_, original, {}):
            self.untranslated.append(Untranslated(kind, id_, "", TRANSLATION, self.places.find(kind, id_)))
        if record := self.found(kind, id_):
            self.records[TRANSLATION][kind][id_] = without(record, self.one_language(kind, id_))

    def lay_over(self, kind: str, id_: str, original: Fields, data: Data, fields: Fields) -> None:
        """The record in the other language, and what it lacks."""
        record, problems = markdown_file.translate(KINDS[kind], original, data, fields)
        self.problems += problems
        if record:
            self.records[TRANSLATION][kind][id_] = without(record, self.one_language(kind, id_) - fields.keys())
        for field in self.left_out(kind, id_, original, fields):
            self.untranslated.append(Untranslated(kind, id_, field, TRANSLATION, self.places.find(kind, id_, field)))
        for field in sorted(fields.keys() - original.keys() - self.one_language(kind, id_)):
            self.untranslated.append(Untranslated(kind, id_, field, SOURCE, data.place((field,))))

    def left_out(self, kind: str, id_: str, original: Fields, fields: Fields) -> list[str]:
        single = self.one_language(kind, id_)
        return [field for field in markdown_file.left_out(KINDS[kind], original, fields) if field not in single]

    def one_language(self, kind: str, id_: str) -> Set[str]:
        """The fields that stand in one language only, and should."""
        record = self.found(kind, id_)
        return set(record.one_language) if isinstance(record, Translated) else set()

    def file(self, kind: str, name: str, infix: str, language: Language) -> MarkdownFile:
        file = f"{name}{infix}.md"
        read = markdown_file.read(self.own(file), f"{FOLDER}/{file}", KINDS[kind], name, language)
        self.passages += (Passage(read.data.path, each) for each in read.fields.values() if isinstance(each, Prose))
        return read

    def own(self, name: str) -> Path:
        """The file of that name; raises ContentError for a link that leads out of content/."""
        file = self.content / name
        if file.is_symlink() and within(self.content, file) is None:
            raise ContentError([problem("file-outside", Location(f"{FOLDER}/{name}"))])
        return file

    def table(self, kind: str, id_: str) -> None:
        path = f"{FOLDER}/{kind}/{id_}"
        with self.collecting():
            data = yaml_data.parse(read_text(self.own(f"{kind}/{id_}.yaml"), f"{path}.yaml"), f"{path}.yaml")
            self.places.add(kind, id_, data)
            fields = fields_of(data.value)
            if ROWS in fields:
                data.problems.append(problem("rows-in-yaml", data.keys[ROWS,], csv=f"{id_}.csv"))
            rows = csv_file.read(self.own(f"{kind}/{id_}.csv"), f"{path}.csv")
            data.problems += rows.problems
            data.values.update({(ROWS, *key): place for key, place in rows.values.items()})
            self.keep(kind, id_, {**fields, ROWS: rows.value}, data)

    def collection(self, kind: str) -> None:
        path = f"{FOLDER}/{kind}.yaml"
        try:
            data = yaml_data.parse(read_text(self.own(f"{kind}.yaml"), path), path)
        except ContentError as fault:
            self.problems += fault.diagnostics
            self.unread.add(kind)
            return
        self.problems += data.problems
        for id_, value in fields_of(data.value).items():
            self.places.add(kind, id_, data, (id_,))
            if not IDENTIFIER.fullmatch(id_) or id_ == COUNCIL:
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


def without(record: Record, single: Set[str]) -> Record:
    """The record without those fields that it can do without: they stand in the other language only."""
    known = type(record).model_fields
    optional = {field for field in single if field in known and not known[field].is_required()}
    return record.model_copy(update={field: known[field].get_default() for field in optional}) if optional else record


def outdated(value: object) -> object:
    return dataclasses.replace(value, outdated=True) if isinstance(value, Prose) else value


def unknown_fields(model: type[Record], named: Set[str], data: Data) -> Iterator[Diagnostic]:
    """What `one_language` lists and no translation could hold."""
    allowed = sorted(translated_fields(model))
    for name in sorted(named - set(allowed)):
        values = {"key": "one_language", "value": shown(name), "allowed": ", ".join(allowed)}
        nearest = nearest_name(name, allowed)
        yield problem("unknown-value", data.place(("one_language",)), nearest=nearest, last="one_language", **values)


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
