"""What stands beside the paragraphs of a document's page: where each leads, and what is missing or wrong there."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from safecomm.desk.addresses import RecordPlace
from safecomm.desk.page_places import PagePlaces
from safecomm.desk.told import Teller
from safecomm.diagnostic import Diagnostic, Severity
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


Told = tuple[Diagnostic, RecordPlace | None]
"""What is missing or wrong, and the field that it is about."""


class PageSide:
    """`notes` are all, in the order of the page; those that stand beside no paragraph come last."""

    def __init__(self, page: WordPage, places: PagePlaces, teller: Teller, told: Iterable[Told]) -> None:
        self.page, self.places, self.teller = page, places, teller
        self.links: dict[RecordPlace, SideLink] = {}
        self.place_at = {id(paragraph): place for paragraph in self.paragraphs() if (place := places.of(paragraph))}
        self.beside: dict[int, list[SideNote]] = {}
        self.notes = [*self.note_all(told)]

    def paragraphs(self) -> Iterator[PageParagraph]:
        yield from paragraphs_in(self.page.blocks)
        for note in self.page.notes:
            yield from paragraphs_in(note.blocks)

    def note_all(self, told: Iterable[Told]) -> Iterator[SideNote]:
        first, order = self.first_paragraphs(), [*self.place_at, None]
        ranks = {key: rank for rank, key in enumerate(order)}
        found = [(place and (first.get(place) or first.get(place.record)), fault, place) for fault, place in told]
        found.sort(key=lambda entry: ranks[entry[0]])
        for number, (paragraph, fault, place) in enumerate(found, start=1):
            note = self.note(number, fault, place)._replace(is_placed=paragraph is not None)
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

    def note(self, number: int, fault: Diagnostic, place: RecordPlace | None) -> SideNote:
        said, is_wrong = (self.teller.message(fault), self.teller.hint(fault)), fault.severity is Severity.ERROR
        return SideNote(number, *said, is_wrong, self.link_to(place) if place else None)

    def link(self, paragraph: PageParagraph) -> SideLink | None:
        place = self.place_at.get(id(paragraph))
        return self.link_to(place) if place else None

    def parts(self, paragraph: PageParagraph) -> list[tuple[str, SideLink | None]]:
        """The text in parts where several of them lead on; else nothing."""
        if id(paragraph) in self.place_at:
            return []
        return [(part.text, part.place and self.link_to(part.place)) for part in self.places.parts(paragraph)]

    def link_to(self, place: RecordPlace) -> SideLink:
        if place not in self.links:
            self.links[place] = SideLink(place.address, self.places.label(place))
        return self.links[place]

    def notes_at(self, paragraph: PageParagraph) -> list[SideNote]:
        return self.beside.get(id(paragraph), [])


def place_of_finding(finding: Finding) -> RecordPlace:
    """The name of a record of which there is one is that of its kind."""
    kind, _, id_ = finding.record.partition("/")
    return RecordPlace(kind, id_ or kind, str(finding.key[0]) if finding.key else "")
