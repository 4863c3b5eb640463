"""What stands beside the paragraphs of a document's page: where each leads, and what is missing or wrong there."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple

from safecomm.catalogue import CONTENT
from safecomm.desk.page_places import PagePlace, PagePlaces
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


class PageSide:
    """`notes` are all, in the order of the page; those that stand beside no paragraph come last."""

    def __init__(self, page: WordPage, places: PagePlaces, gaps: Iterable[Finding], faults: Iterable[Diagnostic]) -> None:
        self.page, self.places = page, places
        self.links: dict[PagePlace, SideLink] = {}
        self.place_at = {id(paragraph): place for paragraph in self.paragraphs() if (place := places.of(paragraph))}
        self.beside: dict[int, list[SideNote]] = {}
        told = [(fault, place_of_path(fault.location.path)) for fault in faults]
        told += [(gap.diagnostic, place_of_finding(gap)) for gap in gaps]
        self.notes = sorted(self.note_all(told), key=lambda note: (not note.is_placed, note.number))

    def paragraphs(self) -> Iterator[PageParagraph]:
        yield from paragraphs_in(self.page.blocks)
        for note in self.page.notes:
            yield from paragraphs_in(note.blocks)

    def note_all(self, told: Iterable[tuple[Diagnostic, PagePlace]]) -> Iterator[SideNote]:
        first = self.first_paragraphs()
        order = {key: number for number, key in enumerate(self.place_at)}
        placed = [(first.get(place, first.get(place._replace(field=""))), fault, place) for fault, place in told]
        placed.sort(key=lambda entry: len(order) if entry[0] is None else order[entry[0]])
        for number, (paragraph, fault, place) in enumerate(placed, start=1):
            note = self.note(number, fault, place)._replace(is_placed=paragraph is not None)
            if paragraph is not None:
                self.beside.setdefault(paragraph, []).append(note)
            yield note

    def first_paragraphs(self) -> Mapping[PagePlace, int]:
        """Of each field, and of each record, the first paragraph that comes from it."""
        first: dict[PagePlace, int] = {}
        for key, place in self.place_at.items():
            first.setdefault(place, key)
            first.setdefault(place._replace(field=""), key)
        return first

    def note(self, number: int, fault: Diagnostic, place: PagePlace) -> SideNote:
        language = self.places.labels.language
        is_known = (place.kind, place.id) in self.places.made.content.places.sources
        link = self.link_to(place) if is_known else None
        return SideNote(
            number, fault.message(language), fault.hint(language), fault.severity is Severity.ERROR, link
        )

    def link(self, paragraph: PageParagraph) -> SideLink | None:
        place = self.place_at.get(id(paragraph))
        return self.link_to(place) if place else None

    def link_to(self, place: PagePlace) -> SideLink:
        if place not in self.links:
            self.links[place] = SideLink(place.address, self.places.label(place))
        return self.links[place]

    def notes_at(self, paragraph: PageParagraph) -> list[SideNote]:
        return self.beside.get(id(paragraph), [])


def place_of_finding(finding: Finding) -> PagePlace:
    kind, _, id_ = finding.record.partition("/")
    return PagePlace(kind, id_ or kind, str(finding.key[0]) if finding.key else "")


def place_of_path(path: str) -> PagePlace:
    """The record of a file, in whatever language; of a file that holds several, none that is known."""
    inside = PurePosixPath(path).relative_to(CONTENT) if path.startswith(f"{CONTENT}/") else PurePosixPath(path)
    kind, *_ = inside.parts[0].split(".") if inside.parts else [""]
    return PagePlace(kind, inside.name.split(".")[0])
