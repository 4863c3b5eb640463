"""A paragraph with its changes: what is inserted and deleted in it, its mark, and its earlier properties."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from safecomm.diffing import Match, equal_pairs, merge_indexes
from safecomm.ooxml.revisions import DELETED, INSERTED
from safecomm.ooxml.wordml import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, P
from safecomm.redline.compared_blocks import PAGE_KEEPING, SECTION
from safecomm.redline.notes import Notes
from safecomm.redline.plan import OldNew
from safecomm.redline.tokens import ParagraphTokens, Tokenizer, canonical
from safecomm.redline.tracked_content import EARLIER_PROPERTIES, ParagraphFiller, RevisionMarks, WrittenStep

UNTRACKED = RUN_PROPERTIES, SECTION, *PAGE_KEEPING
RELATED = 0.25
"""The least share of common words by which a text is changed word by word; else it is replaced as a whole."""


@dataclass
class ParagraphWriter:
    """Writes the paragraphs of one story."""

    marks: RevisionMarks
    notes: Notes
    old: Tokenizer
    new: Tokenizer

    def paragraph(self, content: OldNew, mark: OldNew) -> etree._Element:
        """What it says and the mark at its end, each with its changes; a mark carries the paragraph's properties."""
        stays = content.old is not None and content == mark
        if content.new is not None and stays and is_unchanged(content):
            return content.new
        before, after = self.old.tokenize(content.old), self.new.tokenize(content.new)
        matches = _matches(before, after)
        self.notes.keep(run for _, j in matches for run in after.tokens[j].elements)
        if content.new is not None and stays and _says_the_same(content, before, after, matches):
            return content.new
        paragraph = etree.Element(P)
        if (properties := self.properties(mark)) is not None:
            paragraph.append(properties)
        self.write(paragraph, before, after, matches)
        return paragraph

    def write(
        self, paragraph: etree._Element, before: ParagraphTokens, after: ParagraphTokens, matches: Sequence[Match]
    ) -> None:
        filler = ParagraphFiller(paragraph, self.marks)
        for _, steps in groupby(self.steps(before, after, matches), key=lambda step: step.joint):
            filler.add(*steps)

    def steps(self, before: ParagraphTokens, after: ParagraphTokens, matches: Sequence[Match]) -> Iterator[WrittenStep]:
        """The tokens of both, and between them the places, which no change can track."""
        following = 0
        for i, j in merge_indexes(matches, len(before.tokens), len(after.tokens)):
            # Those of the new text begin before what it replaces.
            yield from map(WrittenStep, (*before.places.pop(i, ()), *after.places.pop(following, ())))
            if j is not None:
                yield WrittenStep(after.tokens[j], INSERTED if i is None else None)
                following = min(j + 1, len(after.tokens) - 1)
            elif i is not None:
                self.notes.delete(before.tokens[i].elements)
                yield WrittenStep(before.tokens[i], DELETED)
        left = (*before.places.values(), *after.places.values())
        yield from (WrittenStep(place) for places in left for place in places)

    def properties(self, mark: OldNew) -> etree._Element | None:
        """Those of the mark, with what it says of its own change."""
        old, new = mark.properties
        shown = new if mark.new is not None else old
        properties = etree.Element(PARAGRAPH_PROPERTIES) if shown is None else deepcopy(shown)
        if mark.old is None or mark.new is None:
            mark_end(properties, self.marks.mark(INSERTED if mark.old is None else DELETED))
        elif not _have_same_properties(old, new):
            change = self.marks.mark(EARLIER_PROPERTIES)
            change.append(_trackable_properties(old))
            properties.append(change)
        return properties if len(properties) else None


def mark_end(properties: etree._Element, mark: etree._Element) -> None:
    """Says of a paragraph's mark that it is inserted or deleted."""
    if (own := properties.find(RUN_PROPERTIES)) is None:
        own = etree.Element(RUN_PROPERTIES)
        behind = sum(child.tag in (SECTION, EARLIER_PROPERTIES) for child in properties)
        properties.insert(len(properties) - behind, own)
    own.insert(0, mark)


def is_unchanged(content: OldNew) -> bool:
    """Whether there is nothing to compare, as in most blocks; calls of notes say only where to look."""
    old, new = (b"" if side is None else etree.tostring(side, with_tail=False) for side in content)
    return old == new and b"noteReference " not in new


def _matches(before: ParagraphTokens, after: ParagraphTokens) -> list[Match]:
    """The tokens that both have, where the texts have enough in common to be read together."""
    same = equal_pairs([token.key for token in before.tokens], [token.key for token in after.tokens])
    matches = list(_without_lone_spaces(same, before, after))
    common = sum(len(before.tokens[i].text.strip()) for i, _ in matches)
    if 2 * common < RELATED * sum(len(token.text.strip()) for token in (*before.tokens, *after.tokens)):
        return [(i, j) for i, j in matches if not before.tokens[i].text]
    return matches


def _without_lone_spaces(matches: Sequence[Match], before: ParagraphTokens, after: ParagraphTokens) -> Iterator[Match]:
    """A space between two words that are both replaced is replaced with them."""
    ends = [(-1, -1), *matches, (len(before.tokens), len(after.tokens))]
    for (i0, j0), (i, j), (i1, j1) in zip(ends, matches, ends[2:], strict=False):
        if not (before.tokens[i].text.isspace() and min(i - i0, j - j0, i1 - i, j1 - j) > 1):
            yield i, j


def _says_the_same(content: OldNew, before: ParagraphTokens, after: ParagraphTokens, matches: Sequence[Match]) -> bool:
    """Whether the new paragraph says all that there is to say."""
    if before.places or not len(matches) == len(before.tokens) == len(after.tokens):
        return False
    return _have_same_properties(*content.properties)


def _have_same_properties(old: etree._Element | None, new: etree._Element | None) -> bool:
    return canonical(_trackable_properties(old)) == canonical(_trackable_properties(new))


def _trackable_properties(properties: etree._Element | None) -> etree._Element:
    """The properties as a change can name them: without those of its mark, the section and the page."""
    bare = etree.Element(PARAGRAPH_PROPERTIES)
    named = () if properties is None else properties
    bare.extend(deepcopy(child) for child in named if child.tag not in UNTRACKED)
    return bare
