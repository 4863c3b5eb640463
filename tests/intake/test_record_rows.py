"""Rows of a table become records: headings and names are understood, and what is wrong is told with its place there."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm.cli.main import cli
from safecomm.content.load import load
from safecomm.content.records import Activity, Attachment, Organisation
from safecomm.intake.limits import MOST_RECORDS
from safecomm.rules.all_rules import check
from tests.intake.samples import sheets
from tests.test_broken import HERE, broken_project

ROWS = """Förteckning över verksamheter

Verksamhet;Criterion;target_group;Medverkande;Text;Anmärkning
Nattvandring;Ett aktivt råd;everyone;Polisen, kansliet;Föräldrar går på stan.;
;;;;;
Grannsamverkan;infrastructure;everyone;polisen;Grannar ser till **varandras** hem.;ny
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return broken_project(HERE / "good", tmp_path / "project")


def take(project: Path, kind: str, data: bytes | str, *options: str, name: str = "a.csv", answer: str = "") -> Result:
    file = project / name
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    arguments = ["new", kind, "--from", str(file), "--project", str(project), *options]
    return CliRunner().invoke(cli, arguments, input=answer, catch_exceptions=False)


def content(project: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in (project / "content").rglob("*") if file.is_file()}


def activity(project: Path, id_: str) -> Activity:
    record = load(project).records["sv"].activities[id_]
    assert isinstance(record, Activity)
    return record


def test_every_row_becomes_a_record(project: Path) -> None:
    last = max(record.order for record in load(project).records["sv"].activities.values())
    result = take(project, "activities", ROWS, "--yes")
    assert result.exit_code == 0, result.output
    assert "kolumnen ”Criterion” är criterion" in result.output
    assert "kolumner som inte används: Anmärkning" in result.output
    first, second = activity(project, "nattvandring"), activity(project, "grannsamverkan")
    assert (first.title, first.criterion, first.order) == ("Nattvandring", "infrastructure", last + 10)
    assert (second.criterion, second.order) == ("infrastructure", last + 20)
    assert (first.organisations, second.organisations) == (("polisen", "kansliet"), ("polisen",))
    assert (first.target_group, second.target_group) == ("everyone", "everyone")


def test_what_the_file_does_not_say_is_left_to_fill_in(project: Path) -> None:
    assert take(project, "activity", ROWS.replace(";Text;", ";;"), "--yes").exit_code == 0
    found = [finding.diagnostic for finding in check(load(project), "sv")]
    gaps = {diagnostic.record for diagnostic in found if diagnostic.code == "not-filled-in"}
    assert gaps == {"activities/nattvandring", "activities/grannsamverkan"}


@pytest.mark.parametrize("name", ["a.xlsx", "b.csv"])
def test_any_file_with_a_table_will_do(name: str, project: Path) -> None:
    rows = [("Namn", "Slag", "name.en"), ("Räddningstjänsten", "department", "Rescue service")]
    text = "\n".join("\t".join(row) for row in rows)
    data = sheets(Blad=rows) if name.endswith("xlsx") else text.encode("cp1252")
    assert take(project, "organisations", data, "--yes", name=name).exit_code == 0
    record = load(project).records["sv"].organisations["raddningstjansten"]
    assert isinstance(record, Organisation)
    assert (record.name.to("sv"), record.name.to("en")) == ("Räddningstjänsten", "Rescue service")


TWO_LANGUAGES = """Verksamhet;title.en;Criterion;target_group;text.sv;Text (en)
Nattvandring;Night walk;infrastructure;everyone;Föräldrar går på stan.;Parents walk the town, *together*.
Grannsamverkan;;infrastructure;everyone;Grannar ser till hus.;
"""


def test_a_table_with_two_languages_becomes_records_and_their_translations(project: Path) -> None:
    result = take(project, "activities", TWO_LANGUAGES, "--yes")
    assert result.exit_code == 0, result.output
    records, gaps = load(project), {finding.diagnostic.code for finding in check(load(project), "sv")}
    assert records.records["sv"].activities["nattvandring"].title == "Nattvandring"
    assert records.records["en"].activities["nattvandring"].title == "Night walk"
    written = (project / "content" / "activities" / "nattvandring.en.md").read_text(encoding="utf-8")
    assert written.startswith(
        "---\n# yaml-language-server: $schema=../.schemas/activities.en.json\ntitle: Night walk\n"
    )
    assert written.endswith("\n---\n\nParents walk the town, *together*.\n")
    assert not (project / "content" / "activities" / "grannsamverkan.en.md").exists()
    assert {"untranslated"} == gaps


