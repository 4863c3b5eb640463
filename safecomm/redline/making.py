"""The parts of a redline: both documents brought under one set of names, compared, and written as one."""

from collections.abc import Iterable

from lxml import etree

from safecomm.redline import names, numbering
from safecomm.redline.blocks import blocks
from safecomm.redline.carrying import Carrier
from safecomm.redline.marks import DELETED, INSERTED, Marks
from safecomm.redline.notes import ID, REFERENCE, Notes, called, old_name
from safecomm.redline.plan import Pair, plan, plan_body
from safecomm.redline.story import StoryWriter
from safecomm.redline.tokens import Cutter, build_id_styles
from safecomm.word.archive import MAIN, Package
from safecomm.word.bookmarks import number
from safecomm.word.finish import NOTES
from safecomm.word.wordml import DRAWING_PROPERTIES

NUMBERING, STYLES = "word/numbering.xml", "word/styles.xml"


class Making:
    """A redline on its way; the trees of both documents are used up."""

    def __init__(self, old: Package, new: Package, marks: Marks) -> None:
        self.old, self.new, self.marks = old, new, marks
        self.carrier = Carrier(old, new, {name: new.archive.read(name) for name in new.names})
        before, after = (called(each.root(MAIN), each.root(NOTES)) for each in (old, new))
        self.notes = Notes(before, after)

    def parts(self, margins: Iterable[tuple[str, str]]) -> dict[str, bytes]:
        """`margins` are the old and the new part of each header and footer that both have."""
        old, new = self.old.root(MAIN), self.new.root(MAIN)
        pairs = plan_body(blocks(old[0]), blocks(new[0]))
        self.settle(pairs)
        writer = self.writer()
        writer.fill(new[0], pairs)
        self.write_notes(writer)
        # A part may stand in several places.
        changed = [MAIN, NOTES, NUMBERING, *(self.margin(*each) for each in dict.fromkeys(margins))]
        number(new, self.new.root(NOTES))
        written = {part: _bytes(self.new.root(part)) for part in changed if part in self.new.names}
        return self.carrier.parts | written

    def settle(self, pairs: tuple[Pair, ...]) -> None:
        """Brings the old body and notes under the new document's names and numbers."""
        old, new = self.old.root(MAIN), self.new.root(MAIN)
        self.names = names.unify(pairs, old, new)
        names.lead(self.old.root(NOTES), self.names)
        noted = [pair for each in self.notes.plans.values() for pair in each]
        names.unify(noted, self.old.root(NOTES), self.new.root(NOTES))
        lists = self.old.root(NUMBERING), self.new.root(NUMBERING)
        numbering.unify([*pairs, *noted], [old, self.old.root(NOTES)], *lists)
        for part in (MAIN, NOTES):
            self.carrier.settle(self.old.root(part), part, part)
        used = max((int(each.get("id", "0")) for each in new.iter(DRAWING_PROPERTIES)), default=0)
        for each in old.iter(DRAWING_PROPERTIES):
            each.set("id", str(int(each.get("id", "0")) + used))

    def writer(self) -> StoryWriter:
        old, new = (build_id_styles(each.root(STYLES)) for each in (self.old, self.new))
        return StoryWriter(self.marks, self.notes, Cutter(self.notes.old_names, old), Cutter(self.notes.new_names, new))

    def write_notes(self, writer: StoryWriter) -> None:
        """The bodies of all notes in the order of their calls, in which some programs read them."""
        root, old = self.new.root(NOTES), {old_name(key): note for key, note in self.notes.old.items()}
        for note in self.notes.new.values():
            root.remove(note)
        first = max((int(each.get(ID, "0")) for each in root), default=0) + 1
        for index, call in enumerate(self.new.root(MAIN).iter(REFERENCE), start=first):
            key = call.get(ID, "")
            note = self.notes.new[key] if key in self.notes.new else old[key]
            if key in self.notes.kept:
                writer.fill(note, self.notes.plans[key])
            else:
                writer.whole(note, INSERTED if key in self.notes.new else DELETED)
            for each in (call, note):
                each.set(ID, str(index))
            root.append(note)

    def margin(self, before: str, after: str) -> str:
        """Compares a header or footer, and tells the part."""
        old, new = self.old.root(before), self.new.root(after)
        names.lead(old, self.names)
        self.carrier.settle(old, before, after)
        self.writer().fill(new, plan(blocks(old), blocks(new)))
        return after


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", standalone=True)
