"""What a decision makes of the changes in a paragraph: they get our name, or the words become those that stand now."""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from safecomm.answers.changed_words import Steps, change_words, shown, steps_of
from safecomm.ooxml.revisions import AUTHOR, CELL_KINDS, DATE, INSERTED, KINDS
from safecomm.ooxml.wordml import PARAGRAPH_PROPERTIES, TABLE, P, w
from safecomm.redline.accept import DELETIONS, INSERTIONS, resolve_contents
from safecomm.redline.annotations import EARLIER_FORMS, PLACES, RANGES, calls_comment
from safecomm.redline.paragraph_writer import mark_end
from safecomm.redline.plain_form import strip_notes
from safecomm.redline.tokens import ParagraphToken, Tokenizer
from safecomm.redline.tracked_content import ParagraphFiller, RevisionMarks
from safecomm.review.decisions import ReviewChoice, ReviewDecision
from safecomm.review.moves import ADDED
from safecomm.review.placing import LOOKS
from safecomm.review.review_finding import ReviewFinding
from safecomm.review.run_text import NO_TEXT

REWORDED = ("edit", "margin")
IN_TABLES = (*KINDS, *CELL_KINDS)
TABLE_MARKS = (w("trPr"), w("tcPr"), w("tblPr"), w("tblPrEx"), w("tblGrid"))


@dataclass
class ChangeWriter:
    marks: RevisionMarks
    tokenizer: Tokenizer

    def write(self, finding: ReviewFinding, decision: ReviewDecision, paragraphs: Sequence[etree._Element]) -> bool:
        """Whether the paragraphs show now what was decided; what is refused or only noted stays as it is."""
        kind, edited = finding.kind, decision.choice is ReviewChoice.EDITED
        if not (decision.is_adopted or edited):
            return True
        if len(paragraphs) == 1 and kind in REWORDED and self.reword(paragraphs[0], finding, decision):
            return True
        if len(paragraphs) == 1 and kind in ADDED and (edited or finding.silent):
            return self.insert(paragraphs[0], decision.wording if edited else None)
        return not edited and self.sign_changes(kind, paragraphs)

    def reword(self, paragraph: etree._Element, finding: ReviewFinding, decision: ReviewDecision) -> bool:
        """From the draft's words to those that were decided; False where Word tracked all of them, or it cannot be."""
        before, after = (self.resolved(paragraph, staying) for staying in (DELETIONS, INSERTIONS))
        draft = finding.about
        if decision.is_adopted and shown(before).strip() == draft.strip():
            return False
        if NO_TEXT.findall(shown(after)) != NO_TEXT.findall(draft):
            # What came or went with the reviewer's words, such as a note, is no part of the other wording.
            return False
        wanted = shown(after) if decision.is_adopted else decision.wording
        steps = change_words(before, draft, tracked=False)
        steps = None if steps is None else change_words(steps, wanted, tracked=True)
        if steps is None:
            return False
        self.fill(paragraph, steps)
        return True

    def insert(self, paragraph: etree._Element, wording: str | None) -> bool:
        """The whole of a new paragraph, in other words where there are some."""
        steps = self.resolved(paragraph, INSERTIONS)
        if wording is not None:
            changed = change_words(steps, wording, tracked=False)
            if changed is None:
                return False
            steps = changed
        self.fill(paragraph, [step._replace(tag=INSERTED) if is_content(step.content) else step for step in steps])
        if next(paragraph.itersiblings(P, TABLE), None) is not None:
            self.insert_end(paragraph)
        return True

    def insert_end(self, paragraph: etree._Element) -> None:
        """The mark of the last paragraph stays: Word can neither insert nor delete it."""
        properties = paragraph.find(PARAGRAPH_PROPERTIES)
        if properties is None:
            properties = etree.Element(PARAGRAPH_PROPERTIES)
            paragraph.insert(0, properties)
        if next(properties.iter(INSERTED), None) is None:
            mark_end(properties, self.marks.mark(INSERTED))

    def resolved(self, paragraph: etree._Element, staying: Sequence[str]) -> Steps:
        """What the paragraph says when its changes are undone, or made."""
        copy = deepcopy(paragraph)
        for mark in list(copy.iter(*KINDS)):
            for child in [child for child in mark if child.tag in PLACES or calls_comment(child)]:
                mark.addprevious(child)
        strip_notes(copy)
        resolve_contents(copy, staying)
        return steps_of(copy, self.tokenizer)

    def fill(self, paragraph: etree._Element, steps: Steps) -> None:
        paragraph[:] = paragraph.findall(PARAGRAPH_PROPERTIES)
        self.sign(paragraph.iter(*KINDS))
        filler = ParagraphFiller(paragraph, self.marks)
        for _, joined in groupby(steps, key=lambda step: step.joint):
            filler.add(*joined)

    def sign_changes(self, kind: str, paragraphs: Iterable[etree._Element]) -> bool:
        """Whether there are changes of this kind, which are ours now."""
        found = [mark for paragraph in paragraphs for mark in marks_of(kind, paragraph)]
        self.sign(found)
        return bool(found)

    def sign(self, found: Iterable[etree._Element]) -> None:
        for mark in found:
            own = self.marks.mark(str(mark.tag))
            for name in (AUTHOR, DATE):
                mark.attrib.pop(name, "")
            mark.attrib.update({name: own.attrib[name] for name in (AUTHOR, DATE) if name in own.attrib})


def is_content(content: ParagraphToken | etree._Element) -> bool:
    return isinstance(content, ParagraphToken)


def marks_of(kind: str, paragraph: etree._Element) -> list[etree._Element]:
    """Those of the paragraph that say what a finding of this kind tells."""
    if kind == "table":
        table = next(paragraph.iterancestors(TABLE), paragraph)
        return [mark for held in table.iter(*TABLE_MARKS) for mark in held.iter(*IN_TABLES, *EARLIER_FORMS)]
    if kind in LOOKS:
        return list(paragraph.iter(*EARLIER_FORMS))
    beside = [place for place in paragraph.itersiblings(*RANGES, preceding=True) if place.get(AUTHOR) is not None][:1]
    return [*beside, *(mark for mark in paragraph.iter(*KINDS, *RANGES) if mark.get(AUTHOR) is not None)]
