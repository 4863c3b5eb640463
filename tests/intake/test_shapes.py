"""Each shape of file, with its signs, its encodings and what it leaves out."""

import re
from pathlib import Path

import pytest

from safecomm.content.load import load
from safecomm.content.records import Observation
from safecomm.intake.figures import KEY, FigureRow
from safecomm.intake.words import ages_in, same_place
from tests.intake import samples
from tests.intake.samples import as_json, import_file, make_project, marked, plain, record, sheets, table, windows

FILES = Path(__file__).parent / "files"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project")


@pytest.mark.parametrize("encoded", [windows, marked, plain])
def test_pxweb_wide(project: Path, encoded: object) -> None:
    assert callable(encoded)
    result = import_file(project, "wide.csv", encoded(samples.WIDE), "--place", "Riket", "--lang", "en")
    assert result.exit_code == 0
    assert "the sign “..” was read as not available" in result.output
    assert table(project, "wide").splitlines() == [
        "year,sex,place,value,status",
        "2007,female,,,not-available",
        "2007,female,Riket,,not-applicable",
        "2007,male,,1234,",
        "2007,male,Riket,5,",
        "2008,female,,0,",
        "2008,female,Riket,7,",
        "2008,male,,12,",
        "2008,male,Riket,6.5,",
    ]
    assert "comparison: [Riket]" in record(project, "wide")


@pytest.mark.parametrize("is_year_first", [False, True])
def test_pxweb_with_the_sexes_in_the_heading(project: Path, is_year_first: bool) -> None:
    text = re.sub(r"(män|kvinnor) (\d+)", r"\2 \1", samples.CROSSED) if is_year_first else samples.CROSSED
    assert import_file(project, "crossed.csv", windows(text)).exit_code == 0
    assert table(project, "crossed").splitlines() == [
        "year,sex,value",
        "2007,female,3",
        "2007,male,1",
        "2008,female,4",
        "2008,male,2",
    ]


def test_pxweb_with_semicolons(project: Path) -> None:
    """It is no table of the National Board of Health and Welfare, in which signs and absent rows mean other things."""
    result = import_file(project, "deaths.csv", windows(samples.SEMICOLONS), "--lang", "en")
    assert result.output.startswith("the file is a table from PxWeb")
    assert table(project, "deaths").splitlines() == [
        "year,sex,cause,value,status",
        "2007,,fall,,not-available",
        "2007,male,brand,0,",
        "2008,,fall,4,",
        "2008,male,brand,2.5,",
    ]


@pytest.mark.parametrize("separator", ["\t", " ", ";"])
def test_pxweb_with_other_separators_and_with_codes_and_texts(project: Path, separator: str) -> None:
    rows = (
        ('"Region - region"', '"Kon - kön"', '"A1 - Antal 2007 - 2007"', '"A1 - Antal 2008 - 2008"'),
        ('"0001 - Exempelby"', '"1 - män"', "12", ".."),
        ('"00 - Riket"', '"2 - kvinnor"', "500", "-"),
    )
    text = "".join(f"{separator.join(row)}\n" for row in rows)
    assert import_file(project, "both.csv", windows(text), "--place", "Riket").exit_code == 0
    assert table(project, "both").splitlines() == [
        "year,sex,place,value,status",
        "2007,female,Riket,500,",
        "2007,male,,12,",
        "2008,female,Riket,0,",
        "2008,male,,,not-available",
    ]


def test_pxweb_in_a_sheet(project: Path) -> None:
    data = sheets(Folk=samples.PXWEB_SHEET)
    options = ("--columns", "place=A,sex=B", "--place", "Riket")
    assert import_file(project, "folk.xlsx", data, *options).exit_code == 0
    assert table(project, "folk").splitlines() == [
        "year,sex,place,value",
        "2008,female,,11",
        "2008,female,Riket,510",
        "2008,male,,12",
        "2008,male,Riket,500",
    ]


def test_several_years_with_one_figure_stay_several(project: Path) -> None:
    assert import_file(project, "means.csv", windows(samples.PERIODS)).exit_code == 0
    assert table(project, "means").splitlines() == [
        "year,sex,value",
        "2018-2021,,21",
        "2018-2021,female,20",
        "2019-2022,,19",
        "2019-2022,female,18.5",
    ]
    long = '"region","år","Andel"\n"0001 Exempelby","2022-2019","5"\n'
    assert "[import-not-a-year]" in import_file(project, "back.csv", windows(long)).stderr


def test_limits_of_confidence_stay_with_their_value(project: Path) -> None:
    assert import_file(project, "health.csv", windows(samples.CSV2)).exit_code == 0
    assert table(project, "health").splitlines() == [
        "year,sex,value,lower,upper,status",
        "2007,male,12.5,10.1,14.9,",
        "2008,male,,,,not-available",
    ]


def test_pxweb_with_codes(project: Path) -> None:
    assert import_file(project, "codes.csv", plain(samples.CSV3)).exit_code == 0
    assert table(project, "codes") == "year,sex,value\n2007,,23\n2007,female,12\n2007,male,11\n"


