"""The first version of a new project, kept by Git where there is one and nobody else's repository is around it."""

from pathlib import Path
from typing import Literal

from safecomm.git import HistoryError, ask_git, author_options
from safecomm.state import STATE

Kept = Literal["kept", "inside", "failed", "no-git"]
COMMIT = ("-c", "commit.gpgSign=false", "commit", "--quiet", "--no-verify", "--message")


def keep_first_version(project: Path, name: str, message: str) -> Kept:
    """Makes a repository with everything in it; its author is whom Git knows, else the community of that name."""
    try:
        if not ask_git(project, "rev-parse", "--is-inside-work-tree").failed:
            return "inside"
        done = all(not ask_git(project, *step).failed for step in steps(project, name, message))
    except HistoryError:
        return "no-git"
    return "kept" if done else "failed"


def steps(project: Path, name: str, message: str) -> list[list[str]]:
    return [
        ["init", "--quiet", "--template="],
        ["add", "--", ".", f":!{STATE}"],
        [*author_options(project, name), *COMMIT, message],
    ]
