"""Whether a redline leads from the one document to the other: what `diff` asks before it writes, and `prove` of any."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import AUTHOR
from safecomm.ooxml.wordml import ID, w
from safecomm.redline.accept import accept, reject
from safecomm.redline.annotations import CHANGES, RANGES, count_changes
from safecomm.redline.layers import TRACKED, DocumentForm, differing_layers, differing_untracked, document_form
from safecomm.redline.plain_form import plain
from safecomm.redline.stories import story_parts

UNSIGNED = w("tblGridChange")
"""The only mark of a change that has no author (ISO/IEC 29500-1, 17.13.5)."""
MOVE_ENDS = w("moveFromRangeStart"), w("moveToRangeStart")
RANGE_STARTS = tuple(tag for tag in RANGES if tag.endswith("Start"))
LONE_HEADERS = "lone-headers"
"""Headers and footers of which only one document has such a one in the place."""
KEPT_BY_BOTH = "controls"
"""The layer of which a redline holds only what both documents have."""


class LayerProof(NamedTuple):
    """`accepted` and `rejected` say whether the layer is then that of the new and of the old document.

    `rejected` is None of a layer that is taken over untracked; `taken` says whether the old document had another.
    """

    layer: str
    accepted: bool
    rejected: bool | None = None
    taken: bool = False

    @property
    def holds(self) -> bool:
        return self.accepted and self.rejected is not False


class MarkFault(NamedTuple):
    """What is wrong with marks of changes: `author`, `id` or `move`; of how many, and an example."""

    kind: str
    number: int
    example: str


class Proof(NamedTuple):
    layers: tuple[LayerProof, ...]
    faults: tuple[MarkFault, ...]
    changes: int

    @property
    def holds(self) -> bool:
        return not self.faults and all(layer.holds for layer in self.layers)

    @property
    def failing(self) -> tuple[str, ...]:
        return tuple(layer.layer for layer in self.layers if not layer.holds)

    @property
    def taken_over(self) -> tuple[str, ...]:
        """The layers that are the new document's, although the old one had others, and nothing in Word says so."""
        return tuple(layer.layer for layer in self.layers if layer.taken)


def prove(old: DocumentForm, new: DocumentForm, redlined: Package) -> Proof:
    """Reads the redline as anyone would; the forms of both documents are used up."""
    both, all_places = old.shared_places(new), old.stories.keys() | new.stories.keys()
    taken = differing_untracked(old, new)
    roots = [redlined.root(part) for part in story_parts(redlined)]
    faults, changes = tuple(mark_faults(roots)), count_changes(redlined)
    accepted = document_form(plain(accept(redlined)), new.dead)
    not_new = differing_untracked(accepted, new)
    not_new |= differing_layers(accepted, new, accepted.stories.keys() | new.stories.keys())
    not_old = differing_layers(document_form(plain(reject(redlined)), old.dead), old, both)
    layers = [LayerProof(layer, layer not in not_new, layer not in not_old) for layer in TRACKED]
    if all_places - both:
        layers.append(LayerProof(LONE_HEADERS, "headers" not in not_new, taken=True))
    for layer in old.untracked:
        layers.append(LayerProof(layer, layer == KEPT_BY_BOTH or layer not in not_new, taken=layer in taken))
    return Proof(tuple(layers), faults, changes)


def mark_faults(roots: Sequence[etree._Element]) -> Iterator[MarkFault]:
    marks = [mark for root in roots for mark in root.iter(*CHANGES)]
    starts = [start for root in roots for start in root.iter(*RANGE_STARTS)]
    ids = Counter(mark.get(ID, "") for mark in (*marks, *starts))
    found = {
        "author": [_name(mark) for mark in marks if mark.tag != UNSIGNED and not mark.get(AUTHOR)],
        "id": [identity for identity, number in ids.items() if number > 1 or not identity],
        "move": sorted(_half_moves(roots)),
    }
    return (MarkFault(kind, len(examples), examples[0]) for kind, examples in found.items() if examples)


def _name(mark: etree._Element) -> str:
    return f"w:{etree.QName(mark).localname} {mark.get(ID, '')}"


def _half_moves(roots: Sequence[etree._Element]) -> set[str]:
    """The names of moves of which only one end is there."""
    begun, ended = ({start.get(w("name"), "") for root in roots for start in root.iter(tag)} for tag in MOVE_ENDS)
    return begun ^ ended
