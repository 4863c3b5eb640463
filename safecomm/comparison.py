"""Two drafts, wherever they are kept, compared: what `safecomm diff` does."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from safecomm.build_id import build_id
from safecomm.catalogue import CONTENT, TEMPLATES, templates
from safecomm.changes.compare import Changes, compare, file_changes
from safecomm.changes.facts import ContentSnapshot
from safecomm.content.content import Content, Language
from safecomm.content.kept_records import KeptRecords
from safecomm.content.load import load
from safecomm.content.record_memory import RecordMemory
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.git import HistoryError
from safecomm.history import export
from safecomm.labels import Labels
from safecomm.stray_files import is_stray


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
    def build_id(self) -> str:
        return build_id(self.version.folder)

    @cached_property
    def template_files(self) -> Mapping[str, bytes]:
        return template_files(self.version.folder)


@contextmanager
def open_version(project: Path, name: str | None) -> Iterator[Version]:
    """The working tree where no name is given, the project folder of that name, or else the revision."""
    if name is None or (Path(name) / CONTENT).is_dir():
        yield Version(project if name is None else Path(name))
        return
    with tempfile.TemporaryDirectory(prefix="safecomm-") as folder:
        try:
            export(project, name, Path(folder), CONTENT, TEMPLATES)
        except HistoryError as fault:
            diagnostic = problem(str(fault), Location(name), nearest=None, revision=name, **fault.values)
            raise ContentError([diagnostic]) from None
        if not (Path(folder) / CONTENT).is_dir():
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
    # Most files are the same in both, and as the last run read them.
    memory = memory_of(new)
    before, after = (load_content(version, language, memory) for version in (old, new))
    labels = Labels(new.folder, language)
    return Draft(old, ContentSnapshot(before, labels)), Draft(new, ContentSnapshot(after, labels))


def load_draft(version: Version, language: Language) -> Draft:
    """Raises ContentError."""
    content = load_content(version, language, memory_of(version))
    return Draft(version, ContentSnapshot(content, Labels(version.folder, language)))


def memory_of(version: Version) -> RecordMemory:
    """For the next run nothing is kept of a revision, whose folder will be gone."""
    return RecordMemory() if version.revision else KeptRecords(version.folder)


def load_content(version: Version, language: Language, memory: RecordMemory) -> Content:
    with one_message(version, language):
        return load(version.folder, memory)


def compare_drafts(old: Draft, new: Draft) -> Changes:
    """By record, and the pictures and templates that have changed."""
    changes = compare(old.snapshot, new.snapshot)
    files = [*file_changes("pictures", picture_files(old.content), picture_files(new.content))]
    files += file_changes(TEMPLATES, old.template_files, new.template_files)
    return changes._replace(records=(*changes.records, *files))


def picture_files(content: Content) -> Mapping[str, bytes]:
    return {path: picture.data for path, picture in content.pictures.items()}


def template_files(project: Path) -> Mapping[str, bytes]:
    files = (file for file in templates(project).glob("*") if file.is_file() and not is_stray(file.name))
    # The line ends that a checkout made are no change.
    return {f"templates/{file.name}": file.read_bytes().replace(b"\r\n", b"\n") for file in files}
