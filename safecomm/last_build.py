"""Whether a build would make again what is there; asked before anything is imported that makes documents.

Files are compared by what they say: one may be changed twice between two ticks of its disk's clock.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from safecomm.bounded_read import NotRegularError, read_bounded
from safecomm.catalogue import CONTENT, Document, templates
from safecomm.diagnostic import ContentError
from safecomm.program import program_id
from safecomm.state import DRAFTS, REVIEWS, UNDO, state_folder
from safecomm.stray_files import is_stray

RECORD = "built.json"
AT_REST = {DRAFTS, REVIEWS, UNDO, RECORD}
"""What the program's folder holds when no command is at work in the project, and none was killed there."""
LARGEST = 50_000_000
UNREADABLE = (ContentError, OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError)


class BuildRequest(NamedTuple):
    """What a build is asked for; it answers in the language of the content, or in `lang`."""

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
        self.request = request
        self.inputs = self.read_inputs()

    def read_inputs(self) -> str:
        """Empty where they cannot be told."""
        with suppress(OSError, ValueError):
            return inputs_id(self.request)
        return ""

    def remarks(self) -> list[str] | None:
        """What it said of the documents; None where a build would make, or say, anything else than what is there."""
        project = self.request.project
        with suppress(*UNREADABLE):
            folder, drafts_folder = state_folder(project), state_folder(project, DRAFTS)
            record = json.loads(read_file(folder / RECORD))
            drafts = [drafts_folder / Path(name).name for name in record["drafts"]]
            as_written = record["files"] == digests(self.request.files()) and record["drafts"] == digests(drafts)
            named = record["named"] == {path: named_file(project, path) for path in record["named"]}
            if is_at_rest(folder) and as_written and named and record["inputs"] == self.inputs != "":
                for draft in drafts:
                    # Of drafts, the latest stay; another's only its owner can make young again.
                    with suppress(PermissionError):
                        os.utime(draft)
                return [line for line in record["remarks"] if line.isprintable()]
        return None

    def note(
        self, made: Mapping[Path, bytes], drafts: Iterable[str], named: Mapping[str, bool], remarks: Sequence[str]
    ) -> None:
        """Notes the build of this request, unless anything was changed since, or the machine refuses.

        `made` is what was written, beside which a PDF may have stayed; `named` are the paths of files beside the
        content that it names, and whether they were there.
        """
        from safecomm.output import write

        project = self.request.project
        with suppress(*UNREADABLE):
            files = digests(self.request.files())
            record = {
                "inputs": self.read_inputs(),
                "named": {path: named_file(project, path) for path in named},
                "files": files,
                "drafts": digests(state_folder(project, DRAFTS) / name for name in drafts),
                "remarks": remarks,
            }
            # Another run may have written the same files, or a person may have saved one.
            as_made = files.items() >= {file.name: digest(data) for file, data in made.items()}.items()
            same = all(bool(named_file(project, path)) == there for path, there in named.items())
            if as_made and same and record["inputs"] == self.inputs != "":
                write({state_folder(project, RECORD): json.dumps(record).encode()})


def is_at_rest(folder: Path) -> bool:
    """What systems and killed runs leave there is no command at work."""
    return {entry.name for entry in os.scandir(folder) if not is_stray(entry.name)} <= AT_REST


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
    """Content and templates as they are."""
    for folder in (request.project / CONTENT, templates(request.project)):
        for entry in walk(str(folder)):
            target = os.path.realpath(entry.path) if entry.is_symlink() else ""
            data = read_bounded(Path(entry.path), LARGEST) if entry.is_file() else b""
            yield f"\n{entry.path}\0{target}\0{len(data)}\n".encode(errors="surrogateescape") + data


def walk(folder: str) -> Iterator[os.DirEntry[str]]:
    """All that is in the folder; a link to another folder is only told."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        yield entry
        if entry.is_dir(follow_symlinks=False):
            yield from walk(entry.path)


def digests(files: Iterable[Path]) -> dict[str, str]:
    """By name; raises OSError for what is no file, or only leads to one."""
    return {file.name: digest(read_file(file)) for file in files}


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def read_file(file: Path) -> bytes:
    if file.is_symlink():
        raise NotRegularError(file)
    return read_bounded(file, LARGEST)


def named_file(project: Path, path: str) -> str:
    """Where it lies when all links are followed; empty where there is none."""
    file = os.path.realpath(project / path)
    return file if Path(file).is_file() else ""
