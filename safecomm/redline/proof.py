"""Whether a redline leads from the one document to the other: what `diff` asks before it writes, and `prove` of any."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import AUTHOR
from safecomm.ooxml.wordml import ID, w
from safecomm.redline.accept import accept, reject
from safecomm.redline.annotations import CHANGES, RANGES
from safecomm.redline.layers import TRACKED, DocumentForm, differing_layers, differing_untracked, document_form
from safecomm.redline.plain_form import plain
from safecomm.redline.stories import story_parts

KEPT_BY_BOTH = "controls"
"""The layer of which a redline holds only what both documents have."""


class LayerProof(NamedTuple):
    """`accepted` and `rejected` say whether the layer is then that of the new and of the old document.

    `rejected` is None of a layer that is taken over from the new document untracked, `differs` whether that matters.
    """

    layer: str
    accepted: bool
    rejected: bool | None
    differs: bool


class MarkFault(NamedTuple):
    """What is wrong with marks of changes: `author`, `id` or `move`; how many, and an example."""

    kind: str
    count: int
    example: str


class Proof(NamedTuple):
    layers: tuple[LayerProof, ...]
    faults: tuple[MarkFault, ...]
    changes: int

    @property
    def holds(self) -> bool:
        return not self.faults and all(layer.accepted and layer.rejected is not False for layer in self.layers)

    @property
    def taken_over(self) -> tuple[str, ...]:
        """The layers that are the new document's, although the old one had others, and nothing says so in Word."""
        return tuple(layer.layer for layer in self.layers if layer.rejected is None and layer.differs)


def prove(old: DocumentForm, new: DocumentForm, redlined: Package) -> Proof:
    """Reads the redline as anyone would; the forms of both documents are used up."""
    places, untracked = old.shared_places(new), differing_untracked(old, new)
    lone_places = old.stories.keys() ^ new.stories.keys() or old.stories.keys() - places
    roots = [redlined.root(part) for part in story_parts(redlined)]
    changes = sum(1 for root in roots for _ in root.iter(*CHANGES))
    faults = tuple(mark_faults(roots))
    accepted = document_form(plain(accept(redlined)))
    not_new = differing_untracked(accepted, new) | differing_layers(
        accepted, new, accepted.stories.keys() | new.stories.keys()
    )
    del accepted
    not_old = differing_layers(document_form(plain(reject(redlined))), old, places)
    layers = [
        LayerProof(layer, layer not in not_new, layer not in not_old, layer in not_new | not_old) for layer in TRACKED
    ]
    if lone_places:
        layers.append(LayerProof("lone-headers", accepted="headers" not in not_new, rejected=None, differs=True))
    for layer in old.untracked:
        layers.append(LayerProof(layer, layer == KEPT_BY_BOTH or layer not in not_new, None, layer in untracked))
    return Proof(tuple(layers), faults, changes)


def mark_faults(roots: list[etree._Element]) -> Iterator[MarkFault]:
    marks = [mark for root in roots for mark in root.iter(*CHANGES)]
    starts = [start for root in roots for start in root.iter(*(tag for tag in RANGES if tag.endswith("Start")))]
    unsigned = [_name(mark) for mark in marks if not mark.get(AUTHOR)]
    doubled = [
        identity
        for identity, count in Counter(mark.get(ID, "") for mark in (*marks, *starts)).items()
        if count > 1 or not identity
    ]
    for kind, found in (("author", unsigned), ("id", doubled), ("move", sorted(_half_moves(roots)))):
        if found:
            yield MarkFault(kind, len(found), found[0])


def _name(mark: etree._Element) -> str:
    return f"w:{etree.QName(mark).localname} {mark.get(ID, '')}"


def _half_moves(roots: list[etree._Element]) -> set[str]:
    """The names of moves of which only one end is there."""
    ends = [
        {start.get(w("name"), "") for root in roots for start in root.iter(w(tag))}
        for tag in ("moveFromRangeStart", "moveToRangeStart")
    ]
    return ends[0] ^ ends[1]
