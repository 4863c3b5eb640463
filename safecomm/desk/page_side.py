"""What stands beside the paragraphs of a document's page: where each leads, and what is missing or wrong there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from safecomm.content.content import Language
from safecomm.desk.addresses import RecordPlace
from safecomm.desk.page_places import PagePlaces
from safecomm.desk.told import Teller
from safecomm.diagnostic import Diagnostic, Severity
from safecomm.messages.texts import texts_of
from safecomm.preview.page_tree import PageParagraph, WordPage, paragraphs_in
from safecomm.rules.rule_finding import Finding


class SideLink(NamedTuple):
    address: str
    label: str


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


class PageSide:
    """`notes` are all, in the order of the page; those that stand beside no paragraph come last."""

    def __init__(self, page: WordPage, places: PagePlaces, teller: Teller, told: Iterable[Told]) -> None:
        self.page, self.places, self.teller = page, places, teller
        self.links: dict[tuple[RecordPlace, Language], SideLink] = {}
        self.place_at = {id(paragraph): place for paragraph in self.paragraphs() if (place := places.of(paragraph))}
        self.leads = {id(paragraph): link for paragraph in self.paragraphs() if (link := self.find_link(paragraph))}
        self.beside: dict[int, list[SideNote]] = {}
        self.notes = [*self.note_all(told)]

    def paragraphs(self) -> Iterator[PageParagraph]:
        yield from paragraphs_in(self.page.blocks)
        for note in self.page.notes:
            yield from paragraphs_in(note.blocks)

    def note_all(self, told: Iterable[Told]) -> Iterator[SideNote]:
        first, order = self.first_paragraphs(), [*self.place_at, None]
        ranks = {key: rank for rank, key in enumerate(order)}
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
        for key, place in self.place_at.items():
            first.setdefault(place, key)
            first.setdefault(place.record, key)
        return first

    def note(self, number: int, told: Told) -> SideNote:
        fault, place, language = told
        said, is_wrong = (self.teller.message(fault), self.teller.hint(fault)), fault.severity is Severity.ERROR
        link = self.link_to(place, language or self.places.source) if place else None
        return SideNote(number, *said, is_wrong, link)

    def link(self, paragraph: PageParagraph) -> SideLink | None:
        return self.leads.get(id(paragraph))

    def find_link(self, paragraph: PageParagraph) -> SideLink | None:
        """To what it says, or to the question on what it says is missing."""
        if address := self.places.question(paragraph):
            return SideLink(address, texts_of("desk_document", self.teller.language)["question"])
        place = self.place_at.get(id(paragraph))
        return self.link_to(place, self.places.language_of(paragraph)) if place else None

    def parts(self, paragraph: PageParagraph) -> list[tuple[str, SideLink | None]]:
        """The text in parts where several of them lead on; else nothing."""
        if id(paragraph) in self.leads:
            return []
        language = self.places.language_of(paragraph)
        return [(part.text, part.place and self.link_to(part.place, language)) for part in self.places.parts(paragraph)]

    def link_to(self, place: RecordPlace, language: Language) -> SideLink:
        if (place, language) not in self.links:
            address = self.places.address(place, language)
            self.links[place, language] = SideLink(address, self.places.label(place))
        return self.links[place, language]

    def notes_at(self, paragraph: PageParagraph) -> list[SideNote]:
        return self.beside.get(id(paragraph), [])


def place_of_finding(finding: Finding) -> RecordPlace:
    """The name of a record of which there is one is that of its kind."""
    kind, _, id_ = finding.record.partition("/")
    return RecordPlace(kind, id_ or kind, str(finding.key[0]) if finding.key else "")
