"""What reviewers wrote, placed in the content as it is: each text where it stands now, facts at their records."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from safecomm.content.content import RecordPlaces
from safecomm.markdown.typography import typeset
from safecomm.review.draft import UNPLACED, ComparedDraft, DraftParagraph
from safecomm.review.facts import fact_of
from safecomm.review.pairing import successors
from safecomm.review.remarks import Comparison, is_same
from safecomm.review.review_finding import Edit, Remark, ReviewFinding, location_of
from safecomm.review.word_changes import LONGEST, merged
from safecomm.word.source_map import SourceLocation


@dataclass(frozen=True)
class Placer:
    """`now` is the document as the content is, `places` are those of its records."""

    comparison: Comparison
    now: ComparedDraft
    places: RecordPlaces

    @cached_property
    def successors(self) -> Mapping[str, DraftParagraph]:
        return successors(self.comparison.draft, self.now)

    def findings(self) -> list[ReviewFinding]:
        remarks = self.comparison.remarks()
        return join_moves([finding for remark in remarks for finding in self.place(remark)])

    def place(self, remark: Remark) -> Iterator[ReviewFinding]:
        """Nothing of an edit that is written already."""
        location, fact, edit, block = None, "", None, remark.block
        if block and block.mark is None:
            about = "" if remark.kind == "comment" else remark.about
            location, fact = fact_of(self.comparison.draft, self.places, block.record, about, remark.text)
        elif block and block.mark and block.mark is not UNPLACED:
            successor = self.successors.get(block.key)
            mark = (successor and successor.mark) or block.mark
            location = location_of(mark)
            if self.is_of_one_text(remark, mark, successor):
                wanted = typeset(remark.text, mark.language)
                edit = Edit(block.key, mark, remark.about, wanted, successor.text if successor else None)
        if edit is None or edit.now is None or merged(edit.old, [edit.new, edit.now]) != edit.now:
            yield self.finding(remark)._replace(location=location, fact=fact, edit=edit)

    def is_of_one_text(self, remark: Remark, mark: SourceLocation, successor: DraftParagraph | None) -> bool:
        """Whether it is an edit that may be written: without the draft only a tracked one of what stands there."""
        stands = not remark.silent and successor is not None and is_same(remark.about, successor)
        short = max(len(remark.about), len(remark.text)) <= LONGEST
        return remark.kind == "edit" and mark.shape == "text" and short and (stands or not self.comparison.lost)

    def finding(self, remark: Remark) -> ReviewFinding:
        """Who saved the file last has made what Word did not track."""
        returned, comment = self.comparison.returned, remark.comment
        differs = self.comparison.lost and remark.silent
        who = remark.who if remark.who.author or differs or not remark.silent else returned.saved
        return ReviewFinding(
            returned.name,
            remark.kind,
            None,
            remark.about,
            remark.text,
            *who,
            silent=remark.silent,
            differs=differs,
            answers=comment.answers if comment else (),
            resolved=comment is not None and comment.resolved,
        )


def join_moves(findings: Iterable[ReviewFinding]) -> list[ReviewFinding]:
    """What was removed in one place and added word for word in another was moved."""
    added = {finding.text.strip(): finding for finding in findings if finding.kind == "added"}
    moved = {finding.about.strip() for finding in findings if finding.kind == "removed"} & added.keys()
    return [
        finding._replace(kind="moved", author=finding.author or added[finding.about.strip()].author)
        if finding.kind == "removed" and finding.about.strip() in moved
        else finding
        for finding in findings
        if not (finding.kind == "added" and finding.text.strip() in moved)
    ]