@pytest.mark.parametrize("data", [samples.JSON_STAT, samples.JSON_STAT_1])
def test_json_stat(project: Path, data: object) -> None:
    refused = import_file(project, "stat.json", as_json(data), "--place", "00")
    assert "”p”" in refused.output
    options = ("--place", "00", "--signs", "p=preliminary")
    assert import_file(project, "stat.json", as_json(data), *options).exit_code == 0
    assert table(project, "stat").splitlines() == [
        "year,sex,place,value,status",
        "2007,male,,12,",
        "2007,male,Riket,5.25,",
        "2008,male,,,not-available",
        "2008,male,Riket,7,preliminary",
    ]
    assert "title:\n  sv: Anmälda fall\n" in record(project, "stat")
    assert "source: {sv: Statistikmyndigheten}" in record(project, "stat")


def test_kolada(project: Path) -> None:
    assert import_file(project, "kolada.json", as_json(samples.KOLADA), "--place", "0000=Riket").exit_code == 0
    assert table(project, "kolada").splitlines() == [
        "year,sex,place,value,status",
        "2007,,,3.2,",
        "2007,,Riket,4,",
        "2007,female,,,not-available",
    ]


def test_what_kolada_computes_is_rounded_and_what_does_not_show_is_dropped(project: Path) -> None:
    text = as_json(samples.KOLADA).replace(b"3.2", b"4.85436893203884").replace(b"N00001", b"N\\u001b[31m1\\ud800")
    result = import_file(project, "kolada.json", text)
    assert result.exit_code == 0
    assert "N[31m1\n" in result.output
    assert "2007,,4.8543689320," in table(project, "kolada")


def test_bra_by_municipality(project: Path) -> None:
    refused = import_file(project, "crime.csv", marked(samples.BRA))
    assert refused.exit_code == 1
    assert "--year" in refused.output
    assert "”Antal”, ”Per 100 000 inv.”" in refused.output
    options = ("--year", "2008", "--columns", "value=Antal", "--place", "Grannby")
    assert import_file(project, "crime.csv", marked(samples.BRA), *options).exit_code == 0
    assert table(project, "crime") == "year,place,value,status\n2008,,1234,preliminary\n2008,Grannby,,suppressed\n"


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_bra_in_a_sheet(project: Path, ending: str) -> None:
    """The older ones are what LibreOffice made of the first."""
    made = FILES / f"bra.{ending}"
    data = made.read_bytes() if made.exists() else sheets(Tabell=samples.BRA_SHEET)
    refused = import_file(project, f"bra.{ending}", data, "--place", "Exempelby")
    assert "series=B" in refused.output
    assert import_file(project, made.name, data, "--place", "Exempelby", "--columns", "series=B").exit_code == 0
    assert table(project, "bra").splitlines() == [
        "year,series,value,status",
        "2007,Misshandel,12,preliminary",
        "2007,Stöld,0,preliminary",
        "2008,Misshandel,,suppressed",
        "2008,Stöld,1234.5,preliminary",
    ]


def test_an_absent_row_of_injuries_is_zero_and_a_suppressed_one_is_not(project: Path) -> None:
    assert import_file(project, "injured.csv", marked(samples.SOCIALSTYRELSEN)).exit_code == 0
    assert table(project, "injured").splitlines() == [
        "year,sex,age,value,status",
        "2007,female,0–4,0,",
        "2007,female,5–9,,suppressed",
        "2007,male,0–4,12,",
        "2007,male,5–9,0,",
        "2008,female,0–4,0,",
        "2008,female,5–9,3.5,",
        "2008,male,0–4,1200,",
        "2008,male,5–9,0,",
    ]
    other = samples.SOCIALSTYRELSEN.replace("Skador vårdade på sjukhus", "Tandvård")
    assert import_file(project, "teeth.csv", marked(other)).exit_code == 0
    assert len(table(project, "teeth").splitlines()) == 5


def test_the_crime_survey(project: Path) -> None:
    assert import_file(project, "survey.csv", plain(samples.NTU)).exit_code == 0
    assert table(project, "survey") == "year,value,status\n2007,12,\n2008,,suppressed\n"


@pytest.mark.parametrize("name", ["other.csv", "other.xlsx"])
def test_a_file_whose_columns_are_named_is_known_again(project: Path, name: str) -> None:
    rows = [line.split(";") for line in samples.OTHER.splitlines()]
    data = plain(samples.OTHER) if name.endswith(".csv") else sheets(Blad=rows)
    place = ("--place", "Exempelby")
    assert "--columns" in import_file(project, name, data, *place).output
    columns = ("--columns", "year=Period,cause=Vad,value=Hur många")
    undefined = import_file(project, name, data, *place, *columns)
    assert f"{name}:5: fel: ”:”" in undefined.output
    assert import_file(project, name, data, *place, *columns, "--signs", ":=not-asked").exit_code == 0
    assert table(project, "other").splitlines() == [
        "year,cause,value,status",
        "2007,Brand,3,",
        "2007,Fall,1200.5,",
        "2008,Brand,0,",
        "2008,Fall,,not-asked",
    ]
    again = import_file(project, f"again-{name}", data)
    assert again.exit_code == 0
    assert "other" in again.output
    assert table(project, f"again-{name.partition('.')[0]}") == table(project, "other")


