"""Figures into content/statistics/: a new record, or one of which only the figures and their file become others."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from safecomm.content import csv_file, yaml_data
from safecomm.content.file import text_of
from safecomm.content.project_language import project_language, project_languages
from safecomm.content.record_files import make_table
from safecomm.content.record_memory import FileBytes
from safecomm.content.records import Statistics
from safecomm.content.validate import value_at
from safecomm.content.vocabulary import StatisticsSubject
from safecomm.content.yaml_data import Key, Value, fields_of
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.editing.fields import FieldEdit, edit_file
from safecomm.editing.new import check_criterion, check_id, files_of
from safecomm.editing.schema_files import ID_LIST, id_file
from safecomm.editing.skeleton import new_labels, table_file
from safecomm.intake.figures import Choices, FigureRow, in_order
from safecomm.intake.known_statistics import KIND, known_statistics, reading_of
from safecomm.intake.words import clean
from safecomm.journal import content_bytes, only_writer, write_content

FILE = "file"


class Described(NamedTuple):
    """What people say of the figures, each text in one language after the other, and the file that they came from."""

    texts: Mapping[str, Sequence[str]]
    subject: StatisticsSubject | None
    criteria: Sequence[str]
    file: Path
    data: bytes
    choices: Choices

    def source(self) -> dict[str, Value]:
        """What the record says of the file; nothing of how it is read where it says all itself."""
        day = datetime.fromtimestamp(self.file.stat().st_mtime, UTC).date()
        reading = reading_of(self.choices).model_dump(mode="json", exclude_defaults=True)
        if reading.get("count"):
            reading["count"] = "true"
        source: dict[str, Value] = {"name": clean(self.file.name), "date": day.isoformat()}
        source["sha256"] = sha256(self.data).hexdigest()
        return {**source, "read_as": reading} if reading else source


@only_writer
def write_figures(project: Path, id_: str, rows: Sequence[FigureRow], described: Described) -> Path:
    """Writes the rows in the place of those of their years; raises ContentError, and nothing has changed."""
    yaml, table = files_of(KIND, id_)
    check_id(id_, yaml)
    known = known_statistics(project)
    index = known.content
    for criterion in described.criteria:
        check_criterion(index, criterion, yaml)
    before = {path: content_bytes(project, path) for path in (yaml, table, ID_LIST)}
    written, old = before[yaml], before[table]
    if written is None:
        record = new_record(project, yaml, rows, described)
    elif id_ not in known.statistics:
        # Whatever is wrong in it is mended first.
        raise ContentError([fault for fault in index.problems if fault.location.path in (yaml, table)])
    elif described.texts or described.subject or described.criteria:
        raise ContentError([problem("import-text-there", Location(yaml))])
    else:
        record = with_values(written, yaml, updated(known.statistics[id_], rows, described))
    figures = as_csv([*(kept_rows(old, table, rows) if old else ()), *rows])
    languages = index.languages
    files = (FileBytes(path, data, languages, languages[0]) for path, data in ((yaml, record), (table, figures)))
    if problems := make_table(KIND, id_, *files)[1]:
        raise ContentError(problems)
    ids = {**index.ids, KIND: sorted({*index.ids[KIND], id_})}
    write_content(project, {yaml: record, table: figures, **id_file(project, ids)}, before)
    return project / yaml


def new_record(project: Path, path: str, rows: Sequence[FigureRow], described: Described) -> bytes:
    """With a placeholder for each text that is missing."""
    languages = project_languages(project)
    values: dict[Key, Value] = {
        (field,): dict(zip(languages, words, strict=False)) for field, words in described.texts.items()
    }
    if described.subject:
        values["subject",] = described.subject.value
    if described.criteria:
        values["criteria",] = list(described.criteria)
    if compared := {row.place for row in rows if row.place}:
        values["comparison",] = [*sorted(compared)]
    empty = table_file(KIND, new_labels(project, languages, project_language(project)))
    return with_values(empty.encode(), path, {**values, (FILE,): described.source()})


def updated(statistics: Statistics, rows: Sequence[FigureRow], described: Described) -> dict[Key, Value]:
    """What the record says of the file, and of places of which it has told nothing yet."""
    values: dict[Key, Value] = {(FILE, name): value for name, value in described.source().items()}
    added = {row.place for row in rows if row.place} - {row.place for row in statistics.rows}
    return {**values, ("comparison",): [*statistics.comparison, *sorted(added)]} if added else values


def with_values(data: bytes, path: str, values: Mapping[Key, Value]) -> bytes:
    """The record with these fields; all else, comments included, stays, and so does what says the same already."""
    said = yaml_data.parse(text_of(data, path), path).value
    for key, value in values.items():
        if value_at(said, key) == value:
            continue
        data = edit_file(data, path, (), FieldEdit(KIND, Path(path).stem, key, value))
    return data


def kept_rows(data: bytes, path: str, rows: Sequence[FigureRow]) -> Iterator[FigureRow]:
    """Those of years of which the new rows say nothing; raises ContentError for a table that cannot be read."""
    table = csv_file.parse(text_of(data, path), path)
    if table.problems:
        raise ContentError(table.problems)
    years = {year_of(row) for row in rows}
    for row in table.value if isinstance(table.value, list) else ():
        cells = {column: str(cell or "") for column, cell in fields_of(row).items()}
        if year_of(kept := FigureRow(**cells)) not in years:
            yield kept


def year_of(row: FigureRow) -> str:
    return row.year or row.date[:4]


def as_csv(rows: Sequence[FigureRow]) -> bytes:
    """With the columns that any row has, and the value's."""
    rows = in_order(rows)
    used = {column for row in rows for column, cell in row._asdict().items() if cell} | {csv_file.VALUE}
    columns = [column for column in FigureRow._fields if column in used]
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([getattr(row, column) for column in columns] for row in rows)
    return text.getvalue().encode()
