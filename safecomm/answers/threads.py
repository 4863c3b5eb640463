"""Writes comments into a Word file: answers to those that are there, and new ones about a paragraph."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import count
from zlib import crc32

from lxml import etree

from safecomm.answers.comment_parts import COMMENTS, EXTENDED
from safecomm.ooxml.package import Package
from safecomm.ooxml.wordml import ID, PARAGRAPH_PROPERTIES, SPACE, P, R, T, w
from safecomm.redline.annotations import COMMENT_CALL, COMMENT_MARK, COMMENT_PLACES
from safecomm.redline.stories import story_parts
from safecomm.redline.tracked_content import RevisionMarks
from safecomm.review.comments import COMMENT, DONE, ENTRY, ENTRY_KEY, PARAGRAPH_ID, PARENT_KEY

BEGIN, FINISH = COMMENT_PLACES
LARGEST_KEY = 0x7FFFFFFE


class Threads:
    """The comments of one file; `ids` are free for annotations."""

    def __init__(self, package: Package, marks: RevisionMarks, ids: Iterator[str]) -> None:
        self.package, self.marks, self.ids = package, marks, ids
        self.comments, self.extended = package.related_root(COMMENTS), package.related_root(EXTENDED)
        self.elements = {comment.get(ID, ""): comment for comment in self.comments.iter(COMMENT)}
        self.entries = {entry.get(ENTRY_KEY, ""): entry for entry in self.extended}
        roots = [self.comments, *map(package.root, story_parts(package))]
        self.keys = {key for root in roots for paragraph in root.iter(P) if (key := paragraph.get(PARAGRAPH_ID))}

    def begin(self, paragraph: etree._Element, lines: Sequence[str]) -> None:
        """A new comment about the whole paragraph."""
        comment = self.add(lines)
        self.entry(comment)
        identity = comment.get(ID, "")
        paragraph.insert(len(paragraph.findall(PARAGRAPH_PROPERTIES)), etree.Element(BEGIN, {ID: identity}))
        paragraph.extend([etree.Element(FINISH, {ID: identity}), call_of(identity)])

    def answer(self, identity: str, lines: Sequence[str], *, settled: bool) -> bool:
        """Under the first comment of its thread, which is resolved where it is settled; whether it is there."""
        first = self.elements.get(identity)
        if first is None:
            return False
        if lines:
            reply = self.add(lines)
            self.entry(reply).set(PARENT_KEY, self.entry(first).get(ENTRY_KEY, ""))
            self.place_beside(identity, reply.get(ID, ""))
        if settled:
            self.resolve(self.entry(first))
        return True

    def resolve(self, first: etree._Element) -> None:
        """With all its answers, as Word does."""
        for entry in (first, *(entry for entry in self.extended if entry.get(PARENT_KEY) == first.get(ENTRY_KEY))):
            entry.set(DONE, "1")

    def add(self, lines: Sequence[str]) -> etree._Element:
        """The new comment, which has no place yet."""
        comment = self.marks.mark(COMMENT)
        comment.set(ID, next(self.ids))
        comment.set(w("initials"), "".join(word[0] for word in self.marks.author.split())[:3])
        comment.extend(map(paragraph_of, lines))
        comment[0].insert(0, etree.Element(R))
        etree.SubElement(comment[0][0], COMMENT_MARK)
        self.comments.append(comment)
        self.elements[comment.get(ID, "")] = comment
        return comment

    def entry(self, comment: etree._Element) -> etree._Element:
        """Where the file says what the comment answers and whether it is resolved: by its last paragraph."""
        paragraphs = list(comment.iter(P)) or [etree.SubElement(comment, P)]
        named = (paragraph.get(PARAGRAPH_ID, "") for paragraph in reversed(paragraphs))
        known = next((key for key in named if key in self.entries), "")
        if not known:
            known = paragraphs[-1].get(PARAGRAPH_ID) or self.free_key(comment.get(ID, ""))
            paragraphs[-1].set(PARAGRAPH_ID, known)
            self.entries[known] = etree.SubElement(self.extended, ENTRY, {ENTRY_KEY: known, DONE: "0"})
        return self.entries[known]

    def free_key(self, identity: str) -> str:
        """Made of the comment's id, so that the same decisions give the same file."""
        start = crc32(identity.encode())
        key = next(key for key in map(key_of, count(start)) if key not in self.keys)
        self.keys.add(key)
        return key

    def place_beside(self, identity: str, reply: str) -> None:
        """An answer stands where the comment does that it answers."""
        for place in self.places.get(identity, ()):
            if place.tag == COMMENT_CALL:
                run = place.getparent()
                (place if run is None else run).addnext(call_of(reply))
            else:
                place.addnext(etree.Element(place.tag, {ID: reply}))

    @cached_property
    def places(self) -> dict[str, list[etree._Element]]:
        """Where each comment of the file as it came begins, ends and is called."""
        found: dict[str, list[etree._Element]] = {}
        for part in story_parts(self.package):
            for place in self.package.root(part).iter(*COMMENT_PLACES, COMMENT_CALL):
                found.setdefault(place.get(ID, ""), []).append(place)
        return found


def key_of(number: int) -> str:
    """Of a paragraph (MS-DOCX, 2.6.2.3)."""
    return f"{number % LARGEST_KEY + 1:08X}"


def call_of(identity: str) -> etree._Element:
    run = etree.Element(R)
    etree.SubElement(run, COMMENT_CALL, {ID: identity})
    return run


def paragraph_of(line: str) -> etree._Element:
    paragraph = etree.Element(P)
    text = etree.SubElement(etree.SubElement(paragraph, R), T, {SPACE: "preserve"})
    text.text = line
    return paragraph
