"""What tells where the paragraphs of a document come from: its marks, its facts, and the words of the content."""

from collections.abc import Mapping
from functools import cached_property
from itertools import chain, starmap

from safecomm.content.content import Language
from safecomm.desk.addresses import RecordPlace
from safecomm.desk.asked import question_address
from safecomm.desk.made_document import MadeDocument
from safecomm.desk.place_names import field_name, title_of
from safecomm.desk.record_words import RecordWords, as_typed
from safecomm.desk.word_tables import WordTables
from safecomm.documents.gaps import asked_sentences, told_gaps
from safecomm.labels import Labels
from safecomm.readiness.questions import question_about
from safecomm.record_kinds import LIST, RECORD_KINDS
from safecomm.word.anchors import record_bookmark
from safecomm.word.source_map import SourceLocation


class PageSource(WordTables):
    """That of one document; names are told in the language of the labels."""

    def __init__(self, made: MadeDocument, words: RecordWords, labels: Labels) -> None:
        super().__init__(words)
        self.made, self.told = made, labels
        self.known_titles: dict[RecordPlace, str] = {}

    def mark(self, bookmark: str) -> RecordPlace | None:
        """Where the text stands that begins there."""
        mark = self.made.package.marks.get(bookmark)
        return mark and place_of(mark)

    def record(self, bookmark: str) -> RecordPlace | None:
        """Of which the title stands there."""
        return self.bookmarks.get(bookmark)

    def facts(self, place: RecordPlace) -> Mapping[str, str]:
        """The short texts that the document shows of the record, with the fields of which they come."""
        return self.made.facts.get(target_of(place), {})

    def question(self, text: str) -> str:
        """The address of that on what the text says is missing; empty for all other texts."""
        return self.questions.get(text, "")

    def title(self, record: RecordPlace) -> str:
        if record not in self.known_titles:
            self.known_titles[record] = title_of(self.content, record.kind, record.id, self.told)
        return self.known_titles[record]

    def field_name(self, field: tuple[str, str]) -> str:
        """Of a field, by the kind of its record and its key."""
        return field_name(*field, self.told)

    def originals(self, _: None) -> Language:
        """The language in which all is written first."""
        return self.content.source

    @cached_property
    def bookmarks(self) -> Mapping[str, RecordPlace]:
        """All to which texts can refer."""
        places = starmap(RecordPlace, self.content.places.sources)
        return {record_bookmark(target): place for place in places if (target := target_of(place))}

    @cached_property
    def questions(self) -> Mapping[str, str]:
        """The addresses of those that are open, by what the document says."""
        told = chain(told_gaps(self.edition), asked_sentences(self.edition))
        open_ = ((text, finding) for text, finding in told if finding.diagnostic.acknowledged is None)
        asked = ((text, question_about(self.content, finding, self.told.language)) for text, finding in open_)
        return {as_typed(text): question_address(question) for text, question in asked}


def target_of(place: RecordPlace) -> str:
    """The name by which texts refer to the record; empty where they cannot."""
    word = RECORD_KINDS[place.kind].word
    return word and f"{word}:{place.id}"


def place_of(mark: SourceLocation) -> RecordPlace:
    """Of a text; one of several small works is found by the name of their file, too."""
    name, _, field = mark.place.partition("^")[0].rpartition(".")
    kind, _, id_ = name.partition("/")
    return RecordPlace(kind, id_.rpartition(f"{LIST}/")[2] or kind, field)
