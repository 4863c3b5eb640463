"""Two drafts made one: the new one, with what differs from the old one as changes that Word has tracked."""

from collections.abc import Iterable
from datetime import datetime

from lxml import etree

from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.bookmarks import number
from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import DELETED, INSERTED, strip_traces
from safecomm.ooxml.wordml import DRAWING_PROPERTIES, FOOTNOTE_CALL, ID, to_bytes
from safecomm.redline import bookmark_names, list_numbers
from safecomm.redline.accept import accept, reject
from safecomm.redline.canonical import BODY, canonical_stories, is_same_story
from safecomm.redline.compared_blocks import blocks
from safecomm.redline.notes import Notes, called_notes, old_name
from safecomm.redline.part_importer import PartImporter
from safecomm.redline.plan import BlockMatch, plan, plan_body
from safecomm.redline.stories import shared_headers_footers, story_parts
from safecomm.redline.story_writer import StoryWriter
from safecomm.redline.tokens import Tokenizer, build_id_styles
from safecomm.redline.tracked_content import RevisionMarks

Stories = dict[str, etree._Element]


class UnprovenError(Exception):
    """Changes that do not lead from the one document to the other: a fault of this program, not of its user."""


def redline(old: Package, new: Package, author: str, date: datetime | None = None) -> bytes:
    """The new document with its changes against the old one; the same arguments give the same bytes.

    The trees of both are used up and given back. Accepting all changes gives the new document, rejecting them the old
    one, or UnprovenError is raised.
    """
    before, after = canonical_stories(old), canonical_stories(new)
    both = shared_headers_footers(old, new)
    redlined = write_parts(RedlineBuilder(old, new, RevisionMarks(author, date)).parts(both.values()))
    for package in (old, new):
        package.roots.clear()
    prove(redlined, before, after, {BODY, *both})
    return redlined


def prove(redlined: bytes, old: Stories, new: Stories, both: set[str]) -> None:
    """Reads the result as anyone would; only the stories that `both` have can be compared with the old ones."""
    package = Package(redlined)
    accepted = canonical_stories(accept(package))
    if not have_same_stories(accepted, new, accepted.keys() | new.keys()):
        raise UnprovenError("accepting the changes does not give the new document")
    if not have_same_stories(canonical_stories(reject(package)), old, both):
        raise UnprovenError("rejecting the changes does not give the old document")


def have_same_stories(one: Stories, other: Stories, places: set[str]) -> bool:
    """What is compared is used up, for the trees are large."""
    return one.keys() & other.keys() >= places and all(
        is_same_story(one.pop(place), other.pop(place)) for place in places
    )


class RedlineBuilder:
    """A redline on its way; the trees of both documents are used up."""

    def __init__(self, old: Package, new: Package, marks: RevisionMarks) -> None:
        self.old, self.new, self.marks = old, new, marks
        for package in (old, new):
            for part in story_parts(package):
                strip_traces(package.root(part))
        self.importer = PartImporter(old, new)
        self.old_notes, self.new_notes = (package.related_root("footnotes") for package in (old, new))
        self.notes = Notes(called_notes(old.document, self.old_notes), called_notes(new.document, self.new_notes))

    def parts(self, headers_footers: Iterable[tuple[str, str]]) -> dict[str, bytes]:
        """`headers_footers` are the old and the new part of each header and footer that both have."""
        pairs = plan_body(blocks(self.old.body), blocks(self.new.body))
        self.unify(pairs)
        writer = self.writer()
        writer.fill(self.new.body, pairs)
        self.write_notes(writer)
        # A part may stand in several places.
        changed = [self.header_or_footer(*parts) for parts in dict.fromkeys(headers_footers)]
        changed += [self.new.main, *map(self.new.related_part, ("footnotes", "numbering"))]
        number(self.new.document, self.new_notes)
        written = {part: to_bytes(self.new.root(part)) for part in changed if part in self.new.names}
        return self.new.parts() | self.importer.new_parts() | written

    def unify(self, pairs: tuple[BlockMatch, ...]) -> None:
        """Brings the old body and notes under the new document's names and numbers."""
        old, new = self.old.document, self.new.document
        self.names = bookmark_names.unify(pairs, old, new)
        bookmark_names.redirect_links(self.old_notes, self.names)
        noted = [pair for plan in self.notes.plans.values() for pair in plan]
        bookmark_names.unify(noted, self.old_notes, self.new_notes)
        lists = self.old.related_root("numbering"), self.new.related_root("numbering")
        list_numbers.unify([*pairs, *noted], [old, self.old_notes], *lists)
        self.importer.remap(old, self.old.main, self.new.main)
        self.importer.remap(self.old_notes, self.old.related_part("footnotes"), self.new.related_part("footnotes"))
        used = max((int(drawing.get("id", "0")) for drawing in new.iter(DRAWING_PROPERTIES)), default=0)
        for drawing in old.iter(DRAWING_PROPERTIES):
            drawing.set("id", str(int(drawing.get("id", "0")) + used))

    def writer(self) -> StoryWriter:
        old, new = (build_id_styles(package) for package in (self.old, self.new))
        return StoryWriter(
            self.marks, self.notes, Tokenizer(self.notes.old_names, old), Tokenizer(self.notes.new_names, new)
        )

    def write_notes(self, writer: StoryWriter) -> None:
        """The bodies of all notes in the order of their calls, in which some programs read them."""
        root, old = self.new_notes, {old_name(key): note for key, note in self.notes.old.items()}
        for note in self.notes.new.values():
            root.remove(note)
        first = max((int(note.get(ID, "0")) for note in root), default=0) + 1
        for index, call in enumerate(self.new.document.iter(FOOTNOTE_CALL), start=first):
            key = call.get(ID, "")
            note = self.notes.new[key] if key in self.notes.new else old[key]
            if key in self.notes.kept:
                writer.fill(note, self.notes.plans[key])
            else:
                writer.whole(note, INSERTED if key in self.notes.new else DELETED)
            call.set(ID, str(index))
            note.set(ID, str(index))
            root.append(note)

    def header_or_footer(self, before: str, after: str) -> str:
        """Compares the two, and tells the part."""
        old, new = self.old.root(before), self.new.root(after)
        bookmark_names.redirect_links(old, self.names)
        self.importer.remap(old, before, after)
        self.writer().fill(new, plan(blocks(old), blocks(new)))
        return after
