"""What a draft is known by: a digest of the content and the templates that it was made of."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from io import FileIO
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import CONTENT, templates
from safecomm.stray_files import is_stray


class FilesState(NamedTuple):
    """Eight hexadecimal digits that tell one state from another, and what tells each file from others, by its path."""

    id: str
    digests: Mapping[str, bytes]


def build_id(project: Path) -> str:
    return project_state(project).id


def project_state(project: Path) -> FilesState:
    """Raises OSError while a file goes away."""
    return state_of([project / CONTENT, templates(project)])


def state_of(folders: Iterable[Path]) -> FilesState:
    sha, digests = hashlib.sha256(), {}
    for folder in folders:
        for parts, file in sorted(digested_files(folder)):
            with FileIO(file) as stream:
                written = stream.readall()
            digests["/".join((folder.name, *parts))] = hashlib.sha256(written).digest()
            # The line ends that a checkout made are no content.
            data = written.replace(b"\r\n", b"\n")
            sha.update(f"{'/'.join(parts)} {len(data)}\n".encode(errors="surrogateescape"))
            sha.update(data)
    return FilesState(sha.hexdigest()[:8], digests)


def digested_files(folder: Path | str, *above: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The names that lead to each file and its path; hidden files and what programs leave behind are no content.

    All in strings, for a review asks about every version that Git has.
    """
    for entry in list(os.scandir(folder)) if Path(folder).is_dir() else ():
        if is_stray(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from digested_files(entry.path, *above, entry.name)
        elif entry.is_file():
            yield (*above, entry.name), entry.path