def test_what_may_not_be_shown_is_never_said_to_be_zero(project: Path) -> None:
    options = ("--year", "2008", "--columns", "value=Antal", "--place", "Grannby", "--signs", "..=zero")
    assert import_file(project, "crime.csv", marked(samples.BRA), *options).exit_code == 0
    assert "2008,Grannby,,suppressed" in table(project, "crime")


def test_a_county_with_the_name_of_its_town_is_another_place(project: Path) -> None:
    text = samples.WIDE.replace("00 Riket", "01 Exempelby")
    assert import_file(project, "wide.csv", windows(text), "--place", "01=Exempellän").exit_code == 0
    assert "2007,male,Exempellän,5," in table(project, "wide")
    assert "2007,male,,1234," in table(project, "wide")


def test_all_municipalities_are_not_the_community(project: Path) -> None:
    text = samples.WIDE.replace("00 Riket", "00 Alla")
    assert import_file(project, "wide.csv", windows(text), "--place", "00").exit_code == 0
    assert "2007,male,Alla,5," in table(project, "wide")


def test_a_column_is_not_taken_for_what_another_is_said_to_be(project: Path) -> None:
    text = "Region;Område;År;Antal\nLän;Exempelby;2007;1\nLän;Exempelby;2008;2\n"
    assert import_file(project, "a.csv", plain(text), "--columns", "place=Område").exit_code == 0
    assert table(project, "a") == "year,value\n2007,1\n2008,2\n"


def test_the_rows_have_the_columns_of_the_record() -> None:
    assert FigureRow._fields == tuple(Observation.model_fields)
    assert FigureRow._fields[: len(KEY)] == KEY


def test_what_is_written_can_be_loaded_and_says_where_it_came_from(project: Path) -> None:
    options = ("--title", "Fall", "--title", "Cases", "--unit", "fall", "--criterion", "injury_documentation")
    assert import_file(project, "wide.csv", windows(samples.WIDE), *options, "--id", "cases").exit_code == 0
    statistics = load(project).records["sv"].statistics["cases"]
    assert statistics.title.to("en") == "Cases"
    assert statistics.criteria == ("injury_documentation",)
    assert statistics.file is not None
    assert (statistics.file.name, str(statistics.file.date)) == ("wide.csv", "2009-03-02")
    assert len(statistics.file.sha256 or "") == 64


def test_missing_texts_are_left_to_be_filled_in(project: Path) -> None:
    assert import_file(project, "wide.csv", windows(samples.WIDE)).exit_code == 0
    assert "sv: FYLL I rubrik" in record(project, "wide")
    assert "sv: FYLL I enhet" in record(project, "wide")


def test_a_survey_whose_dimension_is_the_interval(project: Path) -> None:
    heading = '"Region","Hälsa","Andel och konfidensintervall","År","Hälsa efter region"\n'
    measures = {
        "Andel": 71,
        "Konfidensintervall nedre gräns": 66,
        "Konfidensintervall övre gräns": 76,
        "Antal svar": 90,
    }
    rows = (f'"0001 Exempelby","Trygg","{name}","2008","{value}"\n' for name, value in measures.items())
    data = windows(heading + "".join(rows))
    assert "import-measures" in import_file(project, "hlv.csv", data).output
    assert import_file(project, "hlv.csv", data, "--columns", "value=Andel").exit_code == 0
    assert table(project, "hlv") == "year,value,lower,upper\n2008,71,66,76\n"


def test_of_several_columns_of_numbers_one_is_taken(project: Path) -> None:
    text = "Kommun;Otrygg sent ute;Utsatt för brott\nExempelby;31;24\nGrannby;25;XX\n"
    data = marked(f"Nationella trygghetsundersökningen\n{text}")
    assert import_file(project, "ntu.csv", data, "--columns", "value=Utsatt för brott", "--year", "2008").exit_code == 0
    assert table(project, "ntu") == "year,value\n2008,24\n"


@pytest.mark.parametrize(
    ("label", "ages"),
    [
        *[(label, "5–9") for label in ("5-9", "5–9 år", "5-9 years")],
        *[(label, "85+") for label in ("85+", "85+ år", "85 år och äldre", "85 years or older", "85-", "85–w")],
        *[(label, "older") for label in ("65+", "65 år och äldre")],
        ("0-14 år", "children"),
        ("-4", "0–4"),
        ("34 år", "34"),
        ("34", "34"),
        ("skolbarn", "skolbarn"),
    ],
)
def test_ages_are_written_alike_in_all_sources(label: str, ages: str) -> None:
    assert ages_in(label) == ages


@pytest.mark.parametrize(
    ("written", "name", "is_it"),
    [("Kungälv", "Kungälvs kommun", True), ("Borås", "Borås stad", True), ("Borå", "Mora kommun", False)],
)
def test_a_municipality_goes_by_its_name(written: str, name: str, is_it: bool) -> None:
    assert same_place(written, name) is is_it
