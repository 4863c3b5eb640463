"""All files of content/ to Content, or all their problems at once."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import known_languages
from safecomm.content.content import Content, Records, RecordsByLanguage
from safecomm.content.criteria_set import criteria_of, set_of
from safecomm.content.decided_files import check_decided
from safecomm.content.field_types import LocalizedText, Record
from safecomm.content.folder import KINDS, FolderListing
from safecomm.content.picture_store import PictureStore
from safecomm.content.project_index import ProjectIndex, index_project
from safecomm.content.record_memory import RecordMemory
from safecomm.content.records import (
    Application,
    Attachment,
    FormQuestion,
    Measure,
    Objective,
    Organisation,
    Programme,
    Section,
    Statistics,
    Work,
)
from safecomm.content.references import (
    Known,
    check_passages,
    unknown_cells,
    unknown_followed,
    unknown_issues,
    unknown_references,
    unknown_series,
)
from safecomm.content.relations import check_relations
from safecomm.content.unplaced import read_unplaced
from safecomm.diagnostic import ContentError, Diagnostic, nearest_name, problem
from safecomm.record_kinds import RECORD_KINDS


class ReadProject(NamedTuple):
    """What the files say, and the content that it makes; or the `problems` because of which there is none."""

    said: ProjectIndex
    content: Content | None
    problems: tuple[Diagnostic, ...]


def load(project: Path, memory: RecordMemory | None = None) -> Content:
    """Reads `project`/content; raises ContentError with every problem of every file.

    With the same `memory` each time, files that have not changed since the last load are not parsed again.
    """
    return resolve(project, index_project(project, memory))


def resolve(project: Path, index: ProjectIndex) -> Content:
    """The content when all that it refers to is there; raises ContentError with every problem of every file."""
    if unknown := list(unknown_languages(project, index)):
        # What is written in a language that is not meant would be wrong as well, all of it.
        raise ContentError(unknown)
    wordings, problems = criteria_of(index)
    known, passages = known_ids(index, wordings), index.passages
    unplaced, left = read_unplaced(project, index.languages[0])
    pictures = PictureStore(project, [*passages, *left])
    problems += [
        *index.problems,
        *check_references(index, known),
        *check_passages(passages, known),
    ]
    problems += [*pictures.problems, *unexpected_files(index.listing, pictures, attached_files(index))]
    if "decisions" not in index.unread:
        problems += check_decided(project, index.originals()["decisions"], index.places)
    if problems:
        raise ContentError(without_cascading(problems))
    application = index.originals()["application"]["application"]
    assert isinstance(application, Application)
    return Content(
        project,
        index.languages,
        set_of(application.criteria_set),
        RecordsByLanguage({language: sort_records(index.records(language), wordings) for language in index.languages}),
        index.places,
        tuple(text for entry in index.entries for text in entry.untranslated),
        tuple(text for entry in index.entries for text in entry.outdated),
        tuple(text for entry in index.entries for text in entry.blanks),
        tuple(text for entry in index.entries for text in entry.private),
        pictures.pictures,
        unplaced,
    )


def read_index(project: Path, index: ProjectIndex) -> ReadProject:
    try:
        return ReadProject(index, resolve(project, index), ())
    except ContentError as fault:
        return ReadProject(index, None, tuple(fault.diagnostics))


def problems_of(project: Path, index: ProjectIndex) -> tuple[Diagnostic, ...]:
    """Why the content cannot be read, if it cannot."""
    return read_index(project, index).problems


def unknown_languages(project: Path, index: ProjectIndex) -> Iterator[Diagnostic]:
    """Those in which no document could be written."""
    known = known_languages(project)
    for number, language in enumerate(index.languages):
        if language not in known:
            place = index.places.find("community", "community", "languages", number)
            values = {"nearest": nearest_name(language, known), "language": language, "known": ", ".join(known)}
            yield problem("unknown-language", place, **values)


def without_cascading(problems: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Without the files that are missing because their name is misspelt."""
    misspelt = [fault for fault in problems if fault.code == "unexpected-file" and fault.nearest]
    meant = {f"{fault.location.path.rpartition('/')[0]}/{fault.nearest}" for fault in misspelt}
    return [fault for fault in problems if fault.code != "missing-file" or fault.location.path not in meant]


