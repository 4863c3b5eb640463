"""The same source once more: its figures are replaced, what the editor wrote stays, and `diff` shows the rest."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm.cli.main import cli
from tests.history.repository import git
from tests.intake import samples
from tests.intake.samples import import_file, make_project, marked, plain, record, snapshot, table, windows

FOR_2008 = ("--year", "2008", "--columns", "value=Antal")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def statistics(project: Path, id_: str) -> Path:
    return project / "content" / "statistics" / f"{id_}.yaml"


def test_the_figures_change_and_the_editors_text_stays(project: Path) -> None:
    assert import_file(project, "wide.csv", windows(samples.WIDE), "--place", "Riket").exit_code == 0
    before = record(project, "wide").replace("FYLL I rubrik", "Fall") + "# Eget.\n"
    before = before.replace("name: wide.csv", 'name: "wide.csv"  # från webben')
    statistics(project, "wide").write_text(before, encoding="utf-8")
    changed = windows(samples.WIDE.replace('"1 234"', '"1 300"'))
    result = import_file(project, "wide.csv", changed)
    assert result.exit_code == 0
    assert "Riket" in result.output
    assert "2007,male,,1300," in table(project, "wide")
    lines = zip(before.splitlines(), record(project, "wide").splitlines(), strict=True)
    different = [(old, new) for old, new in lines if old != new]
    assert [old.split(":")[0].strip() for old, _ in different if "# från webben" not in old] == ["sha256"]
    assert "  # från webben\n" in record(project, "wide")


def test_other_years_stay(project: Path) -> None:
    assert import_file(project, "crime.csv", marked(samples.BRA), *FOR_2008).exit_code == 0
    later = marked(samples.BRA.replace(" (prel.)", "").replace("1 234", "1 111"))
    assert import_file(project, "crime.csv", later, "--year", "2009").exit_code == 0
    assert table(project, "crime") == "year,value,status\n2008,1234,preliminary\n2009,1111,\n"
    assert import_file(project, "crime.csv", later, "--year", "2008").exit_code == 0
    assert table(project, "crime") == "year,value\n2008,1111\n2009,1111\n"


def test_the_same_file_changes_nothing(project: Path) -> None:
    assert import_file(project, "wide.csv", windows(samples.WIDE)).exit_code == 0
    before = snapshot(project)
    assert import_file(project, "wide.csv", windows(samples.WIDE)).exit_code == 0
    assert snapshot(project) == before


def test_figures_written_by_hand_become_those_of_a_file(project: Path) -> None:
    before = record(project, "injuries")
    data = plain("Kommun;År;Antal\nExempelby;2007;7\n")
    assert import_file(project, "skador.csv", data, "--id", "injuries").exit_code == 0
    assert table(project, "injuries") == "year,value\n2007,7\n2008,21\n"
    assert set(before.splitlines()) < set(record(project, "injuries").splitlines())
    assert "name: skador.csv" in record(project, "injuries")


def test_texts_that_are_there_are_not_overwritten(project: Path) -> None:
    assert import_file(project, "wide.csv", windows(samples.WIDE)).exit_code == 0
    before = snapshot(project)
    refused = import_file(project, "wide.csv", windows(samples.WIDE), "--title", "Annat")
    assert "[import-text-there]" in refused.output
    assert snapshot(project) == before


@pytest.mark.parametrize("written", ["file: {name: wide.csv}\n", "file:\n  name: |-\n    wide.csv\n", "file:\n"])
def test_what_is_said_of_the_file_may_be_written_in_any_way(project: Path, written: str) -> None:
    assert import_file(project, "wide.csv", windows(samples.WIDE)).exit_code == 0
    text = record(project, "wide").split("file:")[0]
    statistics(project, "wide").write_text(text + written, encoding="utf-8")
    assert import_file(project, "wide.csv", windows(samples.WIDE), "--id", "wide").exit_code == 0
    assert record(project, "wide").startswith(text)
    assert "2009-03-02" in record(project, "wide")


def test_a_record_with_an_error_is_not_written_to(project: Path) -> None:
    assert import_file(project, "wide.csv", windows(samples.WIDE)).exit_code == 0
    text = record(project, "wide") + "criteria: [\n"
    statistics(project, "wide").write_text(text, encoding="utf-8")
    result = import_file(project, "wide.csv", windows(samples.WIDE), "--id", "wide")
    assert result.exit_code == 1
    assert "content/statistics/wide.yaml" in result.output
    assert record(project, "wide") == text


def test_diff_shows_what_changed(project: Path) -> None:
    assert import_file(project, "wide.csv", windows(samples.WIDE)).exit_code == 0
    for arguments in (("init", "-q"), ("add", "."), ("commit", "-q", "-m", "before")):
        git(project, *arguments)
    changed = windows(samples.WIDE.replace('"1 234"', '"1 300"').replace('"12"', '".."'))
    assert import_file(project, "wide.csv", changed).exit_code == 0
    shown = CliRunner().invoke(cli, ["diff", "--project", str(project)], catch_exceptions=False).output
    assert "1\u00a0234 → 1\u00a0300" in shown
    assert "tillkom uppgift saknas" in shown


def test_a_place_that_is_new_is_one_to_compare_with(project: Path) -> None:
    assert import_file(project, "wide.csv", windows(samples.WIDE)).exit_code == 0
    assert "comparison" not in record(project, "wide")
    assert import_file(project, "wide.csv", windows(samples.WIDE), "--place", "Riket").exit_code == 0
    assert "comparison: [Riket]" in record(project, "wide")
