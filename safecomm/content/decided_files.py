"""The files of each decision: where they lie, and whether they are still those that were decided."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from safecomm.catalogue import DOCUMENT_KINDS
from safecomm.content.content import RecordPlaces
from safecomm.content.field_types import Record
from safecomm.content.file import FOLDER, read_bytes, within
from safecomm.content.folder import DECIDED, entries, is_folder, unexpected_file
from safecomm.content.records import Decision
from safecomm.content.validate import quote_value
from safecomm.diagnostic import ContentError, Diagnostic, Location, nearest_name, problem

DECISIONS = "decisions"
DECISIONS_FILE = f"{FOLDER}/{DECISIONS}.yaml"
LARGEST = 100_000_000
"""Bytes of one file."""


def decided_path(id_: str, name: str) -> str:
    return f"{FOLDER}/{DECIDED}/{id_}/{name}"


def digest(name: str, data: bytes) -> str:
    """Of a Markdown twin as it was written: Git may give it other line ends."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n") if name.endswith(".md") else data).hexdigest()


def check_decided(project: Path, records: Mapping[str, Record], places: RecordPlaces) -> Iterator[Diagnostic]:
    """Files that are missing or were changed, and those that belong to no decision."""
    known = set()
    for id_, decision in records.items():
        if isinstance(decision, Decision):
            yield from unknown_document(id_, decision, places)
            for number, file in enumerate(decision.files):
                path = decided_path(id_, file.name)
                known.add(path)
                place = places.find("decisions", id_, "files", number, "name")
                if (found := digest_of(project, path)) is None:
                    yield problem("decided-missing", place, path=path)
                elif found != file.sha256:
                    yield problem("decided-changed", place, path=path)
    for path in lying_there(project):
        if path not in known:
            yield unexpected_file(path.rpartition("/")[2], path.rpartition("/")[0], set(), [])


def unknown_document(id_: str, decision: Decision, places: RecordPlaces) -> Iterator[Diagnostic]:
    kinds = [kind.name for kind in DOCUMENT_KINDS]
    if decision.document not in kinds:
        place, nearest = places.find("decisions", id_, "document"), nearest_name(decision.document, kinds)
        values = {"key": "document", "value": quote_value(decision.document), "allowed": ", ".join(kinds)}
        yield problem("unknown-value", place, nearest=nearest, **values, last="document")


def digest_of(project: Path, path: str) -> str | None:
    """None where no such file lies in the content."""
    file = within(project / FOLDER, project / path)
    try:
        return None if file is None else digest(path, read_bytes(file, Location(path), LARGEST))
    except ContentError:
        return None


def lying_there(project: Path) -> Iterator[str]:
    """What is in the folder of decided files, by its path in the project."""
    folder = project / FOLDER / DECIDED
    for above in entries(folder) if is_folder(folder) else ():
        for file in entries(above) if is_folder(above) else (above,):
            yield Path(file).relative_to(project).as_posix()
