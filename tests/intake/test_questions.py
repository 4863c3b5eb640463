"""Without `--yes` the program asks for what the file does not say, and for nothing else."""

from pathlib import Path

import pytest

from tests.intake import samples
from tests.intake.samples import import_file, make_project, marked, record, sheets, snapshot, table


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


def answered(*answers: str) -> str:
    return "".join(f"{answer}\n" for answer in answers)


def test_it_asks_one_thing_after_the_other(project: Path) -> None:
    told = answered("value=Antal", "2008", "brott", "Brott", "", "", "crime", "programmes", "y")
    result = import_file(project, "crime.csv", marked(samples.BRA), answers=told)
    assert result.exit_code == 0
    assert table(project, "brott") == "year,value,status\n2008,1234,preliminary\n"
    assert "title:\n  sv: Brott\n" in record(project, "brott")
    assert "subject: crime\n" in record(project, "brott")
    assert "FYLL I enhet" in record(project, "brott")
    assert "criteria: [programmes]" in record(project, "brott")


def test_an_answer_that_does_not_fit_is_asked_for_again(project: Path) -> None:
    told = answered(
        "vad=Antal", "value=Fel", "value=Antal", "i fjol", "2008", "", "Brott", "fall", "Brå", "stöld", "crime", "", "y"
    )
    result = import_file(project, "crime.csv", marked(samples.BRA), answers=told)
    assert result.exit_code == 0
    assert "year, date, sex" in result.output
    assert table(project, "crime").startswith("year,value")


def test_signs_and_sheets_are_asked_for(project: Path) -> None:
    rows = [line.split(";") for line in samples.OTHER.splitlines()]
    data = sheets(Ett=rows, Två=())
    told = answered(
        "Ett",
        "year=Period,cause=Vad,value=Hur många",
        "Exempelby",
        ":=not-asked",
        "olyckor",
        "O",
        "fall",
        "S",
        "injuries",
        "",
        "y",
    )
    result = import_file(project, "other.xlsx", data, answers=told)
    assert result.exit_code == 0
    assert "2008,Fall,,not-asked" in table(project, "olyckor")


def test_no_leaves_all_as_it_was(project: Path) -> None:
    before = snapshot(project)
    told = answered("value=Antal", "2008", "brott", "Brott", "fall", "Brå", "crime", "", "n")
    assert import_file(project, "crime.csv", marked(samples.BRA), answers=told).exit_code == 1
    assert snapshot(project) == before


def test_whether_people_are_counted_is_asked_first(project: Path) -> None:
    data = sheets(Personer=(("Datum", "Kön"), ("2007-01-02", "Man")))
    told = answered("y", "year=Datum,sex=Kön", "Exempelby", "skadade", "S", "personer", "Strada", "injuries", "", "y")
    assert import_file(project, "strada.xlsx", data, answers=told).exit_code == 0
    assert table(project, "skadade") == "year,sex,value\n2007,,1\n2007,male,1\n"


def test_an_update_asks_only_whether_to_write(project: Path) -> None:
    assert import_file(project, "wide.csv", marked(samples.WIDE)).exit_code == 0
    changed = marked(samples.WIDE.replace('"1 234"', '"1 300"'))
    assert import_file(project, "wide.csv", changed, answers="y\n").exit_code == 0
    assert "1300" in table(project, "wide")
