"""What the page of reviews shows of each finding."""

from collections.abc import Iterable
from typing import NamedTuple

from safecomm.catalogue import Document, documents_matching
from safecomm.changes.pieces import Row, changed_rows
from safecomm.content.content import Language
from safecomm.desk.addresses import address_at
from safecomm.desk.desk import DeskState
from safecomm.desk.document_names import document_name
from safecomm.review.chosen import disputed
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


def shown_places(state: DeskState, items: Iterable[ReviewItem], language: Language) -> list[ShownPlace]:
    """`language` is that of messages."""
    items = list(items)
    contradicted = disputed(items)
    return [shown_place(state, place, contradicted, language) for place in places(items)]


def shown_place(state: DeskState, place: ReviewPlace, contradicted: set[str], language: Language) -> ShownPlace:
    location, document = place.location, document_of(state, place.items[0].finding.document)
    edits = [item.finding.edit for item in place.items if item.finding.edit]
    whole = {edit.old for edit in edits}
    passages = dict.fromkeys(item.finding.passage for item in place.items)
    return ShownPlace(
        printable(place.heading),
        str(location or ""),
        address_at(state, location) if location else "",
        document.language if document else "",
        tuple(printable(passage) for passage in passages if passage and passage not in whole),
        next((printable(edit.now) for edit in edits if edit.now and edit.now != edit.old), ""),
        tuple(shown_item(state, item, contradicted, language) for item in place.items),
    )


def shown_item(state: DeskState, item: ReviewItem, contradicted: set[str], language: Language) -> ShownItem:
    finding = item.finding
    changed = finding.kind in CHANGES
    quote = "" if changed or finding.about == finding.passage else printable(finding.about)
    return ShownItem(
        item,
        deed(finding, language),
        printable(finding.author),
        printable(finding.date[:10]),
        printable(finding.file),
        document_name(document, language) if (document := document_of(state, finding.document)) else "",
        tuple(map(printable_row, changed_rows([finding.about], [finding.text]))) if changed else (),
        quote,
        () if changed else tuple(map(printable, finding.text.splitlines())),
        tuple((printable(answer.who.author), printable(answer.text)) for answer in finding.answers),
        "" if item.is_settled else "disputed" if item.found.key in contradicted else item.found.reason,
    )


def printable_row(row: Row) -> Row:
    return tuple(piece._replace(text=printable(piece.text)) for piece in row)


def document_of(state: DeskState, stem: str) -> Document | None:
    """The one that the reviewer had."""
    return next(iter(documents_matching(stem, state.content.languages if state.content else ())), None)
