"""The folder in which the program keeps what is its own for a project: drafts, a lock, a journal while it writes."""

import os
from pathlib import Path

from safecomm.diagnostic import ContentError, Location, problem

STATE = ".safecomm"
DRAFTS, REVIEWS, UNDO = "drafts", "reviews", "undo"
"""What stays in it between two commands, beside what the last build noted."""


def state_folder(project: Path, *names: str) -> Path:
    """A folder below `.safecomm`, whether or not it is there yet.

    Raises ContentError where a part of its path is a link: what is written or removed there would be
    somewhere else. It may have come with a copy of the project, from anybody.
    """
    folder, wanted = project, project.resolve()
    for name in (STATE, *names):
        folder, wanted = folder / name, wanted / name
        # A junction of Windows is no symbolic link, but leads elsewhere all the same.
        if folder.is_symlink() or (os.name == "nt" and folder.resolve() != wanted):
            raise ContentError([problem("state-link", Location(folder.relative_to(project).as_posix()))])
    return folder
