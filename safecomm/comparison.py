"""Two drafts, wherever they are kept, compared: what `safecomm diff` does."""

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import accumulate, groupby
from pathlib import Path
from typing import NamedTuple

from safecomm.build import Built, build
from safecomm.catalogue import DOCUMENTS, TEMPLATES, templates
from safecomm.changes import pieces
from safecomm.changes.compare import Changes, RecordChange, compare
from safecomm.changes.facts import ContentSnapshot
from safecomm.changes.text import DocumentChanges
from safecomm.content.content import Content, Language
from safecomm.content.file import FOLDER
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.git import HistoryError
from safecomm.history import export
from safecomm.labels import Labels
from safecomm.ooxml.opening import open_word_file
from safecomm.redline.redline import UnprovenError, redline
from safecomm.stray_files import is_stray
from safecomm.twin.foreign import UNEXPECTED, foreign_text

HEADING = re.compile(r"#{1,6} ")


class Version(NamedTuple):
    """A draft's content where it lies for as long as it is compared; `revision` is empty for a folder."""

    folder: Path
    revision: str = ""


@contextmanager
def opened(project: Path, name: str | None) -> Iterator[Version]:
    """The working tree where no name is given, the project folder of that name, or else the revision."""
    if name is None or (Path(name) / FOLDER).is_dir():
        yield Version(project if name is None else Path(name))
        return
    with tempfile.TemporaryDirectory(prefix="safecomm-") as folder:
        try:
            export(project, name, Path(folder), FOLDER, TEMPLATES)
        except HistoryError as fault:
            found = problem(str(fault), Location(name), nearest=None, revision=name, **fault.values)
            raise ContentError([found]) from None
        if not (Path(folder) / FOLDER).is_dir():
            raise ContentError([problem("revision-without-content", Location(name), revision=name)])
        yield Version(Path(folder), name)


@contextmanager
def told(version: Version, language: Language) -> Iterator[None]:
    """What is wrong in an earlier version nobody can mend there: one message, with the first fault."""
    try:
        yield
    except ContentError as fault:
        if not version.revision:
            raise
        first, place = fault.diagnostics[0], Location(version.revision)
        reason = f"{first.location}: {first.message(language)}"
        raise ContentError([problem("revision-not-loaded", place, revision=version.revision, reason=reason)]) from None


def compared(old: Version, new: Version, language: Language) -> Changes:
    """By record, and the pictures and templates that have changed; raises ContentError."""
    before, after = (loaded(each, language) for each in (old, new))
    labels = Labels(new.folder, language)
    changes = compare(ContentSnapshot(before, labels), ContentSnapshot(after, labels))
    files = [*changed("pictures", pictures(before), pictures(after))]
    files += changed("templates", *(template_files(each.folder) for each in (old, new)))
    return changes._replace(records=(*changes.records, *files))


def loaded(version: Version, language: Language) -> Content:
    with told(version, language):
        return load(version.folder)


def pictures(content: Content) -> Mapping[str, bytes]:
    return {path: picture.data for path, picture in content.pictures.items()}


def template_files(project: Path) -> Mapping[str, bytes]:
    files = (file for file in templates(project).glob("*") if file.is_file() and not is_stray(file.name))
    # The line ends that a checkout made are no change.
    return {f"templates/{file.name}": file.read_bytes().replace(b"\r\n", b"\n") for file in files}


def changed(kind: str, old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[RecordChange]:
    for path in sorted(old.keys() | new.keys()):
        if path not in old:
            yield RecordChange("added", kind, path, path, "")
        elif path not in new:
            yield RecordChange("removed", kind, path, path, "")
        elif old[path] != new[path]:
            yield RecordChange("changed", kind, path, path, "")


class DocumentPair(NamedTuple):
    """A document in both drafts."""

    stem: str
    old: Built
    new: Built


def pairs(old: Version, new: Version, language: Language) -> list[DocumentPair]:
    """Every document built of both drafts; raises ContentError."""
    before, after = (built(each, language) for each in (old, new))
    return [DocumentPair(each.document.stem, one, each) for one, each in zip(before, after, strict=True)]


def built(version: Version, language: Language) -> Sequence[Built]:
    with told(version, language):
        return build(version.folder, DOCUMENTS, False, language).built


def redlined(found: Sequence[DocumentPair], output: Path, author: str, date: datetime | None) -> dict[Path, bytes]:
    """The files with tracked changes."""
    return {output / f"{each.stem}.changes.docx": redline(each.old.docx, each.new.docx, author, date) for each in found}


def documents(found: Sequence[DocumentPair]) -> list[DocumentChanges]:
    """What changed in the text of each document."""
    return [DocumentChanges(each.stem, changed_lines(each.old.twin, each.new.twin)) for each in found]


def changed_lines(old: str, new: str) -> tuple[tuple[str, tuple[pieces.Row, ...]], ...]:
    """By the heading that stands above in the new text."""
    before, after = ([line for line in text.splitlines() if line.strip()] for text in (old, new))
    headings = list(accumulate(after, lambda above, line: line if HEADING.match(line) else above, initial=""))
    found = groupby(pieces.placed(before, after), key=lambda each: headings[each[0]])
    return tuple((heading.lstrip("# "), tuple(row for _, row in rows)) for heading, rows in found)


class GivenFiles(NamedTuple):
    """Two Word files given as such."""

    old: Path
    new: Path

    def document(self) -> DocumentChanges:
        return DocumentChanges(self.new.stem, changed_lines(foreign_text(self.old), foreign_text(self.new)))

    def redlined(self, output: Path, author: str, date: datetime | None) -> dict[Path, bytes]:
        try:
            changes = redline(open_word_file(self.old).data, open_word_file(self.new).data, author, date)
        except (UnprovenError, *UNEXPECTED):
            # Of files that are not ours, anything may stand in the way.
            raise ContentError([problem("not-redlined", Location(self.new.as_posix()))]) from None
        return {output / f"{self.new.stem}.changes.docx": changes}
