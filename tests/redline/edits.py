"""Random edits of a Word document, as an editor of the content would cause them; what hangs on them is made anew."""

from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.bookmarks import NAME, START, number
from safecomm.ooxml.fields import fields
from safecomm.ooxml.package import MAIN, NOTES, Package
from safecomm.ooxml.styles import style_names
from safecomm.ooxml.wordml import CELL, ROW, TABLE, VAL, P, R, T, parse_xml, value, w
from safecomm.word.contents import fill_contents
from safecomm.word.finish import mark_outline

LOOK, REFERENCE, ID, NUMBER = map(w, ("rPr", "footnoteReference", "id", "numId"))
WORDS = ("trygghet", "säkerhet", "2008–2011", "&", "<kommunen>", "barn.", "(unga)", "12,5", "%", "på", "en", "och")
STYLES = ("Heading1", "Heading2", "Heading3", "BodyText", "Quote")


class Edits:
    """Edits of one document; one that finds nothing to change does nothing."""

    def __init__(self, docx: bytes, random: Random) -> None:
        self.parts, self.random = Package(docx).parts(), random
        self.root, self.notes, self.styles = (parse_xml(self.parts[each]) for each in (MAIN, NOTES, "word/styles.xml"))
        self.body = self.root[0]

    def make(self, count: int) -> bytes:
        """The document after `count` edits."""
        for _ in range(count):
            self.random.choice(KINDS)(self)
        self.finish()
        written = {MAIN: self.root, NOTES: self.notes}
        return write_parts(self.parts | {name: etree.tostring(root) for name, root in written.items()})

    def finish(self) -> None:
        """Numbers the notes in the order of their calls, and makes the table of contents anew."""
        bodies = {each.get(ID): each for each in self.notes}
        for index, reference in enumerate(self.root.iter(REFERENCE), start=1):
            body = deepcopy(bodies[reference.get(ID)])
            for each in (reference, body):
                each.set(ID, str(index))
            self.notes.append(body)
        for each in [each for key, each in bodies.items() if int(key or 0) > 0]:
            self.notes.remove(each)
        for start in [each for each in self.root.iter(START) if each.get(NAME, "").startswith("_Toc_")]:
            remove(start)
        names = style_names(self.styles)
        fill_contents(list(fields(self.root)), mark_outline(self.root, names), names)
        number(self.root)

    def any(self, elements: list[etree._Element]) -> list[etree._Element]:
        """One of them, or none where there are none."""
        return self.random.sample(elements, min(len(elements), 1))

    def blocks(self) -> list[etree._Element]:
        """What may go: not the last paragraph, which templates fix, no end of a section and no table of contents."""
        found = [each for each in self.body if each.tag in (P, TABLE)][:-1]
        toc = [each for each in found if (value(each, "pPr/pStyle") or "").upper().startswith("TOC")]
        return [each for each in found if each not in toc and next(each.iter(w("sectPr")), None) is None]

    def texts(self, root: etree._Element | None = None) -> list[etree._Element]:
        roots = self.blocks() if root is None else [root]
        return [each for root in roots for each in root.iter(T) if (each.text or "").strip()]

    def words(self, most: int) -> list[str]:
        return self.random.choices(WORDS, k=self.random.randint(1, most))

    def change_text(self) -> None:
        self.rewrite(self.texts())

    def change_note(self) -> None:
        self.rewrite(self.texts(self.notes))

    def rewrite(self, texts: list[etree._Element]) -> None:
        """Replaces some words of one text; from none to all."""
        for text in self.any(texts):
            words = (text.text or "").split(" ")
            start = self.random.randrange(len(words) + 1)
            stop = self.random.choice((start, start + 1, start + 1, start + 3, len(words)))
            words[start:stop] = self.random.choice(([], self.words(1), self.words(8)))
            text.text = " ".join(words)

    def emphasise(self) -> None:
        """Makes the beginning of a text bold."""
        for text in self.any([each for each in self.texts() if " " in (each.text or "")]):
            run = text.getparent()
            if run is not None and [each.tag for each in run if each.tag != LOOK] == [T]:
                bold = deepcopy(run)
                text.text, (first,) = (text.text or "").partition(" ")[2], bold.iter(T)
                first.text = (first.text or "").partition(" ")[0] + " "
                if bold.find(LOOK) is None:
                    bold.insert(0, etree.Element(LOOK))
                bold[0].insert(len(bold[0].findall(w("rStyle"))), etree.Element(w("b")))
                run.addprevious(bold)

    def restyle(self) -> None:
        for paragraph in self.any([each for each in self.blocks() if each.find(w("pPr/pStyle")) is not None]):
            paragraph[0][0].set(VAL, self.random.choice(STYLES))

    def delete(self) -> None:
        for block in self.any(self.blocks()):
            remove(block)

    def duplicate(self) -> None:
        for block in self.any(self.blocks()):
            self.put(block, deepcopy(block))

    def move(self) -> None:
        for block in self.any(self.blocks()):
            for place in self.any([each for each in self.blocks() if each is not block]):
                self.put(place, block)

    def put(self, place: etree._Element, block: etree._Element) -> None:
        """Behind the place; two tables must not touch."""
        place.addnext(block)
        if TABLE in (place.tag, block.tag):
            for each in (place, block):
                each.addnext(self.paragraph())

    def insert(self) -> None:
        for place in self.any(self.blocks()):
            place.addnext(self.paragraph())

    def paragraph(self) -> etree._Element:
        paragraph = deepcopy(next(each for each in self.body.iter(P) if value(each, "pPr/pStyle") == "BodyText"))
        for each in list(paragraph)[1:]:
            paragraph.remove(each)
        etree.SubElement(etree.SubElement(paragraph, R), T).text = " ".join(self.words(9))
        return paragraph

    def renumber(self) -> None:
        """Lets an item belong to another list."""
        for item in self.any(list(self.body.iter(NUMBER))):
            for other in self.any(list(self.body.iter(NUMBER))):
                item.set(VAL, other.get(VAL, ""))

    def row(self) -> None:
        """Deletes, repeats or moves a row."""
        for row in self.any([each for each in self.body.iter(ROW) if each.getnext() is not None]):
            for place in self.any([each for each in self.body.iter(ROW) if each.getparent() is row.getparent()]):
                match self.random.randrange(3):
                    case 0:
                        remove(row)
                    case 1:
                        place.addnext(deepcopy(row))
                    case 2 if place is not row:
                        place.addnext(row)

    def cell(self) -> None:
        """Gives a cell one more paragraph, before or after, or takes all text."""
        for cell in self.any(list(self.body.iter(CELL))):
            match self.random.randrange(3):
                case 0:
                    cell.append(self.paragraph())
                case 1:
                    cell.insert(len(cell.findall(w("tcPr"))), self.paragraph())
                case 2:
                    for run in list(cell.iter(R)):
                        remove(run)

    def column(self) -> None:
        """Adds a column to a table."""
        for table in self.any(list(self.body.iter(TABLE))):
            for each in (*table.iter(w("tblGrid")), *table.iterchildren(ROW)):
                each.append(deepcopy(each[-1]))

    def add_note(self) -> None:
        """Not in a paragraph with a field, which has no notes in it."""
        plain = [each for each in self.blocks() if next(each.iter(w("fldChar")), None) is None]
        for text in self.any([text for each in plain for text in self.texts(each)]):
            if (run := text.getparent()) is not None and run.getparent() is not None:
                for other in self.any([each for each in self.notes if int(each.get(ID, "0")) > 0]):
                    note = deepcopy(other)
                    note.set(ID, str(max(int(each.get(ID, "0")) for each in self.notes) + 1))
                    self.rewrite(self.texts(note))
                    self.notes.append(note)
                    call = etree.Element(R)
                    etree.SubElement(call, REFERENCE, {ID: note.get(ID, "")})
                    run.addnext(call)

    def delete_note(self) -> None:
        for reference in self.any(list(self.body.iter(REFERENCE))):
            remove(reference)


KINDS: tuple[Callable[[Edits], None], ...] = (
    *[Edits.change_text] * 4,
    *[Edits.row] * 3,
    *[Edits.delete, Edits.duplicate, Edits.move, Edits.insert] * 2,
    *[Edits.emphasise, Edits.restyle, Edits.renumber, Edits.cell, Edits.column],
    *[Edits.add_note, Edits.delete_note, Edits.change_note],
)


def remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
