"""What rules ask about in the texts of a record: found when its files are read, and not again until they change."""

from collections.abc import Iterator

from safecomm.content.content import FoundText, Language
from safecomm.content.field_types import Record
from safecomm.content.placeholder import placeholders
from safecomm.content.private_texts import private_texts
from safecomm.content.record_entry import RecordEntry
from safecomm.content.yaml_data import Key


def with_found_texts(entry: RecordEntry) -> RecordEntry:
    return entry._replace(blanks=tuple(blanks_of(entry)), private=tuple(private_of(entry)))


def blanks_of(entry: RecordEntry) -> Iterator[FoundText]:
    """Of each translation those that are not the original's, whose words stand where it has none."""
    original: set[Key] = set()
    for number, (language, record) in enumerate(own_records(entry)):
        found = [(key, text) for key, text in placeholders(record) if key not in original]
        yield from (FoundText(entry.kind, entry.id, key, text, language) for key, text in found)
        if number == 0:
            original.update(key for key, _ in found)


def private_of(entry: RecordEntry) -> Iterator[FoundText]:
    """Each once: what is not translated stands in every language."""
    known = set()
    for language, record in own_records(entry):
        for found in private_texts(record):
            if found not in known:
                known.add(found)
                yield FoundText(entry.kind, entry.id, *found, language)


def own_records(entry: RecordEntry) -> Iterator[tuple[Language, Record]]:
    """The record in its languages, once where it is the same in all."""
    records: dict[int, tuple[Language, Record]] = {}
    for language, record in entry.records.items():
        records.setdefault(id(record), (language, record))
    yield from records.values()
