"""Whether a build would make again what is there; asked before anything is imported that makes documents.

Files are compared by what they say: one may be changed twice between two ticks of its disk's clock.
"""

import json
import os
import stat
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import Document, templates
from safecomm.program import program_id
from safecomm.state import STATE, state_folder
from safecomm.stray_files import is_stray

CONTENT, DRAFTS, RECORD = "content", "drafts", "built.json"
AT_REST = {DRAFTS, "undo", RECORD}
"""What the program's folder holds when no command is at work in the project, and none was killed there."""
LARGEST, MOST_FILES = 50_000_000, 20_000
"""Where there is more, to look at it all takes longer than to build."""
UNREADABLE = (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError)

Digests = Mapping[str, str]


class BuildRequest(NamedTuple):
    """What a build is asked for."""

    project: Path
    output: Path
    documents: Sequence[Document]
    final: bool
    pdf: bool
    lang: str | None

    def options(self) -> tuple[str, ...]:
        """All that decides about the documents beside what is read, or about what is said of them."""
        stems = (document.stem for document in self.documents)
        return str(Path.cwd()), str(self.output), str(self.final), str(self.pdf), str(self.lang), *stems

    def files(self) -> list[Path]:
        """What the build writes."""
        endings = ("docx", "md", "pdf") if self.pdf else ("docx", "md")
        return [self.output / f"{document.stem}.{ending}" for document in self.documents for ending in endings]


class LastBuild:
    """What the last build of a project read and wrote, for the request that is to be answered now."""

    def __init__(self, request: BuildRequest) -> None:
        self.request, self.folder = request, request.project / STATE
        self.inputs = self.read_inputs()

    def read_inputs(self) -> str:
        """Empty where they cannot be told."""
        with suppress(OSError, ValueError):
            return inputs_id(self.request)
        return ""

    def remarks(self) -> list[str] | None:
        """What it said of the documents; None where a build would make anything else than what is there."""
        with suppress(*UNREADABLE):
            record = json.loads(read(self.folder / RECORD))
            drafts = [self.folder / DRAFTS / Path(name).name for name in record["drafts"]]
            as_written = record["files"] == digests(self.request.files()) and record["drafts"] == digests(drafts)
            if self.is_at_rest() and as_written and record["inputs"] == self.inputs != "":
                for draft in drafts:
                    # Of drafts, the latest stay.
                    os.utime(draft)
                return [line for line in record["remarks"] if line.isprintable()]
        return None

    def is_at_rest(self) -> bool:
        names = {entry.name for entry in os.scandir(self.folder)}
        return names <= AT_REST and not (self.folder / DRAFTS).is_symlink()

    def note(self, drafts: Iterable[str], remarks: Sequence[str]) -> None:
        """Notes the build of this request, unless something was changed since, or the machine refuses."""
        from safecomm.diagnostic import ContentError
        from safecomm.output import write

        if self.inputs and self.inputs == self.read_inputs():
            with suppress(ContentError, *UNREADABLE):
                folder = state_folder(self.request.project, DRAFTS)
                files, kept = digests(self.request.files()), digests(folder / name for name in drafts)
                record = {"inputs": self.inputs, "files": files, "drafts": kept, "remarks": remarks}
                write({state_folder(self.request.project, RECORD): json.dumps(record).encode()})


def inputs_id(request: BuildRequest) -> str:
    """A digest of all that a build reads; raises OSError where it cannot be told."""
    office = office_of_machine() if request.final or request.pdf else ""
    sha = sha256("\0".join((program_id(), office, *request.options())).encode(errors="surrogateescape"))
    for line in input_lines(request):
        sha.update(line)
    return sha.hexdigest()


def office_of_machine() -> str:
    # Few builds have to do with paper.
    from safecomm.pdf.office import office_id

    return office_id()


def input_lines(request: BuildRequest) -> Iterator[bytes]:
    """Content and templates as they are; of whatever else lies in the project, which content may name, the names."""
    sources = {str(folder.absolute()) for folder in (request.project / CONTENT, templates(request.project))}
    for source in sorted(sources):
        for entry in walk(source):
            file = Path(entry.path).resolve() if entry.is_symlink() else Path(entry.path)
            data = b"" if entry.is_dir() else read(file)
            yield f"\n{entry.path}\0{file}\0{len(data)}\n".encode(errors="surrogateescape") + data
    written = {str(file.absolute()) for file in request.files()}
    for entry in walk(str(request.project.absolute()), sources):
        if not entry.is_dir() and not is_stray(entry.name) and entry.path not in written:
            yield f"\n{entry.path}".encode(errors="surrogateescape")


def walk(folder: str, passed_over: Container[str] | None = None) -> Iterator[os.DirEntry[str]]:
    """All in the folder, or all but those folders and what nobody meant as work; raises OSError for too many."""
    pending, count = [folder], 0
    while pending:
        for entry in sorted(os.scandir(pending.pop()), key=lambda entry: entry.name):
            count += 1
            if count > MOST_FILES:
                raise OSError(folder)
            yield entry
            of_interest = passed_over is None or not (entry.path in passed_over or is_stray(entry.name))
            if of_interest and entry.is_dir(follow_symlinks=False):
                pending.append(entry.path)


def digests(files: Iterable[Path]) -> Digests:
    """By name."""
    return {file.name: sha256(read(file)).hexdigest() for file in files}


def read(file: Path) -> bytes:
    """Raises OSError for what is no file, or too large."""
    status = file.lstat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
        raise OSError(file)
    return file.read_bytes()
