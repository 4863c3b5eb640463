"""The files that came back, below `.safecomm/reviews` with what was decided on each until they are put away.

All of it may have come with a copy of the project, from anybody.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePath, PureWindowsPath
from typing import NamedTuple

from safecomm.bounded_read import read_bounded
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.lock import lock
from safecomm.output import write
from safecomm.review.decisions import ReviewChoice, ReviewDecision
from safecomm.state import REVIEWS, STATE, state_folder

MOST = 50
"""Files that lie there at once."""
LARGEST = 5_000_000
"""Bytes of a record, in which all decisions on one file stand."""
LONGEST_NAME = 120
DIGEST = re.compile("[0-9a-f]{64}")

Decisions = Mapping[str, ReviewDecision]
"""By the key of the finding that each is on."""


class KeptFile(NamedTuple):
    """`name` is what it was called when it came, and what no other is called."""

    digest: str
    name: str
    decisions: Decisions


class KeptFiles(NamedTuple):
    """`problems` tell of those that count as not there."""

    files: tuple[KeptFile, ...]
    problems: tuple[Diagnostic, ...]


def kept_files(project: Path) -> KeptFiles:
    """By their names."""
    files, problems = [], []
    for digest in sorted(digests(project)):
        try:
            files.append(read_record(project, digest))
        except ContentError as fault:
            problems += fault.diagnostics
    return KeptFiles(tuple(sorted(files, key=lambda file: (file.name, file.digest))), tuple(problems))


def kept_state(project: Path) -> str:
    """What tells these files and decisions from those of another moment."""
    found = []
    for file in state_folder(project, REVIEWS).glob("*"):
        # Another may remove it meanwhile.
        with suppress(OSError):
            stat = file.stat()
            found.append((file.name, stat.st_mtime_ns, stat.st_size))
    return hashlib.sha256(repr(sorted(found)).encode()).hexdigest()


def digests(project: Path) -> set[str]:
    folder = state_folder(project, REVIEWS)
    names = {file.stem for file in folder.glob("*.json")}
    return {name for name in names if DIGEST.fullmatch(name)}


def read_record(project: Path, digest: str) -> KeptFile:
    """Raises ContentError unless it is as this program writes it: another would lose what it says."""
    record = record_file(project, digest)
    try:
        said = json.loads(read_bounded(record, LARGEST))
        decisions = {str(key): decision_of(*values) for key, values in said["decisions"].items()}
        return KeptFile(digest, shown_name(said["name"]), decisions)
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise ContentError([problem("review-record-damaged", Location(f"{STATE}/{REVIEWS}/{record.name}"))]) from None


def decision_of(choice: str, *texts: object) -> ReviewDecision:
    wording, answer = texts
    if not (isinstance(wording, str) and isinstance(answer, str)):
        raise TypeError(texts)
    return ReviewDecision(ReviewChoice(choice), wording, answer)


def word_file(project: Path, digest: str) -> Path:
    """The file as it came."""
    return state_folder(project, REVIEWS, f"{digest}.docx")


def take_in(project: Path, name: str, data: bytes) -> KeptFile:
    """Keeps the file, with its decisions where it lies there already; raises ContentError."""
    digest = hashlib.sha256(data).hexdigest()
    with lock(project):
        there = digests(project)
        if digest not in there and len(there) >= MOST:
            raise ContentError([problem("review-too-many", Location(shown_name(name)), limit=MOST)])
        others = [file.name for file in kept_files(project).files]
        new = KeptFile(digest, name_apart(shown_name(name), others), {})
        kept = read_record(project, digest) if digest in there else new
        write({word_file(project, digest): data, **record_of(project, kept)})
    return kept


def shown_name(name: str) -> str:
    """The name of a file without its folders, as it may be shown, wherever it comes from."""
    last = PureWindowsPath(name).name
    return "".join(character for character in last if character.isprintable())[-LONGEST_NAME:] or "?.docx"


def name_apart(name: str, others: Iterable[str]) -> str:
    """Two reviewers may give their files the same name."""
    path = PurePath(name)
    names = (name, *(f"{path.stem} ({number}){path.suffix}" for number in range(2, MOST + 2)))
    return next(free for free in names if free not in others)


def keep_decisions(project: Path, made: Mapping[str, Mapping[str, ReviewDecision | None]]) -> None:
    """Those on each file, by its digest, beside those that another has made meanwhile; None takes one back.

    Raises ContentError, and then none is kept.
    """
    with lock(project):
        files = [change_decisions(read_record(project, digest), changes) for digest, changes in made.items()]
        write({path: data for file in files for path, data in record_of(project, file).items()})


def change_decisions(file: KeptFile, changes: Mapping[str, ReviewDecision | None]) -> KeptFile:
    decided = {**file.decisions, **changes}
    return file._replace(decisions={key: decision for key, decision in decided.items() if decision is not None})


def put_away(project: Path, digest: str) -> None:
    """Removes the file and all decisions on it; raises ContentError."""
    with lock(project):
        write({word_file(project, digest): None, record_file(project, digest): None})


def record_file(project: Path, digest: str) -> Path:
    return state_folder(project, REVIEWS, f"{digest}.json")


def record_of(project: Path, file: KeptFile) -> dict[Path, bytes]:
    said = {"name": file.name, "decisions": file.decisions}
    return {record_file(project, file.digest): f"{json.dumps(said, ensure_ascii=False, indent=2)}\n".encode()}
