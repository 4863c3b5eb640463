"""All that came back, compared with the drafts that were sent out."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import DOCUMENTS
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.review.compare import Comparison
from safecomm.review.draft import Draft, build_id, draft_of, find_draft
from safecomm.review.finding import Finding
from safecomm.review.returned import Returned, read_returned

MOST = 4
"""Times the paragraphs of the draft that a returned file may have, and a thousand: more is no review."""


class Review(NamedTuple):
    """`now` are the documents as the content is, by their names; without those whose content has errors."""

    findings: tuple[Finding, ...]
    notes: tuple[Diagnostic, ...]
    drafts: Mapping[str, Draft]


def review(project: Path, files: Iterable[Path]) -> Review:
    """Raises ContentError with the problems of every file when one cannot be read."""
    copies = read_all(files)
    now = {stem: draft_of(project, stem) for stem in sorted({each.document for each in copies})}
    here = build_id(project)
    drafts = {
        (build, stem): now[stem] if build == here else find_draft(project, build, stem)
        for build, stem in sorted({(copy.build, copy.document) for copy in copies})
    }
    found: list[Finding] = []
    notes: list[Diagnostic] = []
    for copy in copies:
        draft = drafts[copy.build, copy.document]
        if draft is None:
            draft = now[copy.document]
            notes.append(stand_in(copy, draft))
        bounded(copy, draft)
        found += Comparison(copy, draft, now[copy.document]).findings()
    return Review(tuple(found), tuple(notes), now)


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


def stand_in(copy: Returned, now: Draft) -> Diagnostic:
    """The note that the content as it is takes the place of a lost draft; raises ContentError for another project's."""
    names = {name for paragraph in copy.paragraphs for name in paragraph.names}
    if len(names & now.marks.keys()) * 2 < len(names):
        raise ContentError([problem("review-foreign", Location(copy.name), build=copy.build)])
    return problem("review-draft-lost", Location(copy.name), build=copy.build)


def bounded(copy: Returned, draft: Draft) -> None:
    if len(copy.paragraphs) > MOST * len(draft.blocks) + 1000:
        raise ContentError([problem("review-too-big", Location(copy.name), limit=30)])
