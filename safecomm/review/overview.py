"""All that lies there from reviewers, by the places of the content that it is about, with what was decided on it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from safecomm.diagnostic import ContentError, Diagnostic, Location, Severity
from safecomm.review.apply import proposals
from safecomm.review.decisions import DecidedFinding, ReviewChoice, ReviewDecision, edited_wording
from safecomm.review.kept_files import KeptFile, shown_name, take_in, word_file
from safecomm.review.review import Review, Reviewing
from safecomm.review.review_finding import ReviewFinding

BY_HAND = "by-hand"
"""Why no program can write it: it is more than another wording of one text."""


class FoundItem(NamedTuple):
    """A finding of a kept file; `key` stays the same whatever the content says later.

    `reason` says why it cannot be written in, as of a Proposal, or `by-hand`; empty where it can.
    """

    key: str
    digest: str
    finding: ReviewFinding
    reason: str


class FoundInFile(NamedTuple):
    """All that a kept file says as long as the content stays as it is."""

    items: tuple[FoundItem, ...]
    problems: tuple[Diagnostic, ...]


class ReviewItem(NamedTuple):
    """What was found, with what was decided."""

    found: FoundItem
    decision: ReviewDecision | None

    @property
    def finding(self) -> ReviewFinding:
        return self.found.finding

    @property
    def choice(self) -> ReviewChoice | None:
        return self.decision.choice if self.decision else None

    @property
    def is_written(self) -> bool:
        """Whether the content says what the reviewer, or instead the editor, wants it to say."""
        edit = self.finding.edit
        if self.decision and edit and self.choice is ReviewChoice.EDITED:
            return edit.now == edited_wording(self.decision, edit)
        return self.finding.is_written

    @property
    def can_be_written(self) -> bool:
        return not self.found.reason and not self.is_written

    @property
    def can_be_edited(self) -> bool:
        """Whether another wording may be written instead: also where the reviewer's cannot."""
        return self.finding.edit is not None and self.finding.edit.now is not None

    @property
    def is_chosen(self) -> bool:
        """Whether it is to be written in, and is not yet."""
        return self.choice in (ReviewChoice.ACCEPTED, ReviewChoice.EDITED) and not self.is_written

    @property
    def is_settled(self) -> bool:
        return self.is_written or self.choice in (ReviewChoice.DONE, ReviewChoice.REFUSED, ReviewChoice.NOTED)


class ReviewPlace(NamedTuple):
    """All that is about the same line of the content, or of what has none, below the same heading."""

    location: Location | None
    heading: str
    items: tuple[ReviewItem, ...]


def receive(reviewing: Reviewing, file: Path) -> KeptFile:
    """Keeps it; raises ContentError where it is damaged, hostile, or none of this project's."""
    name = shown_name(file.name)
    faults = [note for note in reviewing.review(file, name).notes if note.severity is Severity.ERROR]
    if faults:
        raise ContentError(faults)
    return take_in(reviewing.current.folder, name, file.read_bytes())


def find_in(reviewing: Reviewing, file: KeptFile) -> FoundInFile:
    """Raises ContentError where the content cannot be read."""
    project = reviewing.current.folder
    found = reviewing.review(word_file(project, file.digest), file.name)
    return FoundInFile(tuple(keyed(file, found, reasons_not_to_write(project, found.findings))), found.notes)


def reasons_not_to_write(project: Path, findings: Iterable[ReviewFinding]) -> dict[ReviewFinding, str]:
    """Of each new wording, as if it were the only one of its text."""
    alone = [proposal for finding in findings if finding.edit for proposal in proposals(project, [finding])]
    return {proposal.findings[0]: proposal.reason for proposal in alone}


def keyed(file: KeptFile, found: Review, reasons: Mapping[ReviewFinding, str]) -> Iterator[FoundItem]:
    seen: Counter[str] = Counter()
    for finding in (*found.findings, *found.written):
        said = repr((finding.kind, finding.comment, finding.about, finding.text, finding.author, finding.date))
        seen[said] += 1
        key = sha256(f"{file.digest} {seen[said]} {said}".encode()).hexdigest()
        yield FoundItem(key, file.digest, finding, "" if finding.is_written else reasons.get(finding, BY_HAND))


def decided(file: KeptFile, found: FoundInFile) -> list[ReviewItem]:
    return [ReviewItem(item, file.decisions.get(item.key)) for item in found.items]


def answered(items: Iterable[ReviewItem]) -> list[DecidedFinding]:
    """What may be told to the reviewer, as it is settled; of what the content says already nobody need decide."""
    accepted = ReviewDecision(ReviewChoice.ACCEPTED)
    return [DecidedFinding(item.finding, item.decision or accepted) for item in items if item.is_settled]


def places(items: Iterable[ReviewItem]) -> list[ReviewPlace]:
    """In the order of the content; what has no place in it comes last."""
    groups: dict[tuple[bool, Location, str], list[ReviewItem]] = defaultdict(list)
    for item in items:
        location, heading = item.finding.location, item.finding.heading
        groups[location is None, location or Location(""), "" if location else heading].append(item)
    return [
        ReviewPlace(group[0].finding.location, group[0].finding.heading, tuple(group))
        for _, group in sorted(groups.items(), key=lambda entry: entry[0])
    ]
