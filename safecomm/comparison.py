"""Two drafts, wherever they are kept, compared: what `safecomm diff` does."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from safecomm.build import rendered, require_buildable, view
from safecomm.build_id import digest
from safecomm.catalogue import TEMPLATES, Document, documents, templates
from safecomm.changes.compare import Changes, compare, file_changes
from safecomm.changes.facts import ContentSnapshot
from safecomm.changes.text import DocumentChanges
from safecomm.changes.twin_line import changed_sections
from safecomm.content.content import Content, Language
from safecomm.content.file import FOLDER
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.documents.edition import Edition
from safecomm.git import HistoryError
from safecomm.history import export
from safecomm.labels import Labels
from safecomm.ooxml.opening import open_word_file
from safecomm.ooxml.package import Package
from safecomm.redline.redline import UnprovenError, redline
from safecomm.stray_files import is_stray
from safecomm.twin.foreign import UNEXPECTED
from safecomm.twin.twin import to_text


class Version(NamedTuple):
    """A draft's content where it lies for as long as it is compared; `revision` is empty for a folder."""

    folder: Path
    revision: str = ""


@dataclass(frozen=True)
class Draft:
    """A version of which the content is loaded."""

    version: Version
    snapshot: ContentSnapshot

    @property
    def content(self) -> Content:
        return self.snapshot.content

    @property
    def templates(self) -> Path:
        return templates(self.version.folder)

    @cached_property
    def template_files(self) -> Mapping[str, bytes]:
        return template_files(self.version.folder)


@contextmanager
def open_version(project: Path, name: str | None) -> Iterator[Version]:
    """The working tree where no name is given, the project folder of that name, or else the revision."""
    if name is None or (Path(name) / FOLDER).is_dir():
        yield Version(project if name is None else Path(name))
        return
    with tempfile.TemporaryDirectory(prefix="safecomm-") as folder:
        try:
            export(project, name, Path(folder), FOLDER, TEMPLATES)
        except HistoryError as fault:
            diagnostic = problem(str(fault), Location(name), nearest=None, revision=name, **fault.values)
            raise ContentError([diagnostic]) from None
        if not (Path(folder) / FOLDER).is_dir():
            raise ContentError([problem("revision-without-content", Location(name), revision=name)])
        yield Version(Path(folder), name)


@contextmanager
def one_message(version: Version, language: Language) -> Iterator[None]:
    """What is wrong in an earlier version nobody can mend there: one message, with the first fault."""
    try:
        yield
    except ContentError as fault:
        if not version.revision:
            raise
        first, place = fault.diagnostics[0], Location(version.revision)
        reason = f"{first.location}: {first.message(language)}"
        raise ContentError([problem("revision-not-loaded", place, revision=version.revision, reason=reason)]) from None


def load_drafts(old: Version, new: Version, language: Language) -> tuple[Draft, Draft]:
    """Raises ContentError."""
    before, after = (load_content(version, language) for version in (old, new))
    labels = Labels(new.folder, language)
    return Draft(old, ContentSnapshot(before, labels)), Draft(new, ContentSnapshot(after, labels))


def load_content(version: Version, language: Language) -> Content:
    with one_message(version, language):
        return load(version.folder)


def compare_drafts(old: Draft, new: Draft) -> Changes:
    """By record, and the pictures and templates that have changed."""
    changes = compare(old.snapshot, new.snapshot)
    files = [*file_changes("pictures", picture_files(old.content), picture_files(new.content))]
    files += file_changes("templates", old.template_files, new.template_files)
    return changes._replace(records=(*changes.records, *files))


def picture_files(content: Content) -> Mapping[str, bytes]:
    return {path: picture.data for path, picture in content.pictures.items()}


def template_files(project: Path) -> Mapping[str, bytes]:
    files = (file for file in templates(project).glob("*") if file.is_file() and not is_stray(file.name))
    # The line ends that a checkout made are no change.
    return {f"templates/{file.name}": file.read_bytes().replace(b"\r\n", b"\n") for file in files}


class DocumentPair(NamedTuple):
    """A document in both drafts, or two Word files given as such; `old` and `new` are one where nothing differs."""

    stem: str
    old: Package
    new: Package

    def changes(self, read: Callable[[Package], str] = to_text) -> DocumentChanges:
        """What changed in its text, as `read` tells it."""
        sections = () if self.old is self.new else changed_sections(read(self.old), read(self.new))
        return DocumentChanges(self.stem, sections)

    def redline(self, author: str, date: datetime | None) -> bytes:
        """The new one with tracked changes; the pair is used up."""
        return self.new.data if self.old is self.new else redline(self.old, self.new, author, date)


def render_pairs(old: Draft, new: Draft) -> Iterator[DocumentPair]:
    """Every document of both drafts, one after another, for they are large; raises ContentError."""
    for draft in (old, new):
        with one_message(draft.version, draft.snapshot.language):
            require_buildable([finding.diagnostic for finding in draft.snapshot.findings], final=False)
    before, after = (digest([draft.version.folder / FOLDER, draft.templates]) for draft in (old, new))
    earlier = documents(old.content.languages)
    for document in (document for document in documents(new.content.languages) if document in earlier):
        package = render_draft(new, document, after)
        same = is_same_document(old, new, document)
        yield DocumentPair(document.stem, package if same else render_draft(old, document, before), package)


def is_same_document(old: Draft, new: Draft, document: Document) -> bool:
    """Whether it is made of the same in both, so that only its build id may differ."""
    before, after = (Edition(draft.content, document.language) for draft in (old, new))
    return (
        old.template_files == new.template_files
        and old.content.pictures == new.content.pictures
        and before.records.community.name == after.records.community.name
        and view(before, document) == view(after, document)
    )


def render_draft(draft: Draft, document: Document, build_id: str) -> Package:
    with one_message(draft.version, draft.snapshot.language):
        package, _ = rendered(draft.content, document, draft.templates, build_id, final=False)
        return package


def open_files(old: Path, new: Path) -> DocumentPair:
    return DocumentPair(new.stem, open_word_file(old), open_word_file(new))


def redline_files(files: DocumentPair, author: str, date: datetime | None) -> bytes:
    """Raises ContentError: in files that are not ours, anything may stand in the way."""
    try:
        return files.redline(author, date)
    except (UnprovenError, *UNEXPECTED):
        raise ContentError([problem("not-redlined", Location(files.new.name))]) from None
