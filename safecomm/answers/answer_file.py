"""The file that goes back to a reviewer: their copy, with every decision on what they wrote beside it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from lxml import etree

from safecomm.answers.comment_parts import COMMENTS, EXTENDED, with_comment_parts
from safecomm.answers.decided_changes import ChangeWriter
from safecomm.answers.threads import Threads
from safecomm.answers.words import AnswerWords
from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.free_names import free_ids
from safecomm.ooxml.opening import open_word_bytes, open_word_file
from safecomm.ooxml.package import Package
from safecomm.ooxml.wordml import ID, P, to_bytes
from safecomm.redline.annotations import CHANGES, COMMENT_CALL, PLACES, RANGES
from safecomm.redline.notes import NOTE_KINDS
from safecomm.redline.stories import story_parts
from safecomm.redline.tokens import Tokenizer, build_id_styles
from safecomm.redline.tracked_content import RevisionMarks
from safecomm.review.comments import COMMENT
from safecomm.review.decisions import DecidedFinding, ReviewChoice, ReviewDecision
from safecomm.review.returned import LIMITS
from safecomm.review.review_finding import ReviewFinding
from safecomm.review.reviewed_paragraph import ParagraphPlace

NUMBERED = (*CHANGES, *RANGES, *PLACES, COMMENT_CALL)
"""What has an id that nothing else of these may have, but the ends of a range and the call of its comment."""


def answer_file(copy: Path | bytes, decided: Sequence[DecidedFinding], author: str, date: str) -> bytes:
    """The same arguments give the same bytes; raises ContentError where the copy is no sound Word file.

    The findings are those of this copy. Comments are answered in their threads. What was accepted is a change
    against the draft under the `author`'s name, also in other words; what was refused stays as it was, with a comment.
    """
    package = open_word_file(copy, limits=LIMITS) if isinstance(copy, Path) else open_word_bytes(copy, "", LIMITS)
    writer = AnswerWriter(with_comment_parts(package), RevisionMarks(author, datetime.fromisoformat(date)))
    for finding, decision in decided:
        writer.write(finding, decision)
    return writer.file()


class AnswerWriter:
    """Writes decisions into one copy."""

    def __init__(self, package: Package, marks: RevisionMarks) -> None:
        self.package = package
        self.stories = {part: package.root(part) for part in story_parts(package)}
        self.paragraphs = {part: list(root.iter(P)) for part, root in self.stories.items()}
        self.ids = unused_ids([*self.stories.values(), package.related_root(COMMENTS)])
        self.threads = Threads(package, marks, self.ids)
        self.changes = ChangeWriter(marks, Tokenizer({}, build_id_styles(package)))
        self.words = AnswerWords(package)

    def write(self, finding: ReviewFinding, decision: ReviewDecision) -> None:
        if finding.comment:
            lines = self.words.reply(decision)
            if self.threads.answer(finding.comment, lines, settled=decision.choice is not ReviewChoice.NOTED):
                return
        places = [place for place in finding.places if place.number < len(self.paragraphs.get(place.part, ()))]
        paragraphs = [self.paragraphs[place.part][place.number] for place in places]
        shows = self.changes.write(finding, decision, paragraphs)
        if lines := self.words.remark(finding, decision, shows=shows, placed=bool(places)):
            self.threads.begin(self.anchor(places), lines)

    def anchor(self, places: Sequence[ParagraphPlace]) -> etree._Element:
        """The paragraph of the body for a comment: programs take none in a header, a note or a text box."""
        body = self.paragraphs[self.package.main]
        if not places:
            return body[0] if body else etree.SubElement(self.package.body, P)
        paragraph = self.paragraphs[places[0].part][places[0].number]
        if places[0].part != self.package.main:
            paragraph = self.calling(paragraph)
        return [paragraph, *paragraph.iterancestors(P)][-1]

    def calling(self, paragraph: etree._Element) -> etree._Element:
        """Where the note is called in which the paragraph stands; of a header or footer the first paragraph."""
        for kind in NOTE_KINDS:
            named = {note.get(ID) for note in paragraph.iterancestors(kind.note)}
            for call in self.stories[self.package.main].iter(kind.call) if named else ():
                if call.get(ID) in named:
                    return next(call.iterancestors(P))
        return self.anchor([])

    def file(self) -> bytes:
        number_anew(self.stories.values(), self.ids)
        changed = (*self.stories, *(self.package.related_part(kind) for kind in (COMMENTS, EXTENDED)))
        return write_parts(self.package.parts() | {part: to_bytes(self.package.root(part)) for part in changed})


def unused_ids(roots: Iterable[etree._Element]) -> Iterator[str]:
    taken = {element.get(ID) for root in roots for element in root.iter(*NUMBERED, COMMENT)}
    return free_ids(taken)


def number_anew(roots: Iterable[etree._Element], ids: Iterator[str]) -> None:
    """Gives every change an id of its own: words that were cut have that of the whole."""
    seen: set[str] = set()
    for mark in (mark for root in roots for mark in root.iter(*CHANGES)):
        if (identity := mark.get(ID, "")) in seen or not identity:
            mark.set(ID, identity := next(ids))
        seen.add(identity)
