"""Repositories as anybody may have made them."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from safecomm.history import earlier_projects

FOLDERS = ("content", "templates")
TEXT = "content/a.md"


def git(project: Path, *arguments: str, given: bytes = b"") -> str:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    run = subprocess.run(["git", *identity, *arguments], cwd=project, input=given, check=True, capture_output=True)
    return run.stdout.decode().strip()


def repository(project: Path, *texts: str) -> Path:
    """With a commit for each text of content/a.md."""
    (project / "content").mkdir(parents=True)
    git(project, "init", "-q", "-b", "main")
    for text in texts:
        commit(project, text)
    return project


def commit(project: Path, text: str) -> str:
    (project / TEXT).write_text(text, encoding="utf-8")
    git(project, "add", ".")
    git(project, "commit", "-q", "--allow-empty", "-m", text)
    return git(project, "rev-parse", "HEAD")


def commit_tree(project: Path, tree: str) -> None:
    """A commit on the branch that holds no more than the tree."""
    git(project, "update-ref", "HEAD", git(project, "commit-tree", "-m", "Träd", tree))


def raw_tree(project: Path, entries: Mapping[bytes, tuple[bytes, str]]) -> str:
    """A tree with any names and modes, which Git itself would refuse to make; (mode, id) by name."""
    data = b"".join(mode + b" " + name + b"\0" + bytes.fromhex(id_) for name, (mode, id_) in entries.items())
    return git(project, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", given=data)


def blob(project: Path, data: bytes) -> str:
    return git(project, "hash-object", "-w", "--stdin", given=data)


def remove_object(project: Path, name: str) -> None:
    id_ = git(project, "rev-parse", name)
    (project / ".git" / "objects" / id_[:2] / id_[2:]).unlink()


def texts(project: Path) -> list[str]:
    """What content/a.md holds in each earlier version of the project."""
    return [(folder / TEXT).read_text(encoding="utf-8") for folder in earlier_projects(project, *FOLDERS)]


def program(file: Path, *lines: str) -> Path:
    """A script that anybody may start."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(("#!/bin/sh", *lines)) + "\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def first_in_path(folder: Path) -> str:
    return os.pathsep.join((str(folder), os.environ["PATH"]))
