"""The wordings that an editor chose among those of all reviewers: which agree, written in, and taken out again."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from safecomm.review.apply import ApplyResult, apply, proposals
from safecomm.review.decisions import ReviewChoice, edited_wording
from safecomm.review.overview import ReviewItem
from safecomm.review.review_finding import Edit, ReviewFinding
from safecomm.review.word_changes import merge

Group = Sequence[ReviewItem]
"""What concerns one text."""
STILL_WRITTEN = (None, ReviewChoice.ACCEPTED, ReviewChoice.EDITED)


def by_text(items: Iterable[ReviewItem]) -> list[Group]:
    groups: dict[str, list[ReviewItem]] = defaultdict(list)
    for item in items:
        if item.finding.edit:
            groups[item.finding.edit.name].append(item)
    return [*groups.values()]


def possible(items: Iterable[ReviewItem]) -> list[Group]:
    """The wordings of each text that were chosen, and those that still may be."""
    return by_text(item for item in items if item.is_chosen or (item.decision is None and item.can_be_written))


def disputed(items: Iterable[ReviewItem]) -> set[str]:
    """The keys of those that exclude each other: one of them must be refused."""
    return {item.found.key for group in possible(items) if not agree(group) for item in group}


def undisputed(items: Iterable[ReviewItem]) -> list[ReviewItem]:
    """All on which nobody has decided, that can be written in and contradict nothing else."""
    return [item for group in possible(items) if agree(group) for item in group if item.decision is None]


def agree(group: Group) -> bool:
    """What the editor has worded anew stands for all that was wanted."""
    edits = [edit for item in group if (edit := item.finding.edit)]
    worded = any(item.choice is ReviewChoice.EDITED for item in group)
    return worded or merge(edits[0].old, [edit.new for edit in edits]) is not None


def write_chosen(project: Path, items: Iterable[ReviewItem]) -> ApplyResult:
    """Writes all files or none; raises ContentError. What is left cannot be written, or not with the others."""
    chosen = [finding for group in by_text(item for item in items if item.is_chosen) for finding in wanted(group)]
    return apply(project, chosen, proposals(project, chosen))


def wanted(group: Group) -> list[ReviewFinding]:
    """As the reviewers want it, or the editor, who starts from what the text says today."""
    for item in group:
        edit, decision = item.finding.edit, item.decision
        if edit and decision and item.choice is ReviewChoice.EDITED:
            now = edit.now or edit.old
            return [with_edit(other, edit._replace(old=now, new=edited_wording(decision, edit))) for other in group]
    return [item.finding for item in group]


def hindered(project: Path, items: Iterable[ReviewItem]) -> dict[str, str]:
    """Why what was chosen cannot be written, as of a Proposal, by key: what is worded anew may be more than words."""
    groups = by_text(item for item in items if item.is_chosen)
    made = [(group, proposal) for group in groups for proposal in proposals(project, wanted(group))]
    return {item.found.key: proposal.reason for group, proposal in made for item in group if proposal.reason}


def withdraw(project: Path, items: Iterable[ReviewItem]) -> ApplyResult:
    """Writes what stood there before; other changes of the same text stay. What is left they have touched."""
    groups = by_text(item for item in items if item.is_written)
    before = [with_edit(item, edit) for group in groups if (edit := back(group)) for item in group]
    return apply(project, before, proposals(project, before))


def back(group: Group) -> Edit | None:
    """From all that was written of one text to the draft's words."""
    edits = [edit for item in group if (edit := item.finding.edit)]
    worded = (edited_wording(item.decision, edits[0]) for item in group if item.decision and item.decision.wording)
    new = next(worded, None) or merge(edits[0].old, [edit.new for edit in edits])
    return None if new is None else edits[0]._replace(old=new, new=edits[0].old)


def with_edit(item: ReviewItem, edit: Edit) -> ReviewFinding:
    return item.finding._replace(edit=edit)


def worded_with(items: Iterable[ReviewItem], item: ReviewItem) -> list[ReviewItem]:
    """The item, and all other wordings of its text that may still be written: another wording stands for them all."""
    edit = item.finding.edit
    same = [other for other in items if edit and other.finding.edit and other.finding.edit.name == edit.name]
    return [item, *(other for other in same if other != item and other.choice in STILL_WRITTEN)]


def decided_with(items: Iterable[ReviewItem], item: ReviewItem) -> list[ReviewItem]:
    """The item, and those of its text that have the same other wording."""
    others = worded_with(items, item) if item.choice is ReviewChoice.EDITED else [item]
    return [other for other in others if other.choice is item.choice]
