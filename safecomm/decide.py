"""Documents as they were decided: built as final ones or handed in, kept with their digests, and never changed."""

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from safecomm.build import Run, build, file_contents, publish
from safecomm.catalogue import Document
from safecomm.content.content import Language
from safecomm.content.decided_files import DECISIONS, DECISIONS_FILE, LARGEST, decided_path, digest
from safecomm.content.file import read_bytes
from safecomm.content.load import load
from safecomm.content.project_index import ProjectIndex, index_of_known_ids
from safecomm.content.records import Programme
from safecomm.content.validate import value_at
from safecomm.content.vocabulary import ProgrammeStatus
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.documents.programme import PROGRAMME
from safecomm.editing.fields import FieldEdit, edit_fields
from safecomm.editing.new import with_entries
from safecomm.editing.schema_files import ID_LIST, id_file
from safecomm.journal import content_bytes, only_writer, write_content
from safecomm.stray_files import is_stray

KEPT = {".pdf", ".docx"}
"""How the names of files end that are kept without having been made here."""


class Ruling(NamedTuple):
    """When it was decided, and the number of the decision."""

    date: date
    number: str


class DecidedRun(NamedTuple):
    """What was built, and the paths of the files that were kept."""

    run: Run
    paths: tuple[str, ...]


@only_writer
def decide(
    project: Path,
    documents: Sequence[Document],
    ruling: Ruling,
    language: Language | None,
    tell: Callable[[str], None],
) -> DecidedRun:
    """Keeps the documents, all of one kind, as decided; raises ContentError, and nothing has changed.

    Without LibreOffice there is no PDF, which the run says.
    """
    index, id_ = index_of_known_ids(project), decision_id(documents[0], ruling)
    refuse(index, documents[0], ruling)
    run = build(project, documents, True, language, decided=True)
    if run.refused:
        raise ContentError(run.refused)
    run = publish(project, run, project / decided_path(id_, ""), final=True, pdf=True, tell=tell)
    files = {decided_path(id_, file.name): data for file, data in file_contents(run.built, Path()).items()}
    write_decision(project, index, id_, entry(id_, documents[0], ruling, files), files)
    return DecidedRun(run, tuple(files))


@only_writer
def keep_files(project: Path, document: Document, ruling: Ruling, files: Sequence[Path]) -> tuple[str, ...]:
    """Keeps files that safecomm did not make as what was decided, and gives their paths.

    Raises ContentError, and nothing has changed.
    """
    index, id_ = index_of_known_ids(project), decision_id(document, ruling)
    refuse(index, document, ruling)
    refuse_names(files)
    kept = {decided_path(id_, file.name): read_bytes(file, Location(file.name), LARGEST) for file in files}
    write_decision(project, index, id_, entry(id_, document, ruling, kept, from_elsewhere=True), kept)
    return tuple(kept)


def decision_id(document: Document, ruling: Ruling) -> str:
    return f"{document.name}-{ruling.date.isoformat()}"


def write_decision(project: Path, index: ProjectIndex, id_: str, record: str, files: Mapping[str, bytes]) -> None:
    before = {path: content_bytes(project, path) for path in (DECISIONS_FILE, ID_LIST, *files)}
    ids = id_file(project, {**index.ids, DECISIONS: sorted([*index.ids[DECISIONS], id_])})
    records = with_entries(project, DECISIONS_FILE, DECISIONS, record)
    write_content(project, {DECISIONS_FILE: records, **ids, **files}, before, proof=load)


def refuse_names(files: Sequence[Path]) -> None:
    """Raises ContentError for files that nobody could open in years to come, and for two of one name."""
    problems = [
        problem("decided-kind", Location(file.name))
        for file in files
        if file.suffix.lower() not in KEPT or is_stray(file.name)
    ]
    # Some systems hold two names for one that differ in capitals only.
    names = Counter(file.name.casefold() for file in files)
    problems += [problem("decided-twice", Location(name)) for name, number in names.items() if number > 1]
    if problems:
        raise ContentError(problems)


def refuse(index: ProjectIndex, document: Document, ruling: Ruling) -> None:
    """What has been decided stays as it is, and the content tells nothing else of it: raises ContentError."""
    id_ = decision_id(document, ruling)
    if id_ in index.ids[DECISIONS]:
        raise ContentError([problem("decided-already", index.places.find(DECISIONS, id_), id=id_)])
    if document.name == PROGRAMME:
        refuse_other_facts(index, ruling)


def refuse_other_facts(index: ProjectIndex, ruling: Ruling) -> None:
    """The programme says itself when it was adopted, and under which number: raises ContentError where it differs."""
    programme = index.originals()[PROGRAMME].get(PROGRAMME)
    if isinstance(programme, Programme):
        facts = {
            "status": (programme.status, ProgrammeStatus.ADOPTED),
            "date": (programme.date, ruling.date),
            "registry_number": (programme.registry_number, ruling.number),
        }
        differing = [(field, *values) for field, values in facts.items() if values[0] != values[1]]
        if differing:
            raise ContentError(
                problem(
                    "decided-differs",
                    index.places.find(PROGRAMME, PROGRAMME, field),
                    field=field,
                    written=written,
                    decided=decided,
                )
                for field, written, decided in differing
            )


def entry(
    id_: str, document: Document, ruling: Ruling, files: Mapping[str, bytes], from_elsewhere: bool = False
) -> str:
    """The record as it stands in its file."""
    facts = {"document": document.name, "date": ruling.date.isoformat(), "number": quoted(ruling.number)}
    if from_elsewhere:
        facts["from_elsewhere"] = "true"
    lines = [f"{id_}:", *(f"  {key}: {value}" for key, value in facts.items()), "  files:"]
    for path, data in sorted(files.items()):
        name = path.rpartition("/")[2]
        lines += [f"    - name: {quoted(name)}", f"      sha256: {digest(name, data)}"]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """All JSON is YAML."""
    return json.dumps(text, ensure_ascii=False)


def note_delivery(project: Path, id_: str, day: date, to: str) -> None:
    """Notes to whom a decided document went; raises ContentError, and nothing has changed."""
    index = index_of_known_ids(project)
    data, key = index.places.sources[DECISIONS, id_]
    written = value_at(data.value, key)
    earlier = written.get("sent") if isinstance(written, dict) else None
    sent = [*(earlier if isinstance(earlier, list) else ()), {"date": day.isoformat(), "to": to}]
    edit_fields(project, [FieldEdit(DECISIONS, id_, ("sent",), sent)])
