"""Figures into content/statistics/: a new record, or one of which only the figures and their file become others."""

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
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
from safecomm.content.revision import position, revise
from safecomm.content.yaml_data import Data, fields_of
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.editing.new import check_criterion, check_id, files_of
from safecomm.editing.schema_files import ID_LIST, id_file
from safecomm.editing.skeleton import as_yaml, new_labels, table_file
from safecomm.intake.figures import Choices, FigureRow
from safecomm.intake.known_statistics import KIND, known_statistics, reading_of
from safecomm.intake.words import clean
from safecomm.journal import content_bytes, only_writer, write_content

FILE = "file"
VALUE = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\{.*\}|[^#\s]+)(?:\s+#.*)?""")
"""A value on one line of a YAML file, as this module and most people write one."""


class Described(NamedTuple):
    """What people say of the figures, each text in one language after the other, and the file that they came from."""

    texts: Mapping[str, Sequence[str]]
    criteria: Sequence[str]
    file: Path
    data: bytes
    choices: Choices


@only_writer
def write_figures(project: Path, id_: str, rows: Sequence[FigureRow], described: Described) -> Path:
    """Writes the rows in the place of those of their years; raises ContentError, and nothing has changed."""
    yaml, table = files_of(KIND, id_)
    check_id(id_, yaml)
    index = known_statistics(project).content
    for criterion in described.criteria:
        check_criterion(index, criterion, yaml)
    before = {path: content_bytes(project, path) for path in (yaml, table, ID_LIST)}
    written, old = before[yaml], before[table]
    if written is None:
        record = new_record(project, rows, described)
    elif described.texts or described.criteria:
        raise ContentError([problem("import-text-there", Location(yaml))])
    else:
        record = with_source(written, yaml, source_of(described))
    figures = as_csv([*(kept_rows(old, table, rows) if old else ()), *rows])
    languages = index.languages
    files = (FileBytes(path, data, languages, languages[0]) for path, data in ((yaml, record), (table, figures)))
    if problems := make_table(KIND, id_, *files)[1]:
        raise ContentError(problems)
    ids = {**index.ids, KIND: sorted({*index.ids[KIND], id_})}
    write_content(project, {yaml: record, table: figures, **id_file(project, ids)}, before)
    return project / yaml


def new_record(project: Path, rows: Sequence[FigureRow], described: Described) -> bytes:
    """With a placeholder for each text that is missing."""
    languages = project_languages(project)
    values = {field: in_languages(languages, words) for field, words in described.texts.items()}
    if described.criteria:
        values["criteria"] = f"[{', '.join(described.criteria)}]"
    labels = new_labels(project, languages, project_language(project))
    compared = sorted({row.place for row in rows if row.place})
    comparison = f"comparison: {as_flow(compared)}\n" if compared else ""
    return f"{table_file(KIND, labels, values)}{comparison}{source_block(source_of(described))}".encode()


def in_languages(languages: Sequence[str], words: Sequence[str]) -> str:
    """As YAML in one line."""
    texts = (f"{language}: {as_yaml(text)}" for language, text in zip(languages, words, strict=False))
    return f"{{{', '.join(texts)}}}"


def source_of(described: Described) -> dict[str, str]:
    """What the record says of the file, as YAML; nothing of how it is read where it says all itself."""
    day = datetime.fromtimestamp(described.file.stat().st_mtime, UTC).date()
    reading = reading_of(described.choices).model_dump(mode="json", exclude_defaults=True)
    source = {"name": as_yaml(clean(described.file.name)), "date": day.isoformat()}
    source["sha256"] = sha256(described.data).hexdigest()
    return {**source, "read_as": as_flow(reading)} if reading else source


def as_flow(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def with_source(data: bytes, path: str, source: Mapping[str, str]) -> bytes:
    """The record with these facts of its file; all else, comments included, stays.

    Raises ContentError where the file is written in a way that cannot be continued.
    """
    text = text_of(data, path)
    said, wanted = yaml_data.parse(text, path), yaml_data.parse(source_block(source), path)
    after = revise(data, path, replacements(text, said, source))
    with suppress(ContentError):
        made = yaml_data.parse(text_of(after, path), path)
        if fields_of(made.value) == {**fields_of(said.value), **fields_of(wanted.value)}:
            return after
    raise ContentError([problem("import-record-form", said.place((FILE,)))])


def replacements(text: str, said: Data, source: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """The value of each fact that is there; a line for each that is not, below the others or at the end."""
    if (FILE,) not in said.keys:
        end = "" if text.endswith("\n") else "\n"
        yield len(text), len(text), end + source_block(source)
        return
    below = position(text, Location(said.path, said.keys[FILE,].line + 1))
    for name, value in source.items():
        if place := said.values.get((FILE, name)):
            start = position(text, place)
            if match := VALUE.match(text, start):
                yield start, match.end(1), value
        else:
            yield below, below, f"  {name}: {value}\n"


def source_block(source: Mapping[str, str]) -> str:
    return f"{FILE}:\n" + "".join(f"  {name}: {value}\n" for name, value in source.items())


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
    rows = sorted(rows)
    used = {column for row in rows for column, cell in row._asdict().items() if cell} | {csv_file.VALUE}
    columns = [column for column in FigureRow._fields if column in used]
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([getattr(row, column) for column in columns] for row in rows)
    return text.getvalue().encode()
