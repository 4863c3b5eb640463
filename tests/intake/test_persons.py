"""A file with a row for each person is counted, and of nothing else in it is anything found afterwards."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.intake.samples import import_file, make_project, plain, sheets, table

SECRET = ("Hemligsson", "halkade", "19121212", "Storgatan")
HEADING = ("Olycksdatum", "Kön", "Ålder", "Trafikantgrupp", "Namn", "Beskrivning", "Personnummer")
CHOSEN = ("--columns", "year=Olycksdatum,sex=Kön,age=Ålder,series=Trafikantgrupp", "--place", "Exempelby")
COUNT = ("--sheet", "Personer", "--count")


def people() -> Iterator[tuple[object, ...]]:
    for number in range(24):
        sex = "Uppgift saknas" if number == 0 else "Kvinna" if number % 3 else "Man"
        group = "Cyklist" if number % 2 else "Gående"
        secrets = (f"Anna{number} Hemligsson", f"Hon halkade {number} gånger på Storgatan", f"19121212-{1000 + number}")
        yield f"{2007 + number % 2}-05-{number + 1:02d}", sex, 8 * (number % 10), group, *secrets


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


@pytest.fixture
def strada() -> bytes:
    return sheets(Olyckor=(("Olycksnummer", "Händelse"), (1, "halkade")), Personer=(HEADING, *people()))


def everything(*folders: Path) -> Iterator[bytes]:
    for folder in folders:
        for file in folder.rglob("*"):
            yield str(file).encode()
            if file.is_file() and file.name != "strada.xlsx":
                yield file.read_bytes()


def test_people_are_counted_and_nothing_else_of_them_is_kept(project: Path, strada: bytes) -> None:
    result = import_file(project, "strada.xlsx", strada, *COUNT, *CHOSEN)
    assert result.exit_code == 0
    lines = table(project, "strada").splitlines()
    assert lines[0] == "year,sex,age,series,value"
    assert [line for line in lines if ",,,," in line] == ["2007,,,,12", "2008,,,,12"]
    parts = [line.split(",") for line in lines[1:] if ",,,," not in line]
    assert list(dict.fromkeys(part[2] for part in parts)) == ["children", "youth", "adults", "older"]
    # Of one person the sex is not known, who is in the total only.
    assert sum(int(part[4]) for part in parts) == 23
    kept = b"".join(everything(project, Path(os.environ["XDG_CACHE_HOME"]))) + result.output.encode()
    assert b"Trafikantgrupp" in kept
    for secret in SECRET:
        assert secret.encode() not in kept
        assert secret not in result.output


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--sheet", "Personer"),
        (*COUNT,),
        (*COUNT, "--columns", "year=Olycksdatum,series=Beskrivning", "--place", "Exempelby"),
        (*COUNT, "--columns", "year=Olycksdatum,series=Personnummer", "--place", "Exempelby"),
        (*COUNT, "--columns", "year=Beskrivning", "--place", "Exempelby"),
        (*COUNT, "--columns", "year=Olycksdatum,sex=Beskrivning", "--place", "Exempelby"),
        (*COUNT, "--columns", "year=Olycksdatum,sex=Saknas", "--place", "Exempelby"),
        ("--sheet", "Olyckor"),
    ],
)
def test_a_refusal_says_nothing_of_anybody(project: Path, strada: bytes, options: tuple[str, ...]) -> None:
    result = import_file(project, "strada.xlsx", strada, *options)
    assert result.exit_code == 1
    kept = b"".join(everything(project, Path(os.environ["XDG_CACHE_HOME"]))).decode(errors="replace") + result.output
    assert [secret for secret in SECRET if secret in kept] == []


@pytest.mark.parametrize(
    ("heading", "row"),
    [
        ("Olycksdatum;Kön;Ålder;Antal inblandade", "2007-05-0{n};Kvinna;7{n};{n}"),
        (
            "År;Kön;Antal;Vad som hände",
            "2007;Kvinna;1;Hon skulle hämta posten och halkade på den {n}:e stenen i trappan",
        ),
        ("År;Kön;Ålder;Skadegrad", "2007;Kvinna;7{n};lindrig"),
        ("År;Kommun;Person;Antal", "2007;Exempelby;19121212-123{n};1"),
        ("År;Kommun;Person;Antal", "2007;Exempelby;19121212123{n};1"),
    ],
)
def test_a_short_list_of_people_with_numbers_is_known_as_one(project: Path, heading: str, row: str) -> None:
    text = "\n".join([heading, *(row.format(n=number) for number in range(1, 5))])
    result = import_file(project, "lista.csv", plain(text), "--place", "Exempelby")
    assert "[import-persons]" in result.stderr
    assert [secret for secret in ("posten", "7", "19121212") if secret in result.output] == []


@pytest.mark.parametrize(("heading", "names"), [("Namn", "Anna,Bo,Bo,Bo,Bo"), ("Vem", "Anna,Bo,Cia,Di,Anna")])
def test_names_are_no_groups_in_a_short_list_either(project: Path, heading: str, names: str) -> None:
    text = "\n".join([f"Datum;Kön;{heading}", *(f"2007-01-02;Man;{name}" for name in names.split(","))])
    columns = ("--count", "--columns", f"year=Datum,series={heading}")
    result = import_file(project, "lista.csv", plain(text), *columns, "--place", "Exempelby")
    assert "[import-person-column]" in result.stderr
    assert "Anna" not in result.output


@pytest.mark.parametrize("options", [(), ("--columns", "year=Olycksdatum,value=Beskrivning", "--place", "Exempelby")])
def test_a_list_of_people_that_nobody_says_is_one_is_not_quoted(project: Path, options: tuple[str, ...]) -> None:
    text = "\n".join(";".join(map(str, row)) for row in (HEADING, *people()))
    result = import_file(project, "lista.csv", plain(text), *options)
    assert result.exit_code == 1
    assert [secret for secret in SECRET if secret in result.output] == []


@pytest.mark.parametrize(
    "places",
    [
        # With what tells of somebody, also where a number of each row could pass for a value; and without it.
        (0, 1, 2, 6),
        (0, 1, 5),
        (0, 1, 2),
    ],
)
def test_a_list_of_people_is_known_as_one(project: Path, places: tuple[int, ...]) -> None:
    rows = [[row[place] for place in places] for row in ((*HEADING[:5], "Fritext", HEADING[6]), *people())]
    text = "\n".join(";".join(map(str, (number or "Löpnr", *row))) for number, row in enumerate(rows))
    text = text if 5 in places or 6 in places else "\n".join(line.partition(";")[2] for line in text.splitlines())
    result = import_file(project, "lista.csv", plain(text))
    assert result.exit_code == 1
    assert "[import-persons]" in result.stderr
    assert "--count --columns" in result.stderr
    assert [secret for secret in SECRET if secret in result.output] == []
    counted = import_file(
        project, "lista.csv", plain(text), "--count", "--columns", "year=Olycksdatum,sex=Kön", *CHOSEN[2:]
    )
    assert counted.exit_code == 0


def test_it_is_counted_again_as_it_was_the_last_time(project: Path, strada: bytes) -> None:
    assert import_file(project, "strada.xlsx", strada, *COUNT, *CHOSEN).exit_code == 0
    before = table(project, "strada")
    assert import_file(project, "strada.xlsx", strada).exit_code == 0
    assert table(project, "strada") == before
