"""One record as far as its files could be read: in each language, with the places of its fields and what it lacks."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from safecomm.content.content import FoundText, Language, Outdated, Untranslated
from safecomm.content.field_types import LocalizedText, Record
from safecomm.content.folder import KINDS
from safecomm.content.records import Translated
from safecomm.content.references import Passage
from safecomm.content.validate import field_name, validate
from safecomm.content.yaml_data import Data, Key
from safecomm.diagnostic import Diagnostic, Location


class RecordEntry(NamedTuple):
    """`data` holds the record at `key`; it is None where the file could not be read.

    `records` has the source's language first.
    """

    kind: str
    id: str
    data: Data | None = None
    key: Key = ()
    records: Mapping[Language, Record] = {}
    passages: tuple[Passage, ...] = ()
    untranslated: tuple[Untranslated, ...] = ()
    outdated: tuple[Outdated, ...] = ()
    blanks: tuple[FoundText, ...] = ()
    private: tuple[FoundText, ...] = ()

    @property
    def one_language(self) -> Set[str]:
        """The fields that stand in one language only, and should."""
        record = next(iter(self.records.values()), None)
        return set(record.one_language) if isinstance(record, Translated) else set()

    def place(self, *key: str | int) -> Location:
        assert self.data is not None
        return self.data.field_place(self.key, *key)


def make_entry(
    kind: str, id_: str, value: object, data: Data, languages: Sequence[Language], key: Key = ()
) -> tuple[RecordEntry, list[Diagnostic]]:
    """A record that stands in all languages at once serves every one of them."""
    record, problems = validate(KINDS[kind], value, data, languages, key)
    entry = RecordEntry(kind, id_, data, key)
    if record is None:
        return entry, problems
    missing = tuple(
        Untranslated(kind, id_, field_name(field), language, entry.place(*field), field)
        for language in languages[1:]
        for field in words_without(language, record)
    )
    return entry._replace(records=dict.fromkeys(languages, record), untranslated=missing), problems


def words_without(language: Language, value: object) -> Iterator[Key]:
    """Where in a record a short text lacks its translation."""
    if isinstance(value, LocalizedText):
        if language not in value.texts:
            yield ()
    elif isinstance(value, Record):
        for field, item in vars(value).items():
            yield from ((field, *key) for key in words_without(language, item))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from ((number, *key) for key in words_without(language, item))
