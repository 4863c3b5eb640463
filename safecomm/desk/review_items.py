"""What the page of reviews shows of each finding."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from safecomm.catalogue import Document
from safecomm.changes.pieces import Row, changed_rows
from safecomm.desk.addresses import address_at
from safecomm.desk.dates import day_text
from safecomm.desk.desk import Desk
from safecomm.desk.document_names import document_name, documents_named
from safecomm.review.chosen import disputed, hindered
from safecomm.review.overview import ReviewItem, ReviewPlace, places
from safecomm.review.show import CHANGES, deed, printable


class ShownItem(NamedTuple):
    """`rows` tell the old wording and the new one, `lines` what is said or was added; `note` why it is not written.

    `wording` is what the editor may copy, or start from.
    """

    item: ReviewItem
    deed: str
    author: str
    date: str
    file: str
    document: str
    rows: tuple[Row, ...]
    quote: str
    lines: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    note: str

    @property
    def key(self) -> str:
        return self.item.found.key

    @property
    def wording(self) -> str:
        edit = self.item.finding.edit
        return edit.new if edit else self.item.finding.text

    @property
    def starting_wording(self) -> str:
        decision = self.item.decision
        return decision.wording if decision and decision.wording else self.wording

    @property
    def can_be_copied(self) -> bool:
        return bool(self.item.found.reason and self.item.finding.kind != "comment" and self.item.finding.text)


class ShownPlace(NamedTuple):
    """`passages` are the texts of the draft that the items do not show themselves, `now` is what it says since."""

    heading: str
    path: str
    address: str
    language: str
    passages: tuple[str, ...]
    now: str
    items: tuple[ShownItem, ...]

    @property
    def is_settled(self) -> bool:
        return all(shown.item.is_settled for shown in self.items)


def shown_places(desk: Desk, items: Sequence[ReviewItem]) -> list[ShownPlace]:
    hindrances = dict.fromkeys(disputed(items), "disputed") | hindered(desk.project, items)
    return [shown_place(desk, place, hindrances) for place in places(items)]


def shown_place(desk: Desk, place: ReviewPlace, hindrances: Mapping[str, str]) -> ShownPlace:
    location, document = place.location, document_of(desk, place.items[0].finding.document)
    edits = [item.finding.edit for item in place.items if item.finding.edit]
    whole = {item.finding.about for item in place.items if item.finding.kind in CHANGES}
    passages = dict.fromkeys(item.finding.passage for item in place.items)
    return ShownPlace(
        printable(place.heading),
        str(location or ""),
        address_at(desk.state(), location) if location else "",
        document.language if document else "",
        tuple(printable(passage) for passage in passages if passage and passage not in whole),
        next((printable(edit.now) for edit in edits if edit.now and edit.now != edit.old), ""),
        tuple(shown_item(desk, item, hindrances) for item in place.items),
    )


def shown_item(desk: Desk, item: ReviewItem, hindrances: Mapping[str, str]) -> ShownItem:
    finding, document = item.finding, document_of(desk, item.finding.document)
    changed = finding.kind in CHANGES
    lines = finding.about if finding.kind == "moved-section" else finding.text
    quote = "" if changed or finding.about in (finding.passage, lines) else printable(finding.about)
    return ShownItem(
        item,
        deed(finding, desk.language),
        printable(finding.author),
        printable(day_text(finding.date[:10], desk.language)),
        printable(finding.file),
        document_name(document, desk.language) if document else "",
        tuple(map(printable_row, changed_rows([finding.about], [finding.text]))) if changed else (),
        quote,
        () if changed else tuple(map(printable, lines.splitlines())),
        tuple((printable(answer.who.author), printable(answer.text)) for answer in finding.answers),
        note_on(item, hindrances),
    )


def note_on(item: ReviewItem, hindrances: Mapping[str, str]) -> str:
    """Why it is not written in; nobody expects it of a comment."""
    if item.is_settled or item.finding.kind == "comment":
        return ""
    return hindrances.get(item.found.key, "" if item.is_chosen else item.found.reason)


def printable_row(row: Row) -> Row:
    return tuple(piece._replace(text=printable(piece.text)) for piece in row)


def document_of(desk: Desk, stem: str) -> Document | None:
    """The one that the reviewer had."""
    return next(iter(documents_named(desk, stem)), None)