def test_what_is_wrong_in_a_translation_is_told_with_its_place(project: Path) -> None:
    before = content(project)
    for wrong, place in (("<b>x</b>", "a.csv:2:6: "), ("[](measure:ingen)", "a.csv:2: ")):
        result = take(project, "activities", TWO_LANGUAGES.replace("*together*", wrong), "--yes")
        assert (result.exit_code, place in result.output) == (1, True), result.output
    assert content(project) == before


def test_columns_are_named_once(project: Path) -> None:
    rows = ROWS.replace("Verksamhet;", "Vad vi gör;")
    assert "[rows-heading]" in take(project, "activities", rows, "--yes").output
    assert "[import-column]" in take(project, "activities", rows, "--yes", "--columns", "title=Vad vi gjorde").output
    assert take(project, "activities", rows, "--yes", "--columns", "titel=Vad vi gör").exit_code == 2
    assert take(project, "activities", rows, "--yes", "--columns", "title=Vad vi gör").exit_code == 0
    assert activity(project, "nattvandring").title == "Nattvandring"


def test_nothing_is_written_before_the_answer(project: Path) -> None:
    before = content(project)
    result = take(project, "activities", ROWS, answer="n\n")
    assert "    grannsamverkan\nSkriva in dem (2)?" in result.output
    assert content(project) == before
    assert take(project, "activities", ROWS, answer="\n").exit_code == 0
    assert content(project) != before


def test_all_of_it_is_taken_back_at_once(project: Path) -> None:
    before = content(project)
    take(project, "activities", ROWS, "--yes")
    assert CliRunner().invoke(cli, ["review", "--undo", "--project", str(project)]).exit_code == 0
    assert content(project) == before


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kansliet", "kansli", "a.csv:4:4: fel: ”kansli” finns inte i content/organisations.yaml [unknown-reference]"),
        ("Ett aktivt råd", "Ett råd", "a.csv:4:2: fel: ”Ett råd” finns inte i content/criteria [unknown-reference]"),
        ("everyone", "alla", "a.csv:4:3: fel: ”alla” är inget värde som target_group kan ha [unknown-value]"),
        ("everyone", "", "a.csv:4:3: fel: raden har inget i kolumnen för target_group [rows-empty]"),
        ("Grannsamverkan", "", "a.csv:6:1: fel: raden har inget i kolumnen för title [rows-empty]"),
        ("Grannsamverkan", "Nattvandring", "a.csv:6: fel: det finns redan något med id ”nattvandring” [id-taken]"),
        ("**varandras**", "<b>sina</b>", "a.csv:6:5: fel: "),
        ("**varandras**", "[](measure:ingen)", "a.csv:6: fel: hänvisningen measure:ingen"),
        ("target_group", "Vem", "a.csv:3: fel: filen har ingen kolumn för target_group"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_nothing_is_written(
    old: str, new: str, told: str, project: Path
) -> None:
    before = content(project)
    result = take(project, "activities", ROWS.replace(old, new, 1), "--yes")
    assert (result.exit_code, told in result.output) == (1, True), result.output
    assert content(project) == before


def test_the_same_file_makes_no_doubles(project: Path) -> None:
    take(project, "activities", ROWS, "--yes")
    before = content(project)
    assert take(project, "activities", ROWS, "--yes").output.count("[id-taken]") == 2
    assert content(project) == before
    ids = ROWS.replace("Verksamhet;", "id;Verksamhet;").replace("Nattv", "a;Nattv").replace("Gran", "b;Gran")
    assert take(project, "activities", ids, "--yes").exit_code == 0


def test_letters_are_attachments(project: Path) -> None:
    assert take(project, "letter", "Rubrik;Datum\nStöd från polisen;2008-02-30\n", "--yes").exit_code == 1
    assert take(project, "letter", "Rubrik;Datum\nStöd från polisen;2008-02-28\n", "--yes").exit_code == 0
    letter = load(project).records["sv"].attachments["stod-fran-polisen"]
    assert isinstance(letter, Attachment)
    assert (letter.kind, str(letter.date)) == ("letter", "2008-02-28")


def test_a_register_is_refused(project: Path) -> None:
    rows = "".join(f"Organisation {number};department\n" for number in range(MOST_RECORDS + 1))
    assert "[rows-too-many]" in take(project, "organisations", f"Namn;Slag\n{rows}", "--yes").output
    assert "[rows-nothing]" in take(project, "organisations", "Namn;Slag\n", "--yes").output


def test_a_file_or_an_id_is_given_and_not_both(project: Path) -> None:
    assert take(project, "activities", ROWS, "nattvandring").exit_code == 2
    assert take(project, "event", ROWS).exit_code == 2
    assert CliRunner().invoke(cli, ["new", "measure", "--project", str(project)]).exit_code == 2
