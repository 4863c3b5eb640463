"""Earlier versions of a file or a project, from Git where it is kept there; no other room asks Git anything."""

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

# Who looks further back has forgotten the text for other reasons.
DEEPEST = 200
PATIENCE = 20
"""Seconds that Git may take for one answer."""


class HistoryError(Exception):
    """A code of messages/changes.py."""


def earlier_texts(project: Path, path: str) -> Iterator[str]:
    """What the file held in each commit that changed it, newest first; nothing without Git or its history."""
    for commit in commits(project, path):
        if text := asked(project, "show", f"{commit}:./{path}"):
            yield text


def commits(project: Path, *paths: str) -> list[str]:
    return asked(project, "log", f"--max-count={DEEPEST}", "--format=%H", "--", *paths).split()


def earlier_projects(project: Path, *folders: str) -> Iterator[Path]:
    """The project as each commit that changed the folders left it, newest first, each until the next is asked for.

    The copies lie outside the project: Git's index and the files at work are not touched.
    """
    for commit in commits(project, *folders):
        with TemporaryDirectory(prefix="safecomm-") as folder, suppress(HistoryError):
            export(project, commit, Path(folder))
            yield Path(folder)


def export(project: Path, revision: str, folder: Path) -> None:
    """Writes the project as it was into an empty folder; neither the working tree nor the index is touched.

    Raises HistoryError.
    """
    if not asked(project, "rev-parse", "--git-dir"):
        raise HistoryError("no-git")
    # What begins with a hyphen would be an option, and no revision does.
    commit = (
        "" if revision.startswith("-") else asked(project, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    )
    if not commit:
        raise HistoryError("unknown-revision")
    archive = folder / ".archive.zip"
    # Unlike a tar file, a zip file can neither lead out of the folder nor bring links that do.
    asked(project, "archive", "--format=zip", f"--output={archive}", commit.strip())
    try:
        with ZipFile(archive) as packed:
            packed.extractall(folder)
    except (OSError, BadZipFile):
        raise HistoryError("revision-not-exported") from None
    archive.unlink()


def asked(project: Path, *arguments: str) -> str:
    """Git's answer, empty where it has none."""
    try:
        run = subprocess.run(["git", *arguments], cwd=project, capture_output=True, timeout=PATIENCE, check=True)
    except (OSError, ValueError, subprocess.SubprocessError):
        return ""
    return run.stdout.decode(errors="replace")
