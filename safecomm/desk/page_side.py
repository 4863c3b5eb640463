"""What stands beside the paragraphs of a document's page: where each leads, and what is missing or wrong there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from safecomm.content.content import Language
from safecomm.desk.addresses import RecordPlace
from safecomm.desk.chapter_side import ChapterSide, ParagraphSide, SideLink, side_of_blocks
from safecomm.desk.lookups import hold
from safecomm.desk.page_source import PageSource
from safecomm.desk.place_names import name_of_place
from safecomm.desk.told import Teller
from safecomm.diagnostic import Diagnostic, Severity
from safecomm.preview.page_tree import PageChapter, PageParagraph
from safecomm.rules.rule_finding import Finding


class SideNote(NamedTuple):
    """`number` tells it from the others of the page; `link` leads to what it is about, where that is known."""

    number: int
    message: str
    hint: str
    is_wrong: bool
    link: SideLink | None = None
    is_placed: bool = False


class Told(NamedTuple):
    """What is missing or wrong, and the field that it is about; in the `language` of a translation, if it is there."""

    fault: Diagnostic
    place: RecordPlace | None
    language: Language | None = None


class SideMemory(WeakKeyDictionary[PageChapter, ChapterSide]):
    """The sides of the chapters that are known."""

    def recall(self, chapter: PageChapter, source: PageSource) -> ChapterSide:
        """The same as before where neither the chapter nor what it was worked out from has changed."""
        side = self.get(chapter)
        if side is None or not hold(side.answers, source):
            side = self[chapter] = side_of_blocks(chapter.blocks, source)
        return side


class PageSide:
    """`notes` are all, in the order of the page; those that stand beside no paragraph come last."""

    def __init__(self, source: PageSource, memory: SideMemory, teller: Teller, told: Iterable[Told]) -> None:
        page, self.source, self.teller = source.made.page, source, teller
        self.chapters = {chapter: memory.recall(chapter, source) for chapter in page.chapters}
        called = [side_of_blocks(note.blocks, source) for note in page.notes]
        self.sides: dict[int, ParagraphSide] = {}
        for side in (*self.chapters.values(), *called):
            self.sides.update(side.paragraphs)
        self.beside: dict[int, list[SideNote]] = {}
        self.notes = [*self.note_all(told)]

    def note_all(self, told: Iterable[Told]) -> Iterator[SideNote]:
        first = self.first_paragraphs()
        ranks: dict[int | None, int] = {key: rank for rank, key in enumerate((*self.sides, None))}
        found = [(one.place and (first.get(one.place) or first.get(one.place.record)), one) for one in told]
        found.sort(key=lambda entry: ranks[entry[0]])
        for number, (paragraph, one) in enumerate(found, start=1):
            note = self.note(number, one)._replace(is_placed=paragraph is not None)
            if paragraph is not None:
                self.beside.setdefault(paragraph, []).append(note)
            yield note

    def first_paragraphs(self) -> Mapping[RecordPlace, int]:
        """Of each field, and of each record, the first paragraph that comes from it."""
        first: dict[RecordPlace, int] = {}
        for key, side in self.sides.items():
            if side.place:
                first.setdefault(side.place, key)
                first.setdefault(side.place.record, key)
        return first

    def note(self, number: int, told: Told) -> SideNote:
        fault, place, language = told
        said, is_wrong = (self.teller.message(fault), self.teller.hint(fault)), fault.severity is Severity.ERROR
        return SideNote(number, *said, is_wrong, place and self.link_to(place, language))

    def link_to(self, place: RecordPlace, language: Language | None) -> SideLink:
        content = self.source.content
        address = place.address_in(language or content.source, content.source)
        return SideLink(address, name_of_place(content, place, self.source.told))

    def notes_in(self, chapter: PageChapter) -> Sequence[tuple[int, Sequence[SideNote]]]:
        """With the identities of the paragraphs beside which they stand."""
        keys = self.chapters[chapter].paragraphs
        return tuple((key, tuple(self.beside[key])) for key in keys if key in self.beside)

    def link(self, paragraph: PageParagraph) -> SideLink | None:
        return self.sides[id(paragraph)].link

    def parts(self, paragraph: PageParagraph) -> Sequence[tuple[str, SideLink | None]]:
        return self.sides[id(paragraph)].parts

    def notes_at(self, paragraph: PageParagraph) -> Sequence[SideNote]:
        return self.beside.get(id(paragraph), ())


def place_of_finding(finding: Finding) -> RecordPlace:
    """The name of a record of which there is one is that of its kind."""
    kind, _, id_ = finding.record.partition("/")
    return RecordPlace(kind, id_ or kind, str(finding.key[0]) if finding.key else "")
