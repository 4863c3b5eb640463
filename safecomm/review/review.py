"""All that came back, compared with the drafts that were sent out."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import documents_matching
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.language import learn_languages
from safecomm.ooxml.opening import open_word_file
from safecomm.review.draft import ComparedDraft, CurrentProject
from safecomm.review.given_drafts import given_drafts
from safecomm.review.placing import Placer
from safecomm.review.remarks import Comparison
from safecomm.review.returned import LIMITS, Key, Returned, read_all, read_returned
from safecomm.review.review_finding import ReviewFinding
from safecomm.review.search import Candidates, find_drafts, name_unknown, read_given

MOST = 4
"""Times the paragraphs of the draft that a returned file may have, and a thousand: more is no review."""


class Review(NamedTuple):
    """`written` is what the content says already as the reviewer wants it."""

    findings: tuple[ReviewFinding, ...]
    notes: tuple[Diagnostic, ...]
    written: tuple[ReviewFinding, ...] = ()


def review(project: Path, files: Iterable[Path], sent: Iterable[Path] = ()) -> Review:
    """Raises ContentError with the problems of every file when one cannot be read.

    `sent` are files as they were sent, for drafts that may be found nowhere else. If it is one, that is the draft of
    the files that do not say of which they are copies: some programs drop what the others do not understand.
    """
    current = open_project(project)
    copies = read_all(files, partial(no_document, current))
    given = read_given(sent, copies)
    copies = name_unknown(copies, given)
    one_of_each = {copy.key: copy for copy in reversed(copies)}
    drafts = {key: find_drafts(current, copy, given.get(key)) for key, copy in one_of_each.items()}
    return join([compare(current, copy, drafts[copy.key]) for copy in copies])


class Reviewing:
    """Files that come one by one to a project, as long as it stays as it is: what all of them need is made once."""

    def __init__(self, project: Path) -> None:
        self.current = open_project(project)
        self.given = given_drafts(project)
        self.drafts: dict[Key, Candidates] = {}

    def review(self, file: Path, name: str) -> Review:
        """`name` is how people know it; of one that cannot be read or is none of ours the notes say why."""
        try:
            copy = read_returned(open_word_file(file, name, LIMITS))
            if foreign := no_document(self.current, copy):
                raise ContentError([foreign])
            (copy,) = name_unknown([copy], self.given.drafts)
            if copy.key not in self.drafts:
                self.drafts[copy.key] = find_drafts(self.current, copy, self.given.drafts.get(copy.key))
            return compare(self.current, copy, self.drafts[copy.key])
        except ContentError as fault:
            return Review((), tuple(fault.diagnostics))


def open_project(project: Path) -> CurrentProject:
    current = CurrentProject(project)
    learn_languages(project, current.languages)
    return current


def compare(current: CurrentProject, copy: Returned, candidates: Candidates) -> Review:
    """Raises ContentError where the copy is too big for a review."""
    draft = candidates.nearest(copy)
    lost = () if draft else (problem("review-draft-lost", Location(copy.name), build=copy.build),)
    # A draft of the same content says where its texts stand now.
    same = draft if copy.build == current.build else None
    now = same or current.document(copy.document, copy.build, final=copy.is_final)
    require_bounds(copy, draft or now)
    findings = Placer(Comparison(copy, draft or now, lost=draft is None), now, current).findings()
    return Review(
        tuple(finding for finding in findings if not finding.is_written),
        (*candidates.notes, *lost),
        tuple(finding for finding in findings if finding.is_written),
    )


def join(reviews: Sequence[Review]) -> Review:
    notes = once(note for compared in reviews for note in compared.notes)
    findings = tuple(finding for compared in reviews for finding in compared.findings)
    return Review(findings, notes, tuple(finding for compared in reviews for finding in compared.written))


def once(notes: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What hinders one file hinders all."""
    told: list[Diagnostic] = []
    for note in notes:
        if note not in told:
            told.append(note)
    return tuple(told)


def no_document(project: CurrentProject, copy: Returned) -> Diagnostic | None:
    ours = copy.document in {document.stem for document in documents_matching(copy.document, project.languages)}
    return None if ours or not copy.is_known else problem("review-not-ours", Location(copy.name))


def require_bounds(copy: Returned, draft: ComparedDraft) -> None:
    limit = MOST * len(draft.blocks) + 1000
    if len(copy.paragraphs) > limit:
        raise ContentError([problem("review-too-big", Location(copy.name), limit=limit)])
