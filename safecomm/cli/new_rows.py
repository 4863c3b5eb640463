"""The rows of a file to new records: what was understood is shown, and asked about before anything is written."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from safecomm.cli.agreement import agrees
from safecomm.cli.import_options import split_pairs
from safecomm.cli.project import display_path
from safecomm.cli.usage import wrong_usage
from safecomm.messages.texts import texts_of

if TYPE_CHECKING:
    from safecomm.content.content import Language
    from safecomm.content.yaml_data import Key, Value
    from safecomm.intake.record_columns import RecordColumns


class RowsFile(NamedTuple):
    """The file, and what the command was told of it."""

    file: Path
    language: "Language"
    columns: str | None
    sheet: str | None
    yes: bool


def write_rows(project: Path, kind: str, fixed: "Mapping[Key, Value]", told: RowsFile) -> None:
    from safecomm.intake.grid import read_grid, read_source
    from safecomm.intake.record_rows import RecordRows

    says, name = texts_of("intake", told.language), told.file.name
    said = columns_of(told.columns, kind)
    grid = read_grid(read_source(told.file), name, told.sheet, told.language)
    rows = RecordRows(project, kind, fixed, name)
    columns = rows.find_columns(grid.rows, said)
    for line in overview(columns, says):
        click.echo(line)
    records = rows.records(columns)
    for record in records:
        click.echo(f"    {record.id}")
    if not told.yes and not agrees(says["ask-records"].format(number=len(records)), told.language):
        raise click.Abort
    files = rows.write(records, columns)
    place = files[0] if len(files) == 1 else files[0].parent
    click.echo(says["wrote-records"].format(number=len(records), file=display_path(place)))


def columns_of(pairs: str | None, kind: str) -> dict[str, str]:
    """The heading of each field that somebody has named."""
    from safecomm.content.folder import KINDS
    from safecomm.intake.record_columns import fields_of_cells

    said = {field.strip(): heading for field, _, heading in (pair.partition("=") for pair in split_pairs(pairs or ""))}
    known = ["id", *fields_of_cells(KINDS[kind])]
    if pairs and (unknown := [field for field in said if field not in known]):
        raise wrong_usage("usage-pair", name=unknown[0], known=", ".join(known))
    return said if pairs else {}


def overview(columns: "RecordColumns", says: Mapping[str, str]) -> Iterator[str]:
    """Which column became which field, and which none."""
    for key, place in sorted(columns.fields.items(), key=lambda field: field[1]):
        yield says["column-is"].format(heading=columns.heading.cells[place], field=".".join(map(str, key)))
    if columns.unused:
        yield says["columns-unused"].format(headings=", ".join(columns.unused))
