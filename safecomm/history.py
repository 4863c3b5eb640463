"""Earlier versions, from Git where the project is kept in it; no other room asks Git anything."""

import subprocess
import tarfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

# Who looks further back has forgotten the text for other reasons.
DEEPEST = 200
PATIENCE = 20
"""Seconds that Git may take for one answer."""


def earlier_texts(project: Path, path: str) -> Iterator[str]:
    """What the file held in each commit that changed it, newest first; nothing without Git or its history."""
    for commit in commits(project, path):
        if text := asked(project, "show", f"{commit}:./{path}").decode(errors="replace"):
            yield text


def earlier_projects(project: Path, *folders: str) -> Iterator[Path]:
    """The project as each commit that changed the folders left it, newest first, each until the next is asked for.

    The copies lie outside the project: Git's index and the files at work are not touched.
    """
    for commit in commits(project, *folders):
        with TemporaryDirectory(prefix="safecomm-") as folder:
            if archive := asked(project, "archive", commit):
                unpack(archive, Path(folder))
                yield Path(folder)


def unpack(archive: bytes, folder: Path) -> None:
    """Only plain files, and only below the folder: a history may come from anywhere."""
    with tarfile.open(fileobj=BytesIO(archive)) as members:
        for member in members:
            file = (folder / member.name).resolve()
            data = members.extractfile(member) if member.isfile() else None
            if data and file.is_relative_to(folder.resolve()):
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data.read())


def commits(project: Path, *paths: str) -> list[str]:
    return asked(project, "log", f"--max-count={DEEPEST}", "--format=%H", "--", *paths).decode().split()


def asked(project: Path, *arguments: str) -> bytes:
    """Git's answer, empty where it has none."""
    try:
        run = subprocess.run(["git", *arguments], cwd=project, capture_output=True, timeout=PATIENCE, check=True)
    except (OSError, subprocess.SubprocessError):
        return b""
    return run.stdout
