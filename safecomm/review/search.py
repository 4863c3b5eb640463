"""Where the draft of a returned copy is looked for: given as a file, kept by the build, and in the history of Git."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import CONTENT, TEMPLATES
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.drafts import store
from safecomm.drafts.kept import store_location
from safecomm.git import HistoryError
from safecomm.history import earlier_projects
from safecomm.review.draft import UNPLACED, ComparedDraft, CurrentProject, compared_draft, unpack
from safecomm.review.pairing import match_by_marks
from safecomm.review.returned import Key, Returned, read_all
from safecomm.word.source_map import SourceLocation

UNREAD = {
    "git-missing": "review-git-missing",
    "git-not-owned": "review-git-not-owned",
    "git-fails": "review-git-fails",
    "git-slow": "review-git-slow",
    "git-stopped": "review-git-slow",
}
"""Why the draft may be in Git though it was not found there; a project without Git has nothing to read."""


class Candidates(NamedTuple):
    """The drafts that may be the one of a build and document, `notes` on those that cannot be read."""

    drafts: tuple[ComparedDraft, ...]
    notes: tuple[Diagnostic, ...] = ()

    def nearest(self, copy: Returned) -> ComparedDraft | None:
        """The one with the most of its texts: of the same content, a later program may have made another document."""
        texts = {paragraph.before() for paragraph in copy.paragraphs}
        return max(self.drafts, key=lambda draft: sum(block.text in texts for block in draft.blocks), default=None)


def find_drafts(project: CurrentProject, copy: Returned, given: Returned | None) -> Candidates:
    """The drafts that the copy may be of; `given` is the file that was sent.

    Raises ContentError where it is another project's.
    """
    candidates = known_drafts(project, copy)
    if given is None:
        # Who gives the file that was sent knows whose it is.
        if not candidates.drafts and is_foreign(copy, project):
            raise ContentError([problem("review-foreign", Location(copy.name), build=copy.build)])
        return candidates
    if known := candidates.nearest(given):
        marks, facts = known.marks, known.facts
    else:
        now = project.document(copy.document)
        marks, facts = locate(given, now), now.facts
    return candidates._replace(drafts=(compared_draft(given.read, marks, facts),))


def known_drafts(project: CurrentProject, copy: Returned) -> Candidates:
    """What `build` keeps are drafts, never final documents."""
    kept, notes = kept_drafts(project.folder, copy.key)
    if copy.build == project.build and (copy.is_final or not kept):
        return Candidates((project.document(copy.document, final=copy.is_final),), notes)
    if kept:
        return Candidates(kept, notes)
    try:
        earlier = draft_in_git(project.folder, copy)
    except HistoryError as fault:
        return Candidates((), (*notes, *note_unread(fault)))
    return Candidates((earlier,) if earlier else (), notes)


def kept_drafts(project: Path, wanted: Key) -> tuple[tuple[ComparedDraft, ...], tuple[Diagnostic, ...]]:
    stored, problems = store.find(project, *wanted)
    drafts, notes = [], [*problems]
    for kept in stored:
        try:
            drafts.append(unpack(kept))
        except ContentError:
            notes.append(problem("draft-damaged", store_location(Path(kept.file_name))))
    return tuple(drafts), tuple(notes)


def draft_in_git(project: Path, copy: Returned) -> ComparedDraft | None:
    """Raises HistoryError where not all versions could be read, and none of the others is the one."""
    for folder in earlier_projects(project, CONTENT, TEMPLATES):
        earlier = CurrentProject(folder)
        if earlier.build == copy.build:
            try:
                return earlier.document(copy.document, final=copy.is_final)
            except ContentError:
                # What this program no longer reads as content is no help.
                return None
    return None


def note_unread(fault: HistoryError) -> Iterator[Diagnostic]:
    if code := UNREAD.get(str(fault)):
        yield problem(code, Location(".git"), nearest=None, **fault.values)


def read_given(files: Iterable[Path], copies: Sequence[Returned]) -> Mapping[Key, Returned]:
    """The files that were sent, by what they are drafts of; raises ContentError for those that are not wanted."""
    wanted, any_wanted = {copy.key for copy in copies}, not all(copy.is_known for copy in copies)

    def refuse(given: Returned) -> Diagnostic | None:
        if given.is_known and given.key not in wanted and not any_wanted:
            place, values = Location(given.name), {"build": given.build, "document": given.document}
            return problem("review-other-draft", place, **values)
        return fault_of_given(given)

    return {given.key: given for given in read_all(files, refuse)}


def fault_of_given(given: Returned) -> Diagnostic | None:
    """Why it is no draft as it was sent."""
    if not given.is_known:
        return problem("review-not-ours", Location(given.name))
    changed = any(paragraph.changes() for paragraph in given.paragraphs)
    return problem("review-draft-changed", Location(given.name)) if changed else None


def name_unknown(copies: Iterable[Returned], given: Collection[Key]) -> list[Returned]:
    """With the draft of which those are copies that do not say so, as some programs make them: the only one given.

    Raises ContentError where that does not tell.
    """
    ((build, document),) = given if len(given) == 1 else [("", "")]
    found = [copy if copy.is_known else copy._replace(build=build, document=document) for copy in copies]
    if unknown := [problem("review-not-ours", Location(copy.name)) for copy in found if not copy.is_known]:
        raise ContentError(unknown)
    return found


def locate(given: Returned, now: ComparedDraft) -> dict[str, SourceLocation]:
    """Where the texts of a file stand in the content as it is.

    Those that it still has keep their names. What has changed is the text in the same place among its neighbours, below
    the same record, that is like it.
    """
    before = [[paragraph] for paragraph in given.paragraphs if paragraph.names]
    after = [block for block in now.blocks if block.mark]
    marks = {paragraph.names[0]: now.marks.get(paragraph.names[0], UNPLACED) for (paragraph,) in before}
    for block, group, _ in match_by_marks(after, before):
        if block and group and block.record == group[0].record and marks[group[0].names[0]] is UNPLACED:
            marks[group[0].names[0]] = now.marks[block.key]
    return marks


def is_foreign(copy: Returned, project: CurrentProject) -> bool:
    """Whether it is another project's: it names another community, and has no text of this one.

    What nobody has filled in yet stands in every new project.
    """
    from safecomm.content.placeholder import placeholder_in

    communities = {records.community.name for records in project.content.records.values()}
    if copy.creator in communities:
        return False
    names = {name for paragraph in copy.paragraphs for name in paragraph.names}
    blocks = project.document(copy.document).blocks
    return not any(block.key in names and not placeholder_in(block.text) for block in blocks if block.mark)
