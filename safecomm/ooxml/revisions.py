"""Tracked changes: what was inserted or deleted, by whom and when (ISO/IEC 29500-1, 17.13.5); a move is both."""

from collections.abc import Iterable
from functools import reduce
from typing import Literal, NamedTuple

from lxml import etree

from safecomm.ooxml.wordml import W14, own_properties, w

INSERTED, DELETED = w("ins"), w("del")
AUTHOR, DATE = w("author"), w("date")
ChangeKind = Literal["", "inserted", "deleted", "undone"]
KINDS: dict[str, ChangeKind] = {
    INSERTED: "inserted",
    w("moveTo"): "inserted",
    DELETED: "deleted",
    w("moveFrom"): "deleted",
}
REMOVED = tuple(tag for tag, kind in KINDS.items() if kind == "deleted")
CELL_KINDS: dict[str, ChangeKind] = {w("cellIns"): "inserted", w("cellDel"): "deleted"}

SAVES = ("rsidDel", "rsidP", "rsidR", "rsidRDefault", "rsidRPr", "rsidSect", "rsidTr")
SAVE_IDS = (*map(w, SAVES), f"{{{W14}}}paraId", f"{{{W14}}}textId")
NOTED = tuple(map(w, ("proofErr", "lastRenderedPageBreak")))


class TrackedChange(NamedTuple):
    """Author and date as Word writes them; `undone` is what one inserted and another deleted again."""

    kind: ChangeKind = ""
    author: str = ""
    date: str = ""

    @property
    def stands(self) -> bool:
        """Whether what was changed so is there now."""
        return self.kind in ("", "inserted")


UNCHANGED = TrackedChange()


def read_change(element: etree._Element) -> TrackedChange:
    kind = (KINDS | CELL_KINDS)[element.tag]
    return TrackedChange(kind, element.get(AUTHOR, ""), element.get(DATE, ""))


def changed_within(outer: TrackedChange, inner: TrackedChange) -> TrackedChange:
    """Of what stands in two changes."""
    if not inner.kind:
        return outer
    return inner._replace(kind="undone") if {outer.kind, inner.kind} == {"inserted", "deleted"} else inner


def mark_change(paragraph: etree._Element) -> TrackedChange:
    """Of the mark at the paragraph's end: an inserted one was no end before, a deleted one is none any more."""
    return _together(paragraph.iterfind(w("pPr/rPr") + "/*"))


def row_change(row: etree._Element) -> TrackedChange:
    return _together(row.iterfind(w("trPr") + "/*"))


def cell_change(cell: etree._Element) -> TrackedChange:
    properties = own_properties(cell)
    mark = None if properties is None else next(properties.iterchildren(*CELL_KINDS), None)
    return UNCHANGED if mark is None else read_change(mark)


def _together(properties: Iterable[etree._Element]) -> TrackedChange:
    return reduce(changed_within, (read_change(element) for element in properties if element.tag in KINDS), UNCHANGED)


def is_removed(element: etree._Element) -> bool:
    """Whether somebody has deleted what the element stands in, or moved it away."""
    return next(element.iterancestors(*REMOVED), None) is not None


def strip_traces(root: etree._Element) -> None:
    """Removes what Word notes for itself while somebody edits: no content, and different after every save."""
    etree.strip_attributes(root, *SAVE_IDS)
    etree.strip_elements(root, *NOTED, with_tail=False)
