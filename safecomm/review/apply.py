"""Reviewers' new wordings into the content: what can be written, what is disputed, and what is left to do."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from safecomm.content.file import read_text
from safecomm.diagnostic import Location
from safecomm.journal import write_all
from safecomm.review.finding import Edit, Finding, location_of
from safecomm.review.rewriting import rewritten
from safecomm.review.words import merged


class Proposal(NamedTuple):
    """One text with the wordings that reviewers gave it; `old` is the one that now stands in the content.

    `wanted` is None where they disagree, where the text has changed since the draft in the same place or is gone, and
    where more than words would have to change: then `reason` says which (`disputed`, `moved-on`, `gone`, `markup`).
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
    return proposal.wanted is not None and rewritten(text, proposal.edit, proposal.old, proposal.wanted) is not None


def refused(proposal: Proposal) -> Proposal:
    return proposal._replace(wanted=None, reason="markup")


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


def apply(project: Path, findings: Sequence[Finding], accepted: Iterable[Proposal]) -> Result:
    """Writes all files or none; raises ContentError."""
    texts: dict[str, str] = {}
    done: list[Proposal] = []
    # From the end of each file: a change may take a line away.
    for each in sorted(accepted, key=lambda each: each.location, reverse=True):
        path = each.location.path
        text = texts[path] if path in texts else read_text(project / path, path)
        new = None if each.wanted is None else rewritten(text, each.edit, each.old, each.wanted)
        if new is not None:
            texts[path] = new
            done.append(each)
    write_all(project, {path: as_before(project / path, text) for path, text in texts.items()})
    written = {id(finding) for each in done for finding in each.findings}
    return Result(tuple(reversed(done)), tuple(each for each in findings if id(each) not in written))


def as_before(file: Path, text: str) -> bytes:
    """With the byte order mark and the line ends that the file has."""
    before = file.read_bytes()
    end = "\r\n" if b"\r\n" in before else "\n"
    mark = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    return mark + text.replace("\n", end).encode()
