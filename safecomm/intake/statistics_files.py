"""Figures into content/statistics/: a new record, or one of which only the figures and their file become others."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from safecomm.content import csv_file
from safecomm.content.file import text_of
from safecomm.content.project_language import project_language, project_languages
from safecomm.content.record_files import make_table
from safecomm.content.record_memory import FileBytes
from safecomm.content.yaml_data import fields_of
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.editing.new import check_criterion, check_id, files_of
from safecomm.editing.schema_files import ID_LIST, id_file
from safecomm.editing.skeleton import as_yaml, new_labels, table_file
from safecomm.intake.figures import Choices, FigureRow
from safecomm.intake.known_statistics import KIND, known_statistics
from safecomm.intake.source_field import as_flow, source_block, source_of, with_source
from safecomm.journal import content_bytes, only_writer, write_content


class Described(NamedTuple):
    """What people say of the figures, each text in one language after the other, and the file that they came from."""

    texts: Mapping[str, Sequence[str]]
    criteria: Sequence[str]
    file: Path
    data: bytes
    choices: Choices

    def source(self) -> dict[str, str]:
        return source_of(self.file, self.data, self.choices)


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
        record = with_source(written, yaml, described.source())
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
    return f"{table_file(KIND, labels, values)}{comparison}{source_block(described.source())}".encode()


def in_languages(languages: Sequence[str], words: Sequence[str]) -> str:
    """As YAML in one line."""
    texts = (f"{language}: {as_yaml(text)}" for language, text in zip(languages, words, strict=False))
    return f"{{{', '.join(texts)}}}"


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
