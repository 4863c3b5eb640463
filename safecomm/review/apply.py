"""Reviewers' new wordings into the content: what can be written, what is disputed, and what is left to do."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from safecomm.content.file import read_bytes, read_text, text_of
from safecomm.content.revision import revised
from safecomm.diagnostic import Location
from safecomm.journal import Undo, only_writer, standing, write_content
from safecomm.review.finding import Edit, Finding, location_of
from safecomm.review.rewriting import forbidden, rewriting
from safecomm.review.words import merged


class Proposal(NamedTuple):
    """One text with the wordings that reviewers gave it; `old` is the one that now stands in the content.

    `wanted` is None where they disagree, where the text has changed since the draft in the same place or is gone, and
    where the content cannot hold it: then `reason` says which (`disputed`, `moved-on`, `gone`, `markup`, `character`).
    """

    location: Location
    findings: tuple[Finding, ...]
    edit: Edit
    old: str
    wanted: str | None
    reason: str = ""


class Result(NamedTuple):
    """`done` are the proposals that were written, `left` the findings that were not."""

    done: tuple[Proposal, ...]
    left: tuple[Finding, ...]


def proposals(project: Path, findings: Iterable[Finding]) -> list[Proposal]:
    """In the order of the content; raises ContentError where that cannot be read."""
    groups: dict[str, list[tuple[Finding, Edit]]] = defaultdict(list)
    for finding in findings:
        if finding.edit:
            groups[finding.edit.name].append((finding, finding.edit))
    found = sorted((proposal(group) for group in groups.values()), key=lambda each: each.location)
    # What is gone has no file that could be read.
    paths = {each.location.path for each in found if each.wanted is not None}
    texts = {path: read_text(project / path, path) for path in paths}
    return [
        each if each.wanted is None or writable(texts[each.location.path], each) else refused(each) for each in found
    ]


def writable(text: str, proposal: Proposal) -> bool:
    return proposal.wanted is not None and rewriting(text, proposal.edit, proposal.old, proposal.wanted) is not None


def refused(proposal: Proposal) -> Proposal:
    return proposal._replace(wanted=None, reason="character" if forbidden(proposal.wanted or "") else "markup")


def proposal(group: Sequence[tuple[Finding, Edit]]) -> Proposal:
    edit = group[0][1]
    made = Proposal(location_of(edit.mark), tuple(each for each, _ in group), edit, edit.now or edit.old, None)
    agreed = merged(edit.old, [each.new for _, each in group])
    if agreed is None:
        return made._replace(reason="disputed")
    if edit.now is None:
        return made._replace(reason="gone")
    wanted = merged(edit.old, [agreed, edit.now])
    return made._replace(wanted=wanted, reason="" if wanted is not None else "moved-on")


@only_writer
def apply(project: Path, findings: Sequence[Finding], accepted: Iterable[Proposal]) -> Result:
    """Writes all files or none; raises ContentError. What it wrote can be taken back until it writes again."""
    accepted = tuple(accepted)
    before = {path: standing(project, path) for path in {chosen.location.path for chosen in accepted}}
    files: dict[str, bytes] = {}
    done: list[Proposal] = []
    # From the end of each file: a change may take a line away.
    for each in sorted(accepted, key=lambda each: each.location, reverse=True):
        path = each.location.path
        data = files[path] if path in files else read_bytes(project / path, Location(path))
        made = None if each.wanted is None else rewriting(text_of(data, path), each.edit, each.old, each.wanted)
        if made is not None:
            files[path] = revised(data, path, made)
            done.append(each)
    write_content(project, files, before, undo=Undo.KEEP)
    written = {finding for proposal in done for finding in proposal.findings}
    return Result(tuple(reversed(done)), tuple(finding for finding in findings if finding not in written))
