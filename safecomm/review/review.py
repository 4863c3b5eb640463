"""All that came back, compared with the drafts that were sent out."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import documents_matching
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.language import learn_languages
from safecomm.review.draft import ComparedDraft, CurrentProject
from safecomm.review.placing import Placer
from safecomm.review.remarks import Comparison
from safecomm.review.returned import Returned, read_all
from safecomm.review.review_finding import ReviewFinding
from safecomm.review.search import find_drafts, name_unknown, read_given

MOST = 4
"""Times the paragraphs of the draft that a returned file may have, and a thousand: more is no review."""


class Review(NamedTuple):
    findings: tuple[ReviewFinding, ...]
    notes: tuple[Diagnostic, ...]


def review(project: Path, files: Iterable[Path], sent: Iterable[Path] = ()) -> Review:
    """Raises ContentError with the problems of every file when one cannot be read.

    `sent` are files as they were sent, for drafts that may be found nowhere else. If it is one, that is the draft of
    the files that do not say of which they are copies: some programs drop what the others do not understand.
    """
    current = CurrentProject(project)
    learn_languages(project, current.languages)
    copies = read_all(files, partial(no_document, current))
    given = read_given(sent, copies)
    copies = name_unknown(copies, given)
    one_of_each = {copy.key: copy for copy in reversed(copies)}
    drafts = {key: find_drafts(current, copy, given.get(key)) for key, copy in one_of_each.items()}
    findings: list[ReviewFinding] = []
    notes: list[Diagnostic] = []
    for candidates in drafts.values():
        # What hinders one hinders all.
        notes += [note for note in candidates.notes if note not in notes]
    for copy in copies:
        draft = drafts[copy.key].nearest(copy)
        if draft is None:
            notes.append(problem("review-draft-lost", Location(copy.name), build=copy.build))
        # A draft of the same content says where its texts stand now.
        same = draft if copy.build == current.build else None
        now = same or current.document(copy.document, copy.build, final=copy.is_final)
        require_bounds(copy, draft or now)
        comparison = Comparison(copy, draft or now, lost=draft is None)
        findings += Placer(comparison, now, current).findings()
    return Review(tuple(findings), tuple(notes))


def no_document(project: CurrentProject, copy: Returned) -> Diagnostic | None:
    ours = copy.document in {document.stem for document in documents_matching(copy.document, project.languages)}
    return None if ours or not copy.is_known else problem("review-not-ours", Location(copy.name))


def require_bounds(copy: Returned, draft: ComparedDraft) -> None:
    if len(copy.paragraphs) > MOST * len(draft.blocks) + 1000:
        raise ContentError([problem("review-too-big", Location(copy.name), limit=30)])
