"""The figures of statistics, as spreadsheets write them."""

from pathlib import Path

import pytest

from safecomm.content.csv_file import parse
from safecomm.content.file import read_text

FIGURES = [{"year": "2007", "value": "20"}, {"year": "2008", "value": None}]


def found(tmp_path: Path, text: str) -> tuple[object, list[tuple[str, int]]]:
    (tmp_path / "x.csv").write_text(text, encoding="utf-8")
    path = "content/statistics/x.csv"
    data = parse(read_text(tmp_path / "x.csv", path), path)
    return data.value, [(each.code, each.location.line) for each in data.problems]


@pytest.mark.parametrize(
    "text",
    [
        "year;value\n2007;20\n2008;\n",
        "year;value\n2007;20\n;\n\n2008;\n ; \n;;;\n",
        "sep=;\nyear;value\n2007;20\n2008;",
        "\ufeffSEP=,\r\nyear,value\r\n2007,20\r\n2008,\r\n",
    ],
)
def test_read(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == (FIGURES, [])


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    assert found(tmp_path, "sep=;\nyear;value\n;\n2007;20;1\n")[1] == [("csv-cells", 4)]
    assert found(tmp_path, "sep=;\når;antal\n2007;20\n")[1] == [("csv-header", 2)]


def test_of_another_table_only_the_first_line_is_told(tmp_path: Path) -> None:
    table = '"Fallolyckor efter kön och år"\n\n"kön","2006","2007"\n"män","12","13"\n'
    assert found(tmp_path, table) == ([], [("csv-header", 1)])
