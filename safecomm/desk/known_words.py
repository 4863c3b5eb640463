"""What documents show of records in few words, found again in a cell or a sentence that is made of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from safecomm.desk.addresses import RecordPlace
from safecomm.desk.lookups import Lookups
from safecomm.desk.record_words import as_typed
from safecomm.desk.word_tables import WORD, WordTables

Beside = Callable[[], Mapping[str, int]]
"""Tells how many records of each kind are named beside a text, where anybody asks."""


class NamedPart(NamedTuple):
    """A part of a text that names a record; other parts have no place."""

    text: str
    place: RecordPlace | None


class KnownWords:
    """Those that the tables know."""

    def __init__(self, lookups: Lookups[WordTables]) -> None:
        self.ask = lookups.ask

    def titled(self, text: str) -> Sequence[RecordPlace]:
        return self.ask(WordTables.titled, text)

    def labelled(self, label: str) -> Sequence[RecordPlace]:
        return self.ask(WordTables.labelled, label)

    def field(self, record: RecordPlace, text: str) -> str:
        return self.ask(WordTables.field, (record, text))

    def place(self, text: str, beside: Beside = dict) -> RecordPlace | None:
        """Where all that the text says stands, and nowhere else; a name before whatever else says the same.

        Of several records of that name it is the one of whose kind most are named `beside` it.
        """
        for table in (WordTables.titled, WordTables.named, WordTables.said):
            if places := self.ask(table, text):
                return choose(places, beside)
        parts = text.split(", ") if ", " in text else ()
        records = {place and place.record for place in (self.place(part, beside) for part in parts)}
        return next(iter(records)) if len(records) == 1 else None

    def parts(self, text: str, beside: Beside = dict) -> list[NamedPart]:
        """The whole text in parts, those between the names of records as well."""
        end, parts = 0, []
        for start, name in self.find(as_typed(text)):
            before, end = end, start + len(name)
            place = choose(self.ask(WordTables.named, name), beside)
            parts += [NamedPart(text[before:start], None), NamedPart(text[start:end], place)]
        return [part for part in [*parts, NamedPart(text[end:], None)] if part.text]

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """The names in it, each with its place: whole words only, and of several the longest."""
        end = 0
        for word in WORD.finditer(text):
            for name in self.ask(WordTables.beginning, word[0]):
                start = word.start() - name.index(word[0])
                if start >= end and text.startswith(name, start) and not WORD.match(text, start + len(name)):
                    yield start, name
                    end = start + len(name)
                    break


def choose(places: Sequence[RecordPlace], beside: Beside) -> RecordPlace | None:
    """None where several say the same, and what stands beside it does not tell which is meant."""
    if len(places) > 1:
        kinds = beside()
        most = max(kinds.get(place.kind, 0) for place in places)
        places = [place for place in places if kinds.get(place.kind, 0) == most]
    return places[0] if len(places) == 1 else None
