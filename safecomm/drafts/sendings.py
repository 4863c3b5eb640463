"""Which drafts were sent, when and to whom: they are kept for good."""

import json
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from safecomm.bounded_read import read_bounded
from safecomm.catalogue import Document
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.drafts.kept import BUILD, DOCUMENT, store_location
from safecomm.drafts.store import entries, find, sent_file
from safecomm.lock import lock
from safecomm.ooxml.opening import open_word_file
from safecomm.output import write
from safecomm.state import DRAFTS, state_folder
from safecomm.word.own_parts import CUSTOM, is_tracking, origin_in

LARGEST = 1_000_000
"""Bytes of a note."""


class Sending(NamedTuple):
    """`date` as 2026-03-01; `to` is empty where nobody is named."""

    date: str
    to: str


class SentDraft(NamedTuple):
    """Every sending that has been noted of one draft."""

    build: str
    document: str
    sendings: tuple[Sending, ...]


class ListedDraft(NamedTuple):
    """A draft that is kept; `built` is when that was last."""

    built: datetime
    build: str
    document: str
    sendings: tuple[Sending, ...]


def list_drafts(project: Path) -> list[ListedDraft]:
    """The latest first; of a note that cannot be read, nothing is known."""
    folder = state_folder(project, DRAFTS)
    latest = {(entry.build, entry.document): entry for entry in sorted(entries(folder))}
    drafts = []
    for (build, document), entry in latest.items():
        sendings: list[Sending] = []
        with suppress(ContentError):
            sendings = read_sendings(sent_file(folder, build, document))
        built = datetime.fromtimestamp(entry.modified / 1e9).astimezone()
        drafts.append(ListedDraft(built, build, document, tuple(sendings)))
    return sorted(drafts, reverse=True)


def note_sent(project: Path, documents: Iterable[Document], sending: Sending) -> list[SentDraft]:
    """Notes that the drafts that lie in build/ were sent, all or none; raises ContentError."""
    folder = state_folder(project, DRAFTS)
    # No other run notes another sending meanwhile, or removes the draft.
    with lock(project):
        noted = add_sending(project, folder, documents, sending)
        write({sent_file(folder, draft.build, draft.document): as_json(draft.sendings) for draft in noted})
    return noted


def add_sending(project: Path, folder: Path, documents: Iterable[Document], sending: Sending) -> list[SentDraft]:
    """To what has been noted of each; raises ContentError with the problems of all."""
    noted, problems = [], []
    for document in documents:
        try:
            build = kept_build(project, document)
            earlier = read_sendings(sent_file(folder, build, document.stem))
            noted.append(SentDraft(build, document.stem, tuple(dict.fromkeys((*earlier, sending)))))
        except ContentError as fault:
            problems += fault.diagnostics
    if problems:
        raise ContentError(problems)
    return noted


def kept_build(project: Path, document: Document) -> str:
    """The build id of the draft in build/; raises ContentError where it is none, or not kept."""
    place = Location(f"build/{document.stem}.docx")
    values = {"document": document.stem}
    if not (project / place.path).is_file():
        raise ContentError([problem("sent-missing", place, **values)])
    package = open_word_file(project / place.path, place.path)
    origin = origin_in(package.root(CUSTOM))
    if origin.get(DOCUMENT) != document.stem or not origin.get(BUILD):
        raise ContentError([problem("sent-not-ours", place, **values)])
    if not is_tracking(package):
        raise ContentError([problem("sent-final", place, **values)])
    if not find(project, origin[BUILD], document.stem).drafts:
        raise ContentError([problem("sent-not-kept", place, build=origin[BUILD], **values)])
    return origin[BUILD]


def read_sendings(file: Path) -> list[Sending]:
    """Raises ContentError where the note cannot be read: to write another would lose what it says."""
    try:
        if not file.exists():
            return []
        if file.is_symlink():
            raise ValueError(file)
        notes = json.loads(read_bounded(file, LARGEST))
        return [Sending(str(note["date"]), str(note["to"])) for note in notes]
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        raise ContentError([problem("sent-damaged", store_location(file))]) from None


def as_json(sendings: Iterable[Sending]) -> bytes:
    return (json.dumps([sending._asdict() for sending in sendings], ensure_ascii=False, indent=2) + "\n").encode()
