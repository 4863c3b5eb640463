"""The first version of a new project, kept by Git where there is one and nobody else's repository is around it."""

from collections.abc import Iterator
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


def steps(project: Path, name: str, message: str) -> Iterator[list[str]]:
    yield ["init", "--quiet", "--template="]
    # Git will not be told to leave out what it is told to ignore.
    is_ignored = not ask_git(project, "check-ignore", "--quiet", STATE).failed
    yield ["add", "--", ".", *([] if is_ignored else [f":!{STATE}"])]
    yield [*author_options(project, name), *COMMIT, message]
