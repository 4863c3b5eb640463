"""Two drafts made one: the new one, with what differs from the old one as changes that Word has tracked."""

from collections.abc import Iterable
from datetime import datetime
from itertools import count
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.bookmarks import number
from safecomm.ooxml.free_names import free_ids
from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import DELETED, INSERTED
from safecomm.ooxml.wordml import DRAWING_PROPERTIES, ID, take_out, to_bytes
from safecomm.redline import bookmark_names, list_numbers
from safecomm.redline.annotations import drop_comment_places, number_marks
from safecomm.redline.compared_blocks import blocks
from safecomm.redline.layers import document_form
from safecomm.redline.list_numbers import NUMBER_ID
from safecomm.redline.notes import NOTE_KINDS, NoteKey, Notes, called_notes, key_of, old_name
from safecomm.redline.part_importer import PartImporter, with_part_of
from safecomm.redline.plain_form import with_vocabularies
from safecomm.redline.plan import BlockMatch, plan, plan_body
from safecomm.redline.proof import Proof, prove
from safecomm.redline.stories import shared_headers_footers, story_parts
from safecomm.redline.story_writer import StoryWriter
from safecomm.redline.style_names import plain_pair
from safecomm.redline.tokens import Tokenizer, build_id_styles
from safecomm.redline.tracked_content import RevisionMarks


class Redline(NamedTuple):
    """The new document with its changes against the old one, and the proof that it is that."""

    data: bytes
    proof: Proof


class UnprovenError(Exception):
    """Changes that do not lead from the one document to the other: a fault of this program, not of its user."""

    def __init__(self, proof: Proof) -> None:
        super().__init__(", ".join([*proof.failing, *(fault.kind for fault in proof.faults)]))
        self.proof = proof


def redline(old: Package, new: Package, author: str, date: datetime | None = None) -> Redline:
    """The same arguments give the same bytes.

    The trees of both are used up and given back. Accepting all changes gives the new document, rejecting them the old
    one, or UnprovenError is raised.
    """
    old, new = plain_pair(old, new)
    before, after = document_form(old), document_form(new)
    redlined = write_parts(RedlineBuilder(old, new, RevisionMarks(author, date)).parts())
    for package in (old, new):
        package.roots.clear()
    proof = prove(before, after, Package(redlined))
    if not proof.holds:
        raise UnprovenError(proof)
    return Redline(redlined, proof)


class RedlineBuilder:
    """A redline on its way; the trees of both documents are used up."""

    def __init__(self, old: Package, new: Package, marks: RevisionMarks) -> None:
        self.old, self.new, self.marks = old, new, marks
        for part in story_parts(old):
            drop_comment_places(old.root(part))
        old_notes = called_notes(old)
        for kind in NOTE_KINDS:
            if any(call == kind.call for call, _ in old_notes):
                self.new = with_part_of(self.new, old, kind.part)
        if any(old.root(part).find(f".//{NUMBER_ID}") is not None for part in story_parts(old)):
            self.new = with_part_of(self.new, old, "numbering")
        self.share_vocabularies()
        self.importer = PartImporter(old, self.new)
        self.notes = Notes(old_notes, called_notes(self.new))

    def share_vocabularies(self) -> None:
        """Lets what comes from the old document stand in the parts of the new one."""
        parts = [(self.old.main, self.new.main), *shared_headers_footers(self.old, self.new).values()]
        parts += [(self.old.related_part(kind.part), self.new.related_part(kind.part)) for kind in NOTE_KINDS]
        for before, after in parts:
            self.new.roots[after] = with_vocabularies(self.new.root(after), self.old.root(before))

    def parts(self) -> dict[str, bytes]:
        # A part may stand in several places.
        headers = list(dict.fromkeys(shared_headers_footers(self.old, self.new).values()))
        pairs = plan_body(blocks(self.old.body), blocks(self.new.body))
        self.unify(pairs)
        writer = self.writer()
        writer.fill(self.new.body, pairs)
        self.write_notes(writer)
        for before, after in headers:
            self.header_or_footer(before, after)
        stories = story_parts(self.new)
        roots = [self.new.root(part) for part in stories]
        number(*roots)
        number_marks(roots)
        changed = {*stories, self.new.related_part("numbering")} & self.new.names
        return self.new.parts() | self.importer.new_parts() | {part: to_bytes(self.new.root(part)) for part in changed}

    def unify(self, pairs: tuple[BlockMatch, ...]) -> None:
        """Brings the old body and notes under the new document's names and numbers."""
        old, new = self.old.document, self.new.document
        self.names = bookmark_names.unify(pairs, old, new)
        noted = [pair for plan in self.notes.plans.values() for pair in plan]
        old_roots = [old]
        for kind in NOTE_KINDS:
            before, after = (package.related_root(kind.part) for package in (self.old, self.new))
            bookmark_names.redirect_links(before, self.names)
            bookmark_names.unify(noted, before, after)
            old_roots.append(before)
            self.importer.remap(before, *(package.related_part(kind.part) for package in (self.old, self.new)))
        lists = self.old.related_root("numbering"), self.new.related_root("numbering")
        list_numbers.unify([*pairs, *noted], old_roots, *lists)
        self.importer.remap(old, self.old.main, self.new.main)
        self.number_drawings(old_roots)

    def number_drawings(self, old: Iterable[etree._Element]) -> None:
        """Gives the old drawings numbers that no new one has."""
        taken = {drawing.get("id") for drawing in self.new.document.iter(DRAWING_PROPERTIES)}
        free = free_ids(taken)
        for drawing in (drawing for root in old for drawing in root.iter(DRAWING_PROPERTIES)):
            drawing.set("id", next(free))

    def writer(self) -> StoryWriter:
        old, new = (build_id_styles(package) for package in (self.old, self.new))
        return StoryWriter(
            self.marks, self.notes, Tokenizer(self.notes.old_names, old), Tokenizer(self.notes.new_names, new)
        )

    def write_notes(self, writer: StoryWriter) -> None:
        """The bodies of all notes in the order of their calls, in which some programs read them."""
        bodies: dict[NoteKey, etree._Element] = {old_name(key): note for key, note in self.notes.old.items()} | dict(
            self.notes.new
        )
        for note in self.notes.new.values():
            take_out(note)
        for kind in NOTE_KINDS:
            root = self.new.related_root(kind.part)
            free = count(max((int(note.get(ID, "0")) for note in root), default=0) + 1)
            for call in self.new.document.iter(kind.call):
                # A call without a note stays as it is; of two calls of one note, the second has none.
                key = key_of(call)
                if key not in bodies:
                    continue
                note = bodies.pop(key)
                if key in self.notes.kept:
                    writer.fill(note, self.notes.plans[key])
                else:
                    writer.whole(note, INSERTED if key in self.notes.new else DELETED)
                identity = str(next(free))
                call.set(ID, identity)
                note.set(ID, identity)
                root.append(note)

    def header_or_footer(self, before: str, after: str) -> None:
        old, new = self.old.root(before), self.new.root(after)
        bookmark_names.redirect_links(old, self.names)
        self.importer.remap(old, before, after)
        self.writer().fill(new, plan(blocks(old), blocks(new)))
