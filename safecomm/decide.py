"""Documents as they were decided: built as final ones, kept in the content with their digests, and never changed."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from safecomm.build import Run, build, file_contents, publish
from safecomm.catalogue import Document
from safecomm.content.content import Language
from safecomm.content.decided_files import DECISIONS, DECISIONS_FILE, decided_path, digest
from safecomm.content.load import load
from safecomm.content.project_index import ProjectIndex, index_of_known_ids
from safecomm.content.records import Programme
from safecomm.content.validate import value_at
from safecomm.content.vocabulary import ProgrammeStatus
from safecomm.diagnostic import ContentError, problem
from safecomm.documents.programme import PROGRAMME
from safecomm.editing.fields import FieldEdit, edit_fields
from safecomm.editing.new import with_entries
from safecomm.editing.schema_files import ID_LIST, id_file
from safecomm.journal import content_bytes, only_writer, write_content


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
    id_ = f"{documents[0].name}-{ruling.date.isoformat()}"
    index = index_of_known_ids(project)
    refuse_kept(index, id_)
    refuse_other_facts(index, documents, ruling)
    run = build(project, documents, True, language, decided=True)
    if run.refused:
        raise ContentError(run.refused)
    run = publish(project, run, project / decided_path(id_, ""), final=True, pdf=True, tell=tell)
    files = {decided_path(id_, file.name): data for file, data in file_contents(run.built, Path()).items()}
    before = {path: content_bytes(project, path) for path in (DECISIONS_FILE, ID_LIST, *files)}
    record = with_entries(project, DECISIONS_FILE, DECISIONS, entry(id_, documents[0].name, ruling, files))
    ids = id_file(project, {**index.ids, DECISIONS: sorted([*index.ids[DECISIONS], id_])})
    write_content(project, {DECISIONS_FILE: record, **ids, **files}, before, proof=load)
    return DecidedRun(run, tuple(files))


def refuse_kept(index: ProjectIndex, id_: str) -> None:
    """What has been decided stays as it is: raises ContentError."""
    if id_ in index.ids[DECISIONS]:
        raise ContentError([problem("decided-already", index.places.find(DECISIONS, id_), id=id_)])


def refuse_other_facts(index: ProjectIndex, documents: Sequence[Document], ruling: Ruling) -> None:
    """The programme says itself when it was adopted, and under which number: raises ContentError where it differs."""
    programme = index.originals()[PROGRAMME].get(PROGRAMME)
    if documents[0].name == PROGRAMME and isinstance(programme, Programme):
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


def entry(id_: str, document: str, ruling: Ruling, files: Mapping[str, bytes]) -> str:
    """The record as it stands in its file; all JSON is YAML."""
    number = json.dumps(ruling.number, ensure_ascii=False)
    facts = {"document": document, "date": ruling.date.isoformat(), "number": number}
    lines = [f"{id_}:", *(f"  {key}: {value}" for key, value in facts.items()), "  files:"]
    for path, data in sorted(files.items()):
        name = path.rpartition("/")[2]
        lines += [f"    - name: {name}", f"      sha256: {digest(name, data)}"]
    return "\n".join(lines) + "\n"


def note_delivery(project: Path, id_: str, day: date, to: str) -> None:
    """Notes to whom a decided document went; raises ContentError, and nothing has changed."""
    index = index_of_known_ids(project)
    data, key = index.places.sources[DECISIONS, id_]
    written = value_at(data.value, key)
    earlier = written.get("sent") if isinstance(written, dict) else None
    sent = [*(earlier if isinstance(earlier, list) else ()), {"date": day.isoformat(), "to": to}]
    edit_fields(project, [FieldEdit(DECISIONS, id_, ("sent",), sent)])
