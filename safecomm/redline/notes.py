"""The notes of both documents: which is which, which stay, and the numbers of those that only the old one has."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.package import Package
from safecomm.ooxml.wordml import ENDNOTE_CALL, FOOTNOTE_CALL, ID, w
from safecomm.redline.compared_blocks import StoryBlock, blocks
from safecomm.redline.plan import align, plan


class NoteKind(NamedTuple):
    """The kind of part in which the notes stand, and the tags of their calls and of themselves."""

    part: str
    call: str
    note: str


NOTE_KINDS = (
    NoteKind("footnotes", FOOTNOTE_CALL, w("footnote")),
    NoteKind("endnotes", ENDNOTE_CALL, w("endnote")),
)
CALLS = tuple(kind.call for kind in NOTE_KINDS)
NoteKey = tuple[str, str]
"""The tag of a note's calls, and its id."""


def is_separator(note: etree._Element) -> bool:
    """Whether it is the line above the notes, which the settings call for."""
    return note.get(w("type"), "normal") != "normal" or note.get(ID) in ("-1", "0")


def key_of(call: etree._Element) -> NoteKey:
    return str(call.tag), call.get(ID, "")


def called_notes(package: Package) -> dict[NoteKey, etree._Element]:
    """The notes that the body calls for, in the order of the calls."""
    bodies = {
        (kind.call, note.get(ID, "")): note
        for kind in NOTE_KINDS
        for note in package.related_root(kind.part).iterchildren(kind.note)
    }
    return {key: bodies[key] for call in package.document.iter(*CALLS) if (key := key_of(call)) in bodies}


@dataclass
class Notes:
    """The notes that each body calls for; what becomes of them is known once the body is written."""

    old: Mapping[NoteKey, etree._Element]
    new: Mapping[NoteKey, etree._Element]
    kept: set[NoteKey] = field(default_factory=set)
    """Keys of the new notes whose calls the old document has, too."""

    def __post_init__(self) -> None:
        old, new = ({key: _note_block(note) for key, note in notes.items()} for notes in (self.old, self.new))
        keys = {id(block): key for blocks in (old, new) for key, block in blocks.items()}
        pairs = [pair for pair in align([*old.values()], [*new.values()]) if all(pair)]
        self.earlier = {keys[id(after)]: keys[id(before)] for before, after in pairs}
        self.plans = {new: plan(blocks(self.old[old]), blocks(self.new[new])) for new, old in self.earlier.items()}
        later = {old: new for new, old in self.earlier.items()}
        self.old_names = {key: later.get(key, old_name(key)) for key in self.old}
        self.new_names = {key: key for key in self.new}

    def keep(self, runs: Iterable[etree._Element]) -> None:
        self.kept.update(map(key_of, _calls_in(runs)))

    def delete(self, runs: Iterable[etree._Element]) -> None:
        """Tells deleted calls from those with the same id in the new document."""
        for call in _calls_in(runs):
            call.set(ID, old_name(key_of(call))[1])


def old_name(key: NoteKey) -> NoteKey:
    """What an old note is called that the new document does not have."""
    return key[0], f"old {key[1]}"


def _calls_in(runs: Iterable[etree._Element]) -> Iterator[etree._Element]:
    return (call for run in runs for call in run.iter(*CALLS))


def _note_block(note: etree._Element) -> StoryBlock:
    return StoryBlock((note,), str(note.tag))
