"""What documents show of records in few words, so that a cell or a sentence that is made of that finds them again."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from safecomm.content.content import Content, Language
from safecomm.content.folder import KINDS, SINGLES
from safecomm.content.validate import ROWS
from safecomm.desk.addresses import RecordPlace
from safecomm.desk.record_words import SHORTEST, RecordWords, as_typed
from safecomm.documents.community import growth as population_growth
from safecomm.editing.answer_field import criterion_name
from safecomm.labels import Labels
from safecomm.record_kinds import RECORD_KINDS

ALSO_NAMES = {"in_text", "short_name", "registry_number"}
"""The fields that say what else a record goes by in a sentence."""
WORD = re.compile(r"\w+")
NO_NAMES = {"terms", "values", "decisions"}
"""Their titles are words of any sentence."""

Places = Mapping[str, Sequence[RecordPlace]]
"""Where texts stand."""
Beside = Callable[[], Mapping[str, int]]
"""Tells how many records of each kind are named beside a text, where anybody asks."""


class NamedPart(NamedTuple):
    """A part of a text that names a record; other parts have no place."""

    text: str
    place: RecordPlace | None


class KnownWords:
    """Those of one content, as a document in the language writes them."""

    def __init__(self, content: Content, language: Language) -> None:
        self.content, self.records = content, RecordWords(content, language)
        self.edition, self.labels = self.records.edition, Labels(content.project, language)

    def place(self, text: str, beside: Beside = dict) -> RecordPlace | None:
        """Where all that the text says stands, and nowhere else; a name before whatever else says the same.

        Of several records of that name it is the one of whose kind most are named `beside` it.
        """
        if known := next((known for known in (self.titles, self.names, self.words) if text in known), None):
            return choose(known[text], beside)
        places = [self.place(part, beside) for part in text.split(", ")] if ", " in text else ()
        records = {place and place.record for place in places}
        return next(iter(records)) if len(records) == 1 else None

    def parts(self, text: str, beside: Beside = dict) -> list[NamedPart]:
        """The whole text in parts, those between the names of records as well."""
        end, parts = 0, []
        for start, name in self.find(as_typed(text)):
            before, end = end, start + len(name)
            place = choose(self.names[name], beside)
            parts += [NamedPart(text[before:start], None), NamedPart(text[start:end], place)]
        return [part for part in [*parts, NamedPart(text[end:], None)] if part.text]

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """The names in it, each with its place: whole words only, and of several the longest."""
        end = 0
        for word in WORD.finditer(text):
            for name in self.by_word.get(word[0], ()):
                start = word.start() - name.index(word[0])
                if start >= end and text.startswith(name, start) and not WORD.match(text, start + len(name)):
                    yield start, name
                    end = start + len(name)
                    break

    @cached_property
    def titles(self) -> Places:
        titled = ((place, RECORD_KINDS[place.kind].title) for place in self.records.all())
        return by_text(
            (text, place._replace(field=name)) for place, name in titled for text in self.records.texts(place, name)
        )

    @cached_property
    def words(self) -> Places:
        return by_text(
            (text, place._replace(field=field)) for place, said in self.records.said.items() for text, field in said
        )

    @cached_property
    def names(self) -> Places:
        """What a sentence may call a record, the wordings of the criteria, and what else no two records say.

        That are large numbers of figures, and the dates and periods of what there is one of.
        """
        titles = ((text, place) for text, places in self.titles.items() for place in places)
        titles = ((text, place) for text, place in titles if place.kind not in NO_NAMES)
        said = ((text, field, place) for place, words in self.records.said.items() for text, field in words)
        words = ((text, place) for text, field, place in said if field in ALSO_NAMES or is_figure(text, field))
        asked = ((as_typed(text.to(self.edition.language)), id_) for id_, text in self.content.wordings.items())
        criteria = ((text, RecordPlace("criteria", id_)) for text, id_ in chain(asked, self.numbered()))
        whole = ((text, place.record) for text, place in chain(titles, words, criteria, self.grown()))
        singles = (place for place in self.records.all() if place.kind in SINGLES)
        dates = (
            (text, place._replace(field=field)) for place in singles for text, field in self.records.written(place)
        )
        return {text: places for text, places in by_text(chain(whole, dates)).items() if len(text) >= SHORTEST}

    def numbered(self) -> Iterator[tuple[str, str]]:
        """The criteria by their numbers."""
        for id_ in self.content.wordings:
            yield as_typed(criterion_name(self.content, id_, self.edition.language)), id_
            yield f"{self.labels.kind('criteria')} {self.content.number(id_)}", id_

    @cached_property
    def labelled(self) -> Places:
        """The fields of what there is one of, by what they are called: so a form names what is not filled in yet."""
        singles = [place for place in self.records.all() if place.kind in SINGLES]
        fields = ((place, name) for place in singles for name in KINDS[place.kind].model_fields)
        return by_text(
            (self.labels.field(KINDS[place.kind], name), place._replace(field=name)) for place, name in fields
        )

    def grown(self) -> Iterator[tuple[str, RecordPlace]]:
        """By how many the inhabitants have become more, or fewer."""
        if growth := population_growth(self.edition):
            yield as_typed(growth.number), RecordPlace("statistics", self.edition.records.community.inhabitants or "")

    @cached_property
    def by_word(self) -> Mapping[str, Sequence[str]]:
        """The names by the first word of each, the longest first."""
        names: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self.names, key=len, reverse=True):
            if word := WORD.search(name):
                names[word[0]].append(name)
        return names


def is_figure(text: str, field: str) -> bool:
    return field == ROWS and text[:1].isdigit()


def by_text(found: Iterable[tuple[str, RecordPlace]]) -> Places:
    """All that say the same; what there is one of before the others."""
    places: dict[str, list[RecordPlace]] = defaultdict(list)
    for text, place in sorted(found, key=lambda entry: entry[1].kind not in SINGLES):
        known = places[text]
        if place not in known and not (known and known[0].kind in SINGLES and place.kind not in SINGLES):
            known.append(place)
    return places


def choose(places: Sequence[RecordPlace], beside: Beside) -> RecordPlace | None:
    """None where several say the same, and what stands beside it does not tell which is meant."""
    if len(places) > 1:
        kinds = beside()
        most = max(kinds.get(place.kind, 0) for place in places)
        places = [place for place in places if kinds.get(place.kind, 0) == most]
    return places[0] if len(places) == 1 else None
