"""The footnotes of both documents: which is which, which stay, and the numbers of those that only the old one has."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from safecomm.ooxml.wordml import FOOTNOTE_CALL, ID, w
from safecomm.redline.compared_blocks import StoryBlock, blocks
from safecomm.redline.plan import align, plan

NOTE = w("footnote")


def called_notes(body: etree._Element, notes: etree._Element) -> dict[str, etree._Element]:
    """The notes that the body calls for, in the order of the calls, by id."""
    bodies = {note.get(ID, ""): note for note in notes.iterchildren(NOTE)}
    return {key: bodies[key] for call in body.iter(FOOTNOTE_CALL) if (key := call.get(ID, "")) in bodies}


@dataclass
class Notes:
    """The notes that each body calls for, by id; what becomes of them is known once the body is written."""

    old: Mapping[str, etree._Element]
    new: Mapping[str, etree._Element]
    kept: set[str] = field(default_factory=set)
    """Ids of the new notes whose calls the old document has, too."""

    def __post_init__(self) -> None:
        pairs = list(align([*map(_note_block, self.old.values())], [*map(_note_block, self.new.values())]))
        self.earlier = {new.element.get(ID, ""): old.element.get(ID, "") for old, new in pairs if old and new}
        self.plans = {new: plan(blocks(self.old[old]), blocks(self.new[new])) for new, old in self.earlier.items()}
        later = {old: new for new, old in self.earlier.items()}
        self.old_names = {key: later.get(key, old_name(key)) for key in self.old}
        self.new_names = {key: key for key in self.new}

    def keep(self, runs: Iterable[etree._Element]) -> None:
        self.kept.update(call.get(ID, "") for call in _calls_in(runs))

    def delete(self, runs: Iterable[etree._Element]) -> None:
        """Tells deleted calls from those with the same id in the new document."""
        for call in _calls_in(runs):
            call.set(ID, old_name(call.get(ID, "")))


def old_name(identity: str) -> str:
    """What an old note is called that the new document does not have."""
    return f"old {identity}"


def _calls_in(runs: Iterable[etree._Element]) -> Iterator[etree._Element]:
    return (call for run in runs for call in run.iter(FOOTNOTE_CALL))


def _note_block(note: etree._Element) -> StoryBlock:
    return StoryBlock((note,), "note")
