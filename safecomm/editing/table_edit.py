"""The figures of a statistics file as a table that people correct: all of its rows, or none."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from safecomm.content.csv_lines import EditedRow, read_figure_file, write_rows
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.journal import Undo, content_bytes, only_writer, write_content


@only_writer
def edit_table(project: Path, path: str, digest: str, rows: Sequence[EditedRow]) -> None:
    """Writes the rows in the place of those that the file had; raises ContentError, and nothing has changed.

    `digest` is that of the file which whoever edited it has seen.
    """
    data = content_bytes(project, path)
    if data is None or sha256(data).hexdigest() != digest:
        raise ContentError([problem("changed-meanwhile", Location(path))])
    written = write_rows(read_figure_file(data, path), rows)
    write_content(project, {path: written.encode()}, {path: data}, proof=load, undo=Undo.KEEP)