def known_ids(index: ProjectIndex, wordings: Mapping[str, LocalizedText]) -> Known:
    # A record whose file is missing or misnamed is reported once, not at everything that refers to it.
    known = {
        kind: {id_: id_ for id_ in (*index.ids[kind], *index.listing.ids_of_misnamed_files(kind))}
        for kind in KINDS
        if kind not in index.unread
    }
    known["criteria"] |= {id_: id_ for id_ in wordings}
    if not wordings:
        del known["criteria"]
    if "organisations" in known:
        known["organisations"] = ids_by_name(index.originals()["organisations"]) | known["organisations"]
    return known


def ids_by_name(organisations: Mapping[str, Record]) -> dict[str, str]:
    """What an editor may have written in the place of an organisation's id."""
    names = {id_: record.name for id_, record in organisations.items() if isinstance(record, Organisation)}
    return {name: id_ for id_, words in names.items() for name in words.texts.values()}


def check_references(index: ProjectIndex, known: Known) -> Iterator[Diagnostic]:
    records = index.originals()
    for kind, of_kind in records.items():
        for id_, record in of_kind.items():
            yield from unknown_references(kind, id_, record, known, index.places)
    yield from unknown_followed(index.ids["followup"], known)
    yield from check_relations(records, index.places, values_known="values" not in index.unread)
    yield from check_issues(index, records)
    yield from check_series(index, records)
    yield from check_cells(index, records)


def check_series(index: ProjectIndex, records: Mapping[str, Mapping[str, Record]]) -> Iterator[Diagnostic]:
    for kind in ("objectives", "measures"):
        for id_, record in records[kind].items():
            if isinstance(record, Objective | Measure) and record.series:
                statistics = records["statistics"].get(record.statistics or "")
                if isinstance(statistics, Statistics):
                    yield from unknown_series(kind, id_, record, statistics, index.places)
                elif record.statistics is None:
                    place = index.places.find(kind, id_, "series")
                    yield problem("missing-key", place, key="statistics", last="statistics")


def check_cells(index: ProjectIndex, records: Mapping[str, Mapping[str, Record]]) -> Iterator[Diagnostic]:
    for id_, statistics in records["statistics"].items():
        if isinstance(statistics, Statistics):
            yield from unknown_cells(id_, statistics, index.places)


def check_issues(index: ProjectIndex, records: Mapping[str, Mapping[str, Record]]) -> Iterator[Diagnostic]:
    programme = records["programme"].get("programme")
    if isinstance(programme, Programme):
        for kind, of_kind in records.items():
            for id_, work in of_kind.items():
                if isinstance(work, Work):
                    yield from unknown_issues(kind, id_, work, programme, index.places)


def unexpected_files(listing: FolderListing, pictures: PictureStore, attached: Set[str]) -> list[Diagnostic]:
    """The problems of the listing; a picture may lie wherever a text shows it, an attached file where it is named."""
    unknown = ("unexpected-file", "sync-copy")
    return [
        fault
        for fault in listing.problems
        if fault.code not in unknown or not (pictures.shows(fault.location.path) or fault.location.path in attached)
    ]


def attached_files(index: ProjectIndex) -> set[str]:
    """The paths of the files that are attached to the application."""
    attachments = index.originals()["attachments"].values()
    return {entry.file for entry in attachments if isinstance(entry, Attachment) and entry.file}


def sort_records(records: Mapping[str, Mapping[str, Record]], wordings: Mapping[str, LocalizedText]) -> Records:
    """In the order in which the documents show them, whatever the order of the files."""
    numbers = {id_: number for number, id_ in enumerate(wordings)}

    def order(item: tuple[str, Record]) -> tuple[int, int, str]:
        id_, record = item
        if isinstance(record, Work | Section):
            return numbers[record.criterion], record.order, id_
        if isinstance(record, FormQuestion):
            # 2.10 comes after 2.9.
            return 0, 0, re.sub(r"\d+", lambda number: number[0].zfill(9), record.number)
        return numbers.get(id_, 0), 0, ""

    # Organisations, evidence and statistics keep the order in which the editor wrote them: sorting is stable.
    return Records({kind: dict(sorted(records[kind].items(), key=order)) for kind in RECORD_KINDS})
