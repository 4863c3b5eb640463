"""What reviewers wrote, placed in the content as it is: each text where it stands now, facts at their records."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import get_args

from safecomm.diagnostic import Location
from safecomm.markdown.typography import typeset
from safecomm.record_kinds import linked_kinds
from safecomm.review.draft import UNPLACED, ComparedDraft, CurrentProject, DraftParagraph
from safecomm.review.moves import join_moves, join_sections
from safecomm.review.pairing import find_successors
from safecomm.review.remarks import Comparison, is_same
from safecomm.review.review_finding import Edit, LookKind, Remark, ReviewFinding, location_of
from safecomm.review.word_changes import LONGEST, changes, touches
from safecomm.word.anchors import record_bookmark
from safecomm.word.source_map import SourceLocation

WORDED = ("edit", "split", "merged", "removed", "moved", "margin")
STATISTICS = "statistics"
LOOKS = frozenset(kind for part in get_args(LookKind) for kind in (get_args(part) or (part,)))
MOST_LOOKS = 10
"""Changes of one kind of look in one file that are told one by one."""


@dataclass(frozen=True)
class Placer:
    """`now` is the document as the content of the project is."""

    comparison: Comparison
    now: ComparedDraft
    project: CurrentProject

    @cached_property
    def successors(self) -> Mapping[str, DraftParagraph]:
        return find_successors(self.comparison.draft, self.now)

    def findings(self) -> list[ReviewFinding]:
        remarks = self.comparison.remarks()
        texts = [block.text for block in self.comparison.draft.blocks]
        moves = join_moves([self.place(remark) for remark in remarks])
        return count_looks(join_sections(moves, set(pairwise(texts))))

    def place(self, remark: Remark) -> ReviewFinding:
        location, fact, edit, block = None, "", None, remark.block
        if block and block.mark is None:
            about = remark.about if remark.kind in WORDED else ""
            location, fact = fact_of(self.comparison.draft, self.project, block.record, about, remark.text)
            location = self.place_figure(fact, block) or location
        elif block and block.mark is UNPLACED:
            location = self.place_near(block)
        elif block and block.mark:
            successor = self.successors.get(block.key)
            mark = (successor and successor.mark) or block.mark
            location = location_of(mark, self.project.languages[0])
            if self.is_of_one_text(remark, mark, successor):
                wanted = typeset(remark.text, mark.language)
                edit = Edit(block.key, mark, location, remark.about, wanted, successor.text if successor else None)
        return self.to_finding(remark)._replace(location=location, fact=fact, edit=edit)

    def place_figure(self, fact: str, block: DraftParagraph) -> Location | None:
        """Of a cell in a table of figures: the row of the figures' own file; None where several could be meant."""
        kind, _, id_ = fact.partition(":")
        if linked_kinds().get(kind) != STATISTICS:
            return None
        # Few reviewers change a figure, and only then the content is needed.
        from safecomm.review.figure_cells import rows_of_figure

        language = self.comparison.returned.document.rpartition(".")[2]
        rows = rows_of_figure(self.project.content, language, id_, block.text)
        number = 0 if len(rows) == 1 else self.number_among_alike(block)
        return rows[number] if number is not None and number < len(rows) else None

    def number_among_alike(self, block: DraftParagraph) -> int | None:
        """How many of its record's texts before it say the same; None where the record says something else now."""
        drafts = self.comparison.draft, self.now
        sent, now = ([other for other in draft.blocks if other.record == block.record] for draft in drafts)
        if [other.text for other in sent] != [other.text for other in now]:
            return None
        alike = (other for other in sent if other.text == block.text)
        return next((number for number, other in enumerate(alike) if other is block), None)

    def place_near(self, block: DraftParagraph) -> Location | None:
        """Of a text that the content has no more: that of the nearest in its record, else the record's."""
        near = self.nearest.get(block.key)
        if near is not None:
            return location_of(near, self.project.languages[0])
        return fact_of(self.comparison.draft, self.project, block.record, "", "")[0]

    @cached_property
    def nearest(self) -> Mapping[str, SourceLocation]:
        """Those before them, and of the first ones of a record those behind them."""
        blocks = self.comparison.draft.blocks
        return place_beside(reversed(blocks)) | place_beside(blocks)

    def is_of_one_text(self, remark: Remark, mark: SourceLocation, successor: DraftParagraph | None) -> bool:
        """Whether it is an edit that may be written: without the draft only a tracked one of what stands there."""
        stands = not remark.silent and successor is not None and is_same(remark.about, successor)
        short = max(len(remark.about), len(remark.text)) <= LONGEST
        return remark.kind == "edit" and mark.shape == "text" and short and (stands or not self.comparison.lost)

    def to_finding(self, remark: Remark) -> ReviewFinding:
        """Who saved the file last has made what Word did not track."""
        returned, comment = self.comparison.returned, remark.comment
        differs = self.comparison.lost and remark.silent
        who = remark.who if remark.who.author or differs or not remark.silent else returned.saved
        return ReviewFinding(
            returned.name,
            returned.document,
            remark.kind,
            None,
            remark.about,
            remark.text,
            *who,
            silent=remark.silent,
            passage=remark.block.text if remark.block else "",
            heading=remark.block.heading if remark.block else "",
            differs=differs,
            answers=comment.answers if comment else (),
            resolved=comment is not None and comment.resolved,
            comment=comment.identity if comment else "",
            places=remark.places,
            behind=remark.behind.text if remark.behind else "",
        )


def place_beside(blocks: Iterable[DraftParagraph]) -> dict[str, SourceLocation]:
    """For each text that the content has no more the place of the last one of its record before it."""
    last: dict[str, SourceLocation] = {}
    found: dict[str, SourceLocation] = {}
    for block in blocks:
        if block.mark is UNPLACED and block.record in last:
            found[block.key] = last[block.record]
        elif block.mark and block.mark is not UNPLACED:
            last[block.record] = block.mark
    return found


def count_looks(findings: Sequence[ReviewFinding]) -> list[ReviewFinding]:
    """Of a look that very many paragraphs have otherwise, as another program makes it, one that stands for all."""
    counts = Counter(finding.kind for finding in findings if finding.kind in LOOKS)
    many = {kind for kind, count in counts.items() if count > MOST_LOOKS}
    first = {finding.kind: finding for finding in reversed(findings) if finding.kind in many}
    counted = [
        finding._replace(location=None, about="", text="", times=counts[kind], places=())
        for kind, finding in first.items()
    ]
    return [*(finding for finding in findings if finding.kind not in many), *counted]


def fact_of(
    draft: ComparedDraft, project: CurrentProject, record: str, old: str, new: str
) -> tuple[Location | None, str]:
    """The place in the content as it is, and `measure:hearings responsible`; both as far as they are known."""
    target = next((target for target in draft.facts if record_bookmark(target) == record), None)
    if target is None:
        return None, ""
    kind, _, id_ = target.partition(":")
    field = changed_field(draft, target, old, new)
    key = [field.split(".")[0]] if field else []
    records, places = linked_kinds().get(kind, ""), project.content.places
    known = (records, id_) in places.sources
    place = places.find(records, id_, *key)._replace(column=0) if known else None
    return place, " ".join((target, *key))


def changed_field(draft: ComparedDraft, target: str, old: str, new: str) -> str:
    """The field with the longest text that a change touches; empty where there is none."""
    if not old:
        return ""
    made = changes(old, new)
    touched = [text for text in draft.facts[target] if touches(made, old, text)]
    return draft.facts[target][max(touched, key=len)] if touched else ""
