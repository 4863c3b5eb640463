"""What the page of reviews shows of each finding."""

from collections.abc import Iterable
from typing import NamedTuple

from safecomm.catalogue import documents_matching
from safecomm.changes.pieces import Row, changed_rows
from safecomm.desk.addresses import address_at
from safecomm.desk.desk import DeskState
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


def shown_places(state: DeskState, items: Iterable[ReviewItem], language: str) -> list[ShownPlace]:
    """`language` is that of messages."""
    items = list(items)
    contradicted = disputed(items)
    return [shown_place(state, place, contradicted, language) for place in places(items)]


def shown_place(state: DeskState, place: ReviewPlace, contradicted: set[str], language: str) -> ShownPlace:
    location, finding = place.location, place.items[0].finding
    edits = [item.finding.edit for item in place.items if item.finding.edit]
    whole = {edit.old for edit in edits}
    passages = dict.fromkeys(item.finding.passage for item in place.items)
    return ShownPlace(
        printable(place.heading),
        str(location or ""),
        address_at(state, location) if location else "",
        language_of(state, finding.document),
        tuple(printable(passage) for passage in passages if passage and passage not in whole),
        next((printable(edit.now) for edit in edits if edit.now and edit.now != edit.old), ""),
        tuple(shown_item(item, contradicted, language) for item in place.items),
    )


def shown_item(item: ReviewItem, contradicted: set[str], language: str) -> ShownItem:
    finding = item.finding
    changed = finding.kind in CHANGES
    quote = "" if changed or finding.about == finding.passage else printable(finding.about)
    return ShownItem(
        item,
        deed(finding, language),
        printable(finding.author),
        printable(finding.date[:10]),
        printable(finding.file),
        tuple(map(printable_row, changed_rows([finding.about], [finding.text]))) if changed else (),
        quote,
        () if changed else tuple(map(printable, finding.text.splitlines())),
        tuple((printable(answer.who.author), printable(answer.text)) for answer in finding.answers),
        "" if item.is_settled else "disputed" if item.found.key in contradicted else item.found.reason,
    )


def printable_row(row: Row) -> Row:
    return tuple(piece._replace(text=printable(piece.text)) for piece in row)


def language_of(state: DeskState, document: str) -> str:
    """That of the document which the reviewer had."""
    languages = state.content.languages if state.content else ()
    return next((found.language for found in documents_matching(document, languages)), "")
