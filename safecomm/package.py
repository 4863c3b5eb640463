"""One folder to send: the final application and summary form, what is attached, and a list with sizes and digests."""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from safecomm.build import build, file_contents, publish, read_if_there
from safecomm.catalogue import Document
from safecomm.content.content import Content, Language
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.journal import only_writer
from safecomm.messages.texts import INTERFACE
from safecomm.output import write
from safecomm.stray_files import is_stray

FOLDER = "build/package"
ATTACHMENTS = "attachments"
SENT = ("application", "summary")
"""The kinds of document that a certifier is sent."""
LISTED = re.compile(r"^([0-9a-f]{64})  +([0-9]+)  (.+)$", re.MULTILINE)


class ListedFile(NamedTuple):
    """A line of a list: `size` is in bytes, `name` the path in the folder."""

    sha256: str
    size: str
    name: str


def sent_documents(documents: Sequence[Document]) -> list[Document]:
    return [document for document in documents if document.name in SENT]


@only_writer
def package(
    project: Path, documents: Sequence[Document], language: Language, tell: Callable[[str], None]
) -> dict[str, bytes]:
    """The files of the folder by their names in it; raises ContentError, and nothing has changed."""
    # pikepdf is needed by few runs.
    from safecomm.pdf.attached import read_attached

    run = build(project, documents, True, language)
    if run.refused:
        raise ContentError(run.refused)
    # Where no earlier PDF lies: it might have been made with other fonts.
    run = publish(project, run, project / FOLDER / ATTACHMENTS, final=True, pdf=True, tell=tell)
    if run.faults:
        raise ContentError(run.faults)
    files = {file.name: data for file, data in file_contents(run.built, Path()).items() if file.suffix != ".md"}
    attached = dict.fromkeys(path for built in run.built for path in built.attached)
    for number, path in enumerate(attached, start=1):
        files[f"{ATTACHMENTS}/{number}-{PurePosixPath(path).name}"] = read_attached(project, path).data
    listed = listing(load(project), files, language)
    files[INTERFACE[language]["package-list"]] = listed.encode()
    folder = project / FOLDER
    removed = dict.fromkeys(left_over(folder, files))
    write({folder / name: data for name, data in files.items()} | removed)
    return files


def listing(content: Content, files: Mapping[str, bytes], language: Language) -> str:
    """As `sha256sum` writes it, with the sizes between."""
    says = INTERFACE[language]
    width = max(len(str(len(data))) for data in files.values())
    rows = (f"{digest(data)}  {len(data):>{width}}  {name}" for name, data in sorted(files.items()))
    community = content.records[language].community.name
    return "\n".join((says["package-title"].format(community=community), says["package-columns"], "", *rows)) + "\n"


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def left_over(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """What an earlier run wrote and this one does not; raises ContentError for what it did not write."""
    earlier = set(earlier_files(folder))
    others = [file for file in lying_in(folder) if file.relative_to(folder).as_posix() not in files]
    strange = [file for file in others if file not in earlier]
    if strange:
        raise ContentError(
            problem("package-stray", Location(f"{FOLDER}/{name}"), path=name)
            for name in (file.relative_to(folder).as_posix() for file in strange)
        )
    yield from others


def earlier_files(folder: Path) -> Iterator[Path]:
    """The lists of earlier runs, and what they list as it was written."""
    for file, lines in lists_in(folder):
        if lines:
            yield file
        yield from (folder / line.name for line in lines if digest(read_if_there(folder / line.name)) == line.sha256)


def lists_in(folder: Path) -> Iterator[tuple[Path, list[ListedFile]]]:
    for name in dict.fromkeys(says["package-list"] for says in INTERFACE.values()):
        text = read_if_there(folder / name).decode(errors="replace")
        yield folder / name, [ListedFile(*found) for found in LISTED.findall(text)]


def packaged_files(project: Path) -> list[ListedFile]:
    """What the last run packed, as far as it still lies there; a list may have come from anybody."""
    folder = project / FOLDER
    there = {file.relative_to(folder).as_posix() for file in lying_in(folder) if not file.is_symlink()}
    return [line for _, lines in lists_in(folder) for line in lines if line.name in there]


def lying_in(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if not file.is_dir() and not is_stray(file.name))
