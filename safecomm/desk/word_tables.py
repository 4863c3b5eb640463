"""What documents show of records in few words, and where in the content each of it stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from safecomm.content.folder import KINDS, SINGLES
from safecomm.content.validate import ROWS
from safecomm.desk.addresses import RecordPlace
from safecomm.desk.record_words import SHORTEST, PlacedText, RecordWords, as_typed
from safecomm.documents.community import growth as population_growth
from safecomm.editing.answer_field import criterion_name
from safecomm.labels import Labels
from safecomm.record_kinds import RECORD_KINDS

WORD = re.compile(r"\w+")
ALSO_NAMES = {"in_text", "short_name", "registry_number"}
"""The fields that say what else a record goes by in a sentence."""
NO_NAMES = {"terms", "values", "decisions"}
"""Their titles are words of any sentence."""

Places = Mapping[str, Sequence[RecordPlace]]
"""Where texts stand."""


class WordTables:
    """Those of one content, as a document in its language writes them."""

    def __init__(self, records: RecordWords) -> None:
        self.records, self.content, self.edition = records, records.content, records.edition
        self.labels = Labels(self.content.project, self.edition.language)

    def titled(self, text: str) -> Sequence[RecordPlace]:
        """The titles that say it."""
        return self.titles.get(text, ())

    def named(self, text: str) -> Sequence[RecordPlace]:
        """What a sentence may call so."""
        return self.names.get(text, ())

    def said(self, text: str) -> Sequence[RecordPlace]:
        """The fields that say it."""
        return self.words.get(text, ())

    def labelled(self, label: str) -> Sequence[RecordPlace]:
        """The fields that are called so, of what there is one of: a form names what is not filled in yet."""
        return self.fields.get(label, ())

    def beginning(self, word: str) -> Sequence[str]:
        """The names that begin with the word, the longest first."""
        return self.by_word.get(word, ())

    def field(self, said: tuple[RecordPlace, str]) -> str:
        """The field of the record that a document shows so; empty where there is none."""
        return self.records.field(*said)

    @cached_property
    def titles(self) -> Places:
        return by_text((text, place) for text, place in self.records.words() if is_title(place))

    @cached_property
    def words(self) -> Places:
        return by_text(self.records.words())

    @cached_property
    def names(self) -> Places:
        """What a sentence may call a record, the wordings of the criteria, and what else no two records say.

        That are large numbers of figures, and the dates and periods of what there is one of.
        """
        titles = ((text, place) for text, places in self.titles.items() for place in places)
        titles = ((text, place) for text, place in titles if place.kind not in NO_NAMES)
        said = self.records.words()
        words = ((text, place) for text, place in said if place.field in ALSO_NAMES or is_figure(text, place.field))
        asked = ((as_typed(text.to(self.edition.language)), id_) for id_, text in self.content.wordings.items())
        criteria = ((text, RecordPlace("criteria", id_)) for text, id_ in chain(asked, self.numbered()))
        whole = ((text, place.record) for text, place in chain(titles, words, criteria, self.grown()))
        singles = (place for place in self.records.all() if place.kind in SINGLES)
        dates = chain.from_iterable(map(self.records.written, singles))
        return {text: places for text, places in by_text(chain(whole, dates)).items() if len(text) >= SHORTEST}

    def numbered(self) -> Iterator[tuple[str, str]]:
        """The criteria by their numbers."""
        for id_ in self.content.wordings:
            yield as_typed(criterion_name(self.content, id_, self.edition.language)), id_
            yield f"{self.labels.kind('criteria')} {self.content.number(id_)}", id_

    @cached_property
    def fields(self) -> Places:
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
        names: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self.names, key=len, reverse=True):
            if word := WORD.search(name):
                names[word[0]].append(name)
        return names


def is_title(place: RecordPlace) -> bool:
    return place.field == RECORD_KINDS[place.kind].title


def is_figure(text: str, field: str) -> bool:
    return field == ROWS and text[:1].isdigit()


def by_text(found: Iterable[PlacedText]) -> Places:
    """All that say the same; what there is one of before the others."""
    places: dict[str, list[RecordPlace]] = defaultdict(list)
    for text, place in sorted(found, key=lambda entry: entry[1].kind not in SINGLES):
        known = places[text]
        if place not in known and not (known and known[0].kind in SINGLES and place.kind not in SINGLES):
            known.append(place)
    return places
