"""Where in the content each paragraph of a chapter comes from, and where it leads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from safecomm.content.content import Language
from safecomm.content.folder import KINDS
from safecomm.desk.addresses import RecordPlace
from safecomm.desk.derived_places import DerivedPlaces
from safecomm.desk.known_words import KnownWords
from safecomm.desk.lookups import Answers, Lookups
from safecomm.desk.page_source import PageSource
from safecomm.desk.place_names import join_name
from safecomm.desk.record_words import as_typed
from safecomm.messages.texts import texts_of
from safecomm.preview.page_tree import PageBlock, PageParagraph, paragraphs_in


class SideLink(NamedTuple):
    address: str
    label: str


class ParagraphSide(NamedTuple):
    """`parts` are those of a text of which several lead on; else there are none."""

    place: RecordPlace | None
    link: SideLink | None
    parts: tuple[tuple[str, SideLink | None], ...]


@dataclass(frozen=True, eq=False)
class ChapterSide:
    """By the identity of each paragraph. `answers` are all that it was worked out from, beside the chapter."""

    paragraphs: Mapping[int, ParagraphSide]
    answers: Answers


def side_of_blocks(blocks: Sequence[PageBlock], source: PageSource) -> ChapterSide:
    lookups = Lookups(source)
    reader = ChapterReader(blocks, lookups)
    return ChapterSide(dict(reader.read(paragraphs_in(blocks))), lookups.answers)


class ChapterReader:
    """Reads the paragraphs of some blocks."""

    def __init__(self, blocks: Sequence[PageBlock], lookups: Lookups[PageSource]) -> None:
        self.ask, self.source = lookups.ask, lookups.source
        self.derived = DerivedPlaces(blocks, KnownWords(lookups))

    def read(self, paragraphs: Iterable[PageParagraph]) -> Iterator[tuple[int, ParagraphSide]]:
        for paragraph in paragraphs:
            place, language = self.place(paragraph), self.language_of(paragraph)
            link = self.question(paragraph) or self.link(place, language)
            parts = () if link else self.derived.parts(paragraph)
            linked = tuple((part.text, self.link(part.place, language)) for part in parts)
            yield id(paragraph), ParagraphSide(place, link, linked)

    def question(self, paragraph: PageParagraph) -> SideLink | None:
        """To that on what the paragraph says is missing."""
        address = self.ask(PageSource.question, as_typed(paragraph.text))
        return SideLink(address, texts_of("desk_document", self.source.told.language)["question"]) if address else None

    def link(self, place: RecordPlace | None, language: Language) -> SideLink | None:
        if place is None:
            return None
        title = self.ask(PageSource.title, place.record)
        field = self.ask(PageSource.field_name, (place.kind, place.field))
        return SideLink(place.address_in(language, self.ask(PageSource.originals, None)), join_name(title, field))

    def language_of(self, paragraph: PageParagraph) -> Language:
        """That of what is written there: in a translation some may stand as in the original."""
        return (paragraph.language or self.source.made.page.language).partition("-")[0]

    def place(self, paragraph: PageParagraph) -> RecordPlace | None:
        """Of its text; where that is derived, of the field of its record from which most of it comes.

        What stands below no record's title may be the title of one, as in lists of them, or made of what records say.
        """
        if place := next(filter(None, (self.ask(PageSource.mark, name) for name in paragraph.names)), None):
            return place
        if place := self.ask(PageSource.record, paragraph.record):
            return place._replace(field=self.field_of(paragraph.text, place))
        shown = [run for run in paragraph.runs if run.text.strip()]
        linked = self.ask(PageSource.record, shown[0].name) if len(shown) == 1 else None
        return linked or self.derived.of(paragraph)

    def field_of(self, text: str, place: RecordPlace) -> str:
        """From which the longest part of a text comes; empty where that is no field of the record's own."""
        facts = self.ask(PageSource.facts, place)
        longest = max((fact for fact in facts if fact in text), key=len, default="")
        field = facts.get(longest, "").partition(".")[0]
        return field if field in KINDS[place.kind].model_fields else ""
