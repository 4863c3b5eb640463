"""Drafts as they were sent, which somebody gives where they are found nowhere else: they lie beside the copies."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.lock import lock
from safecomm.ooxml.opening import open_word_file
from safecomm.output import write
from safecomm.review.returned import LIMITS, Key, Returned, read_all, read_returned
from safecomm.review.search import fault_of_given
from safecomm.state import REVIEWS, STATE, state_folder

ENDING = ".sent.docx"


class GivenDrafts(NamedTuple):
    """By what they are drafts of; `problems` tell of those that count as not there."""

    drafts: Mapping[Key, Returned]
    problems: tuple[Diagnostic, ...]


def give_draft(project: Path, file: Path) -> None:
    """Keeps it; raises ContentError where it is damaged, hostile, or no draft as it was sent."""
    read_all([file], fault_of_given)
    data = file.read_bytes()
    kept = state_folder(project, REVIEWS, f"{hashlib.sha256(data).hexdigest()}{ENDING}")
    with lock(project):
        write({kept: data})


def given_files(project: Path) -> tuple[Path, ...]:
    return tuple(sorted(state_folder(project, REVIEWS).glob(f"*{ENDING}")))


def given_drafts(project: Path) -> GivenDrafts:
    drafts: dict[Key, Returned] = {}
    problems: list[Diagnostic] = []
    for file in given_files(project):
        try:
            given = read_returned(open_word_file(file, f"{STATE}/{REVIEWS}/{file.name}", LIMITS))
            drafts[given.key] = given
        except ContentError as fault:
            problems += fault.diagnostics
    return GivenDrafts(drafts, tuple(problems))


def take_back(project: Path, name: str) -> None:
    """Removes the one of that name, if it lies there."""
    with lock(project):
        write({file: None for file in given_files(project) if file.name == name})
