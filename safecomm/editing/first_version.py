"""The first version of a new project, kept by Git where there is one and nobody else's repository is around it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import Literal

from safecomm.git import HistoryError, ask_git, author_options
from safecomm.state import STATE, state_folder

Kept = Literal["kept", "inside", "failed", "no-git"]
COMMIT = ("-c", "commit.gpgSign=false", "commit", "--quiet", "--no-verify", "--message")


def keep_first_version(project: Path, name: str, message: str) -> Kept:
    """Makes a repository with everything in it; its author is whom Git knows, else the community of that name.

    It is made aside and comes to its place as a whole: a run that is killed leaves none, not half of one.
    """
    aside = state_folder(project, "first-version")
    try:
        if not ask_git(project, "rev-parse", "--is-inside-work-tree").failed:
            return "inside"
        # What a run that was killed has left.
        rmtree(aside, ignore_errors=True)
        if any(ask_git(project, *step).failed for step in steps(project, aside, name, message)):
            return "failed"
        aside.rename(project / ".git")
    except HistoryError:
        return "no-git"
    except OSError:
        return "failed"
    finally:
        rmtree(aside, ignore_errors=True)
        with suppress(OSError):
            aside.parent.rmdir()
    return "kept"


def steps(project: Path, aside: Path, name: str, message: str) -> Iterator[list[str]]:
    there = [f"--git-dir={aside}", f"--work-tree={project}"]
    # Bare as long as its folder has another name than `.git`: the files would be looked for in it.
    yield ["init", "--quiet", "--bare", "--template=", str(aside)]
    yield [*there, "config", "core.bare", "false"]
    # Git refuses to leave out by name what `.gitignore` leaves out, too.
    (aside / "info").mkdir()
    (aside / "info" / "exclude").write_text(f"/{STATE}/\n", encoding="utf-8")
    yield [*there, "add", "--", "."]
    yield [*there, *author_options(project, name), *COMMIT, message]
