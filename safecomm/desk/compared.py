"""What can be compared on the desk: the content as it is now, saved versions of it, and drafts that were kept."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple

from safecomm.build_id import build_id
from safecomm.catalogue import Document
from safecomm.changes.change_lines import DocumentChanges
from safecomm.changes.page import PageSection, record_sections
from safecomm.comparison import Draft, compare_drafts, load_draft, load_drafts, open_version
from safecomm.content.content import Language
from safecomm.desk.dates import day_text, time_text
from safecomm.desk.desk import Desk
from safecomm.diagnostic import ContentError
from safecomm.document_pairs import (
    DocumentPair,
    documents_of_both,
    pair_with_file,
    redline_files,
    render_pair,
    require_both_buildable,
)
from safecomm.drafts import store
from safecomm.drafts.sendings import ListedDraft
from safecomm.messages.texts import texts_of
from safecomm.versions.saved import SavedVersion

NOW = "now"
NEAREST = 6
"""Saved versions, nearest in time to a draft, among which is looked for the one that it was made of."""


class ComparedSide(NamedTuple):
    """`key` stands for it in addresses: a commit, or the build of a draft, which is one `document` and no content."""

    key: str
    name: str
    document: str = ""

    @property
    def revision(self) -> str | None:
        """As `open_version` knows it."""
        return None if self.key == NOW else self.key


class ContentChanges(NamedTuple):
    """By record; and the documents that are made in both, whose texts can be compared as well."""

    sections: list[PageSection]
    documents: Sequence[Document]


def now_side(language: Language) -> ComparedSide:
    return ComparedSide(NOW, texts_of("desk_changes", language)["now"])


def version_side(version: SavedVersion, language: Language) -> ComparedSide:
    says = texts_of("desk_changes", language)
    return ComparedSide(version.id, says["version"].format(time=time_text(version.saved, language), why=version.why))


def draft_side(draft: ListedDraft, name: str, language: Language) -> ComparedSide:
    """`name` is that of its document."""
    says = texts_of("desk_changes", language)
    built = time_text(draft.built, language)
    if not draft.sendings:
        told = says["draft-built"].format(document=name, time=built)
    else:
        date, to = draft.sendings[-1]
        told = says["draft-sent-to" if to else "draft-sent"].format(document=name, date=day_text(date, language), to=to)
    return ComparedSide(draft_key(draft), told, draft.document)


def draft_key(draft: ListedDraft) -> str:
    return f"{draft.build}.{draft.document}"


def version_of(desk: Desk, draft: ListedDraft, versions: Sequence[SavedVersion]) -> SavedVersion | None:
    """The saved version of which the draft was made, where it was of one."""

    def find() -> SavedVersion | None:
        timed = [(abs(version.saved - draft.built), version) for version in versions if version.saved]
        nearest = sorted(timed, key=lambda timed: timed[0])[:NEAREST]
        return next((version for _, version in nearest if build_of(desk, version) == draft.build), None)

    return desk.state().remembered(("version of", draft.build), find)


def build_of(desk: Desk, version: SavedVersion) -> str:
    """What drafts of the version are known by; empty where it has no content."""
    with suppress(ContentError), open_version(desk.project, version.id) as exported:
        return build_id(exported.folder)
    return ""


def content_changes(desk: Desk, old: ComparedSide, new: ComparedSide) -> ContentChanges:
    """Worked out once for each state of the files; raises ContentError."""

    def compare() -> ContentChanges:
        with open_drafts(desk, old, new) as drafts:
            return ContentChanges(record_sections(compare_drafts(*drafts)), documents_of_both(*drafts))

    return desk.state().remembered(("changes", old.key, new.key), compare)


def text_changes(desk: Desk, old: ComparedSide, new: ComparedSide, document: Document) -> DocumentChanges:
    """Worked out once for each state of the files; raises ContentError."""

    def compare() -> DocumentChanges:
        with open_pair(desk, old, new, document) as pair:
            return pair.changes()

    return desk.state().remembered(("texts", old.key, new.key, document.stem), compare)


def make_redline(desk: Desk, old: ComparedSide, new: ComparedSide, document: Document, author: str) -> bytes:
    """The document with its changes tracked; raises ContentError."""
    with open_pair(desk, old, new, document) as pair:
        if pair.old is pair.new:
            return pair.new.data
        return redline_files(pair, author, None, desk.language).data


@contextmanager
def open_drafts(desk: Desk, old: ComparedSide, new: ComparedSide) -> Iterator[tuple[Draft, Draft]]:
    with open_version(desk.project, old.revision) as before, open_version(desk.project, new.revision) as after:
        yield load_drafts(before, after, desk.language)


@contextmanager
def open_pair(desk: Desk, old: ComparedSide, new: ComparedSide, document: Document) -> Iterator[DocumentPair]:
    if not old.document:
        with open_drafts(desk, old, new) as drafts:
            require_both_buildable(*drafts)
            yield render_pair(*drafts, document)
        return
    build, _, stem = old.key.partition(".")
    kept = store.find(desk.project, build, stem)
    if not kept.drafts:
        raise ContentError(kept.problems)
    with open_version(desk.project, new.revision) as after:
        draft = load_draft(after, desk.language)
        require_both_buildable(draft)
        yield pair_with_file(kept.drafts[0].docx, draft, document)
