"""Where in the content each paragraph of a document comes from, and what is missing there."""

from collections.abc import Mapping
from functools import cached_property
from itertools import chain, starmap

from safecomm.content.content import Language
from safecomm.desk.addresses import RecordPlace
from safecomm.desk.asked import question_address
from safecomm.desk.derived_places import DerivedPlaces
from safecomm.desk.known_words import KnownWords, NamedPart
from safecomm.desk.made_document import MadeDocument
from safecomm.desk.place_names import name_of_place
from safecomm.desk.record_words import as_typed
from safecomm.documents.edition import Edition
from safecomm.documents.gaps import asked_sentences, told_gaps
from safecomm.labels import Labels
from safecomm.preview.page_tree import PageParagraph
from safecomm.readiness.questions import question_about
from safecomm.record_kinds import LIST, RECORD_KINDS
from safecomm.word.anchors import record_bookmark
from safecomm.word.source_map import SourceLocation


class PagePlaces:
    """Those of one document; names are told in `language`."""

    def __init__(self, made: MadeDocument, labels: Labels) -> None:
        self.made, self.labels = made, labels
        self.edition, self.source = Edition(made.content, labels.language), made.content.source

    @cached_property
    def derived(self) -> DerivedPlaces:
        return DerivedPlaces(self.made.page, KnownWords(self.made.content, self.made.document.language))

    @cached_property
    def questions(self) -> Mapping[str, str]:
        """The addresses of the questions on what the document says is missing, by what it says."""
        content, edition = self.made.content, Edition(self.made.content, self.made.document.language)
        told = chain(told_gaps(edition), asked_sentences(edition))
        open_ = ((text, finding) for text, finding in told if finding.diagnostic.acknowledged is None)
        return {
            as_typed(text): question_address(question_about(content, finding, self.labels.language))
            for text, finding in open_
        }

    def question(self, paragraph: PageParagraph) -> str:
        """The address of that which the paragraph says is open; empty for all others."""
        return self.questions.get(as_typed(paragraph.text), "")

    @cached_property
    def records(self) -> Mapping[str, RecordPlace]:
        """All to which texts can refer, by the bookmarks that the places of their titles have."""
        places = starmap(RecordPlace, self.made.content.places.sources)
        return {record_bookmark(target): place for place in places if (target := target_of(place))}

    def of(self, paragraph: PageParagraph) -> RecordPlace | None:
        """Of its text; where that is derived, of the field of its record from which most of it comes.

        What stands below no record's title may be the title of one, as in lists of them, or made of what records say.
        """
        marks = filter(None, map(self.made.package.marks.get, paragraph.names))
        if mark := next(marks, None):
            return place_of(mark)
        if place := self.records.get(paragraph.record):
            return place._replace(field=self.field_of(paragraph.text, place))
        shown = [run for run in paragraph.runs if run.text.strip()]
        linked = self.records.get(shown[0].name) if len(shown) == 1 else None
        return linked or self.derived.of(paragraph)

    def parts(self, paragraph: PageParagraph) -> list[NamedPart]:
        """Of what leads nowhere as a whole, because it names several records."""
        return self.derived.parts(paragraph)

    def field_of(self, text: str, place: RecordPlace) -> str:
        """From which the longest part of a text comes; empty where that is no field of the record's own."""
        facts = self.made.facts.get(target_of(place), {})
        longest = max((fact for fact in facts if fact in text), key=len, default="")
        field = facts.get(longest, "").partition(".")[0]
        record = self.edition.records.kinds[place.kind][place.id]
        return field if field in type(record).model_fields else ""

    def address(self, place: RecordPlace, language: Language) -> str:
        return place.address_in(language, self.source)

    def language_of(self, paragraph: PageParagraph) -> Language:
        """That of what is written there: in a translation some may stand as in the original."""
        return (paragraph.language or self.made.page.language).partition("-")[0]

    def label(self, place: RecordPlace) -> str:
        return name_of_place(self.made.content, place, self.labels)


def target_of(place: RecordPlace) -> str:
    """The name by which texts refer to the record; empty where they cannot."""
    word = RECORD_KINDS[place.kind].word
    return word and f"{word}:{place.id}"


def place_of(mark: SourceLocation) -> RecordPlace:
    """Of a text; one of several small works is found by the name of their file, too."""
    name, _, field = mark.place.partition("^")[0].rpartition(".")
    kind, _, id_ = name.partition("/")
    return RecordPlace(kind, id_.rpartition(f"{LIST}/")[2] or kind, field)
