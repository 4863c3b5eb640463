"""Reviewers' new wordings into the content: what can be written, what is disputed, and what is left to do."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from safecomm.content.file import read_bytes, read_text, text_of
from safecomm.content.revision import revise
from safecomm.diagnostic import Location
from safecomm.journal import Undo, content_bytes, only_writer, write_content
from safecomm.review.review_finding import Edit, ReviewFinding
from safecomm.review.rewriting import changes_in_source
from safecomm.review.run_text import find_forbidden
from safecomm.review.word_changes import merge


class Proposal(NamedTuple):
    """One text with the wordings that reviewers gave it; `old` is the one that now stands in the content.

    `wanted` is None where they disagree, where the text has changed since the draft in the same place or is gone, and
    where the content cannot hold it: then `reason` says which (`disputed`, `moved-on`, `gone`, `markup`, `character`).
    """

    location: Location
    findings: tuple[ReviewFinding, ...]
    edit: Edit
    old: str
    wanted: str | None
    reason: str = ""


class ApplyResult(NamedTuple):
    """`done` are the proposals that were written, `left` the findings that were not."""

    done: tuple[Proposal, ...]
    left: tuple[ReviewFinding, ...]


def proposals(project: Path, findings: Iterable[ReviewFinding]) -> list[Proposal]:
    """In the order of the content; raises ContentError where that cannot be read."""
    groups: dict[str, list[tuple[ReviewFinding, Edit]]] = defaultdict(list)
    for finding in findings:
        if finding.edit:
            groups[finding.edit.name].append((finding, finding.edit))
    proposed = sorted((propose(group) for group in groups.values()), key=lambda proposal: proposal.location)
    # What is gone has no file that could be read.
    paths = {proposal.location.path for proposal in proposed if proposal.wanted is not None}
    texts = {path: read_text(project / path, path) for path in paths}
    return [proposal if is_writable(proposal, texts) else refuse(proposal) for proposal in proposed]


def is_writable(proposal: Proposal, texts: Mapping[str, str]) -> bool:
    """Or has its reason why not."""
    if proposal.wanted is None:
        return True
    text = texts[proposal.location.path]
    return changes_in_source(text, proposal.edit, proposal.old, proposal.wanted) is not None


def refuse(proposal: Proposal) -> Proposal:
    return proposal._replace(wanted=None, reason="character" if find_forbidden(proposal.wanted or "") else "markup")


def propose(group: Sequence[tuple[ReviewFinding, Edit]]) -> Proposal:
    edit = group[0][1]
    findings = tuple(finding for finding, _ in group)
    proposal = Proposal(edit.location, findings, edit, edit.now or edit.old, None)
    agreed = merge(edit.old, [edit.new for _, edit in group])
    if agreed is None:
        return proposal._replace(reason="disputed")
    if edit.now is None:
        return proposal._replace(reason="gone")
    wanted = merge(edit.old, [agreed, edit.now])
    return proposal._replace(wanted=wanted, reason="" if wanted is not None else "moved-on")


@only_writer
def apply(project: Path, findings: Sequence[ReviewFinding], accepted: Iterable[Proposal]) -> ApplyResult:
    """Writes all files or none; raises ContentError. What it wrote can be taken back until it writes again."""
    accepted = tuple(accepted)
    before = {path: content_bytes(project, path) for path in {chosen.location.path for chosen in accepted}}
    files: dict[str, bytes] = {}
    done: list[Proposal] = []
    # From the end of each file: a change may take a line away.
    for proposal in sorted(accepted, key=lambda proposal: proposal.location, reverse=True):
        path = proposal.location.path
        data = files[path] if path in files else read_bytes(project / path, Location(path))
        if proposal.wanted is None:
            continue
        changes = changes_in_source(text_of(data, path), proposal.edit, proposal.old, proposal.wanted)
        if changes is not None:
            files[path] = revise(data, path, changes)
            done.append(proposal)
    write_content(project, files, before, undo=Undo.KEEP)
    written = {finding for proposal in done for finding in proposal.findings}
    return ApplyResult(tuple(reversed(done)), tuple(finding for finding in findings if finding not in written))
