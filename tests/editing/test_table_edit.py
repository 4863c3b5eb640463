"""A table of figures that people correct: the other lines stay, byte for byte."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safecomm.content.csv_lines import EditedRow, read_figure_file, write_rows
from safecomm.diagnostic import ContentError
from safecomm.editing.table_edit import edit_table
from tests.test_broken import HERE

TABLE = "content/statistics/t.csv"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "good", tmp_path / "project"))


def table_of(project: Path) -> Path:
    return next((project / "content" / "statistics").glob("*.csv"))


def edited(project: Path, *rows: EditedRow) -> bytes:
    file = table_of(project)
    path = file.relative_to(project).as_posix()
    edit_table(project, path, read_figure_file(file.read_bytes(), path).digest, rows)
    return file.read_bytes()


def rows_of(data: bytes) -> list[EditedRow]:
    return [EditedRow(number, cells) for number, (cells, _) in enumerate(read_figure_file(data, TABLE).rows)]


def test_one_cell_changes_one_line(project: Path) -> None:
    before = table_of(project).read_bytes()
    first, *others = rows_of(before)
    after = edited(project, first._replace(cells={**first.cells, "value": "12345"}), *others)
    changed = [line for line in after.splitlines() if line not in before.splitlines()]
    assert len(changed) == 1
    assert b"12345" in changed[0]
    assert len(after.splitlines()) == len(before.splitlines())


def test_a_year_is_added_below(project: Path) -> None:
    before = table_of(project).read_bytes()
    after = edited(project, *rows_of(before), EditedRow(None, {"year": "2031", "value": "7"}))
    assert after.startswith(before.rstrip(b"\n"))
    assert after[len(before) :].startswith(b"2031")


@pytest.mark.parametrize(
    ("data", "value", "after"),
    [
        (b"sep=;\r\nyear;value\r\n2008;1,5\r\n2009;2\r\n", "3", b"sep=;\r\nyear;value\r\n2008;3\r\n2009;2\r\n"),
        ("\ufeffyear,value\n2008, 1\n,,\n\n2009,2".encode(), "3", "\ufeffyear,value\n2008,3\n2009,2\n".encode()),
        (b'year,place,value\n2008,"A, B",1\n2009,"C",2\n', "3", b'year,place,value\n2008,"A, B",3\n2009,"C",2\n'),
        (b"year,value\r2008,1\r2009,2\r", "3", b"year,value\r2008,3\n2009,2\r"),
    ],
)
def test_files_as_programs_write_them(data: bytes, value: str, after: bytes) -> None:
    first, *others = rows_of(data)
    rows = [first._replace(cells={**first.cells, "value": value}), *others]
    assert write_rows(read_figure_file(data, TABLE), rows).encode() == after


def test_a_column_that_comes_stands_in_every_line() -> None:
    data = b"year,value\n2008,1\n2009,2\n"
    first, other = rows_of(data)
    rows = [first._replace(cells={"year": "2008", "value": "", "status": "suppressed"}), other]
    written = write_rows(read_figure_file(data, TABLE), rows)
    assert written == "year,value,status\n2008,,suppressed\n2009,2,\n"


@given(st.lists(st.integers(0, 5), unique=True), st.text(alphabet='a ,;"å', max_size=5))
def test_rows_that_stay_keep_their_bytes(kept: list[int], place: str) -> None:
    lines = [f'{2000 + number},"x{number}",{number}\n' for number in range(6)]
    data = ("year,place,value\n" + "".join(lines)).encode()
    rows = [row for row in rows_of(data) if row.number in kept]
    written = write_rows(read_figure_file(data, TABLE), [*rows, EditedRow(None, {"year": "2031", "place": place})])
    assert written.startswith("year,place,value\n" + "".join(lines[number] for number in sorted(kept)))
    again = read_figure_file(written.encode(), TABLE)
    assert again.rows[-1][0]["place"] == place.strip()


def test_what_another_has_changed_is_not_written_over(project: Path) -> None:
    file = table_of(project)
    path = file.relative_to(project).as_posix()
    digest = read_figure_file(file.read_bytes(), path).digest
    file.write_bytes(file.read_bytes() + b"\n")
    before = file.read_bytes()
    with pytest.raises(ContentError) as caught:
        edit_table(project, path, digest, [])
    assert [fault.code for fault in caught.value.diagnostics] == ["changed-meanwhile"]
    assert file.read_bytes() == before


def test_what_is_no_figure_is_refused_and_nothing_is_written(project: Path) -> None:
    before = table_of(project).read_bytes()
    with pytest.raises(ContentError):
        edited(project, *rows_of(before), EditedRow(None, {"year": "2031", "value": "many"}))
    assert table_of(project).read_bytes() == before
