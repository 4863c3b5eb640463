"""All that came back, compared with the drafts that were sent out."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import DOCUMENTS
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.review.compare import Comparison
from safecomm.review.draft import Draft, draft_of
from safecomm.review.finding import Finding
from safecomm.review.placing import Placer
from safecomm.review.returned import Returned, read_returned
from safecomm.review.search import find_drafts, read_given

MOST = 4
"""Times the paragraphs of the draft that a returned file may have, and a thousand: more is no review."""


class Review(NamedTuple):
    findings: tuple[Finding, ...]
    notes: tuple[Diagnostic, ...]


def review(project: Path, files: Iterable[Path], sent: Iterable[Path] = ()) -> Review:
    """Raises ContentError with the problems of every file when one cannot be read.

    `sent` are files as they were sent, for drafts that may be found nowhere else.
    """
    copies = read_all(files)
    one_of_each = {copy.key: copy for copy in reversed(copies)}
    given = read_given(sent, one_of_each.keys())
    content = load(project)
    now = {stem: draft_of(content, stem) for stem in sorted({copy.document for copy in copies})}
    drafts = {key: find_drafts(content, now[copy.document], copy, given.get(key)) for key, copy in one_of_each.items()}
    found: list[Finding] = []
    notes: list[Diagnostic] = []
    for candidates in drafts.values():
        # What hinders one hinders all.
        notes += [note for note in candidates.notes if note not in notes]
    for copy in copies:
        here, draft = now[copy.document], drafts[copy.key].nearest(copy)
        if draft is None:
            notes.append(problem("review-draft-lost", Location(copy.name), build=copy.build))
        bounded(copy, draft or here)
        comparison = Comparison(copy, draft or here, lost=draft is None)
        found += Placer(comparison, here, content.places).findings()
    return Review(tuple(found), tuple(notes))


def read_all(files: Iterable[Path]) -> list[Returned]:
    copies, problems = [], []
    for file in files:
        try:
            copies.append(read_returned(file))
            if copies[-1].document not in {each.stem for each in DOCUMENTS}:
                problems.append(problem("review-not-ours", Location(file.as_posix())))
        except ContentError as fault:
            problems += fault.diagnostics
    if problems:
        raise ContentError(problems)
    return copies


def bounded(copy: Returned, draft: Draft) -> None:
    if len(copy.paragraphs) > MOST * len(draft.blocks) + 1000:
        raise ContentError([problem("review-too-big", Location(copy.name), limit=30)])
