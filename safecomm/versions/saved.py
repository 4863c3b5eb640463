"""The versions of a project that were saved in Git, by whatever means."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import CONTENT, TEMPLATES
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.git import HistoryError, Objects, ask_git, open_objects
from safecomm.history import check_repository, printable

PATHS = (CONTENT, TEMPLATES, ":(glob)build/*.md")
"""What a version holds: the content, the project's own templates, and the documents as text."""
MOST = 200
"""Versions that are listed."""
AUTHOR = re.compile(r"^author (?P<name>.*) <[^>]*> (?P<seconds>\d{1,18}) (?P<zone>[+-]\d{4})$", re.MULTILINE)


class SavedVersion(NamedTuple):
    """`id` is the commit's; `saved` is the time where the author was, None where that cannot be read."""

    id: str
    saved: datetime | None
    why: str
    author: str


@contextmanager
def refusals(place: str = ".git") -> Iterator[None]:
    """Raises ContentError for what Git refuses."""
    try:
        yield
    except HistoryError as fault:
        raise ContentError([problem(str(fault), Location(place), nearest=None, **fault.values)]) from None


def saved_versions(project: Path) -> list[SavedVersion]:
    """Those that the project stands on, newest first; raises HistoryError where Git hands out nothing."""
    check_repository(project)
    # Without a first version it has nothing to begin with.
    ids = ask_git(project, "rev-list", f"--max-count={MOST}", "HEAD", "--", *PATHS).output.decode().split()
    with open_objects(project) as objects:
        return [version for id_ in ids if (version := read_version(objects, id_))]


def read_version(objects: Objects, id_: str) -> SavedVersion | None:
    """None for what Git cannot read."""
    data = objects.read(id_, "commit")
    if data is None:
        return None
    head, _, message = data.decode(errors="replace").partition("\n\n")
    first = message.strip().partition("\n")[0]
    author = AUTHOR.search(head)
    saved = author and time_of(author["seconds"], author["zone"])
    return SavedVersion(id_, saved, printable(first), printable(author["name"]) if author else "")


def time_of(seconds: str, zone: str) -> datetime | None:
    """A commit may say anything."""
    with suppress(ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(int(seconds), datetime.strptime(zone, "%z").tzinfo)
    return None
