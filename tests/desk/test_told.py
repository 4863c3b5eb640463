"""Whoever works on the desk reads labels, titles and buttons, and never a command, an option or the name of a field."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safecomm.codes.codes import GROUPS, load_group
from safecomm.content.folder import KINDS, SINGLES
from safecomm.desk.desk import Desk
from safecomm.desk.place_names import list_name
from safecomm.desk.told import Teller, teller_of
from safecomm.diagnostic import Diagnostic, Location, problem
from safecomm.labels import Labels
from safecomm.messages.texts import texts_of
from safecomm.rules.all_rules import check, questions_of
from tests.changes.drafts import replaced

COMMAND = re.compile(r"[“”]safecomm |(?<!\w)--[a-z]|[“”]git |docs/|\.yaml|\.csv|\.md\b|[“”]# |[“”][a-z_]+: …")
OF_COMMANDS = {"project-there", "no-translation", "review-draft-changed", "rows-heading", "rows-column"}
"""What only somebody can meet who types a command."""
OF_DESIGNERS = {"word", "template", "phrases", "audit", "ooxml"}
"""The groups for whoever makes the templates in Word, which is not done on the desk."""
OF_THE_FILE = {"section-level", "followup-name"}
"""What is mended in the text of a file, or in its name."""
QUOTED_FIELD = re.compile(r"[“”][a-z_]+[“”]")

CODES = {name: code for group in GROUPS if group not in OF_DESIGNERS for name, code in load_group(group).codes.items()}


@pytest.mark.parametrize("name", sorted(CODES.keys() - OF_COMMANDS - OF_THE_FILE))
def test_no_hint_on_the_desk_is_a_command_or_a_line_of_a_file(name: str) -> None:
    for text in (CODES[name].desk or CODES[name].hint).values():
        assert not COMMAND.search(text)


@pytest.mark.parametrize("group", ["rules", "readiness"])
def test_what_is_missing_is_told_without_names_of_fields(group: str) -> None:
    for code in load_group(group).codes.values():
        for text in (*code.message.values(), *(code.desk or code.hint).values()):
            assert not QUOTED_FIELD.search(text)


@pytest.mark.parametrize("name", [name for name, code in CODES.items() if code.desk])
def test_the_hint_of_the_desk_stands_in_both_languages(name: str) -> None:
    code = CODES[name]
    assert [language for language, text in code.desk.items() if text.strip()] == ["sv", "en"]
    assert code.desk != code.hint


@pytest.fixture
def teller(desk: Desk) -> Teller:
    return teller_of(desk)


def found(desk: Desk, code: str) -> Diagnostic:
    content = desk.state().require_content()
    findings = [*check(content, desk.language), *questions_of(content, desk.language)]
    return next(each.diagnostic for each in findings if each.diagnostic.code == code)


def test_fields_go_by_their_labels(desk: Desk, teller: Teller) -> None:
    fault = found(desk, "measure-incomplete")
    assert "“expected result”" in teller.message(fault)
    assert teller.hint(fault) == "fill in “objectives”, “cost”, “deadline”, “expected result” once it is known"
    assert teller.place(fault.location) == "Measure for evaluation"
    undivided = found(desk, "injury-figures-undivided")
    assert teller.message(undivided).endswith("“sex”, “age”, “cause”, “place”")
    assert "“strengths”, “weaknesses”" in teller.message(found(desk, "assessment-missing"))


def test_fields_go_by_their_labels_in_swedish(project: Path) -> None:
    desk = Desk(project, "sv")
    teller = teller_of(desk)
    assert "”väntat resultat”" in teller.message(found(desk, "measure-incomplete"))
    assert "”kön”, ”ålder”, ”orsak”, ”plats”" in teller.hint(found(desk, "injury-figures-undivided"))


def test_a_field_inside_a_field_goes_by_its_label(teller: Teller) -> None:
    fault = problem("empty-value", Location("content/application.md", 3), key="contact.postcode")
    assert teller.message(fault) == "“postcode” is empty"


def test_a_file_goes_by_the_title_of_what_stands_in_it(desk: Desk, project: Path) -> None:
    (project / "content/measures/lighting.en.md").unlink()
    desk.refresh()
    teller = teller_of(desk)
    fault = found(desk, "untranslated")
    assert teller.message(fault) == "the text in “Belysning” does not exist in English"
    assert teller.hint(fault) == "translate it on the page of the record, where the languages stand side by side"
    unknown = problem("unknown-reference", fault.location, id="ingen", place="content/organisations.yaml")
    assert teller.message(unknown) == "“ingen” does not exist in “Organisations”"


@pytest.mark.parametrize(
    ("gap", "told"),
    [
        ("no-responsible", "nobody is responsible for the measure “Lighting”"),
        ("no-such-gap", "Lighting, “no-such-gap”"),
    ],
)
def test_a_gap_that_is_accepted_for_nothing_goes_by_what_was_missing(project: Path, gap: str, told: str) -> None:
    entry = f"acknowledged:\n- {{gap: {gap}, record: measures/lighting, reason: {{sv: Snart., en: Soon.}}}}\n"
    replaced("application.md", "---\n\n# letter", f"{entry}---\n\n# letter")(project)
    desk = Desk(project, "en")
    said = teller_of(desk).message(found(desk, "acknowledgement-idle"))
    assert said == f"a gap is accepted that is there no longer: {told}"


def test_what_was_probably_meant_goes_by_its_title(client: TestClient, project: Path) -> None:
    for field, wrong, meant in (("responsible", "poliisen", "Police"), ("text", "[se](measure:lightning)", "Lighting")):
        file = project / "content/measures/lighting.md"
        before = file.read_text(encoding="utf-8")
        based_on = "kansliet" if field == "responsible" else "Insatsen görs."
        body = {"kind": "measures", "id": "lighting", "edits": [{"field": field, "value": wrong, "based_on": based_on}]}
        ((fault,),) = client.post("/record/try", json=body).json()["faults"].values()
        assert fault["hint"] == f"did you mean “{meant}”?"
        # Where the file is written as it is, that would not do.
        changed = {"path": "content/measures/lighting.md", "text": before.replace(based_on, wrong), "based_on": before}
        (fault,) = client.post("/text/try", json=changed).json()["problems"]
        assert fault["hint"] in ("did you mean “polisen”?", "did you mean “measure:lighting”?")


def test_a_figure_goes_by_its_row_as_its_page_counts_them(client: TestClient, desk: Desk, project: Path) -> None:
    desk.state()
    table = project / "content/statistics/inhabitants.csv"
    before = table.read_text(encoding="utf-8")
    table.write_text(before + "2009;many\n", encoding="utf-8")
    desk.refresh()
    row = len(before.splitlines())
    assert f'<a href="/figures/inhabitants">Inhabitants, row {row}</a>' in client.get("/records").text


def test_of_a_change_in_many_records_a_few_are_named(teller: Teller) -> None:
    files = [f"content/measures/{name}.md" for name in ("lighting", "networks-measure", "risk-groups-measure")]
    all_ = teller.files([*files, *(file.replace(".md", ".en.md") for file in files)])
    assert all_ == "“Lighting”, “Measure for exchange”, “Measure for vulnerable groups”"
    more = ["content/community.md", "content/programme.md", "content/organisations.yaml"]
    assert teller.files([*files, "content/.schemas/ids.json"]) == all_
    assert teller.files([*files, more[0]]) == f"{all_}, “Community”"
    assert teller.files([*files, *more]) == f"{all_} and 3 more"


def test_every_list_of_records_has_a_name(desk: Desk) -> None:
    for language in ("sv", "en"):
        assert KINDS.keys() - SINGLES.keys() == texts_of("desk_kinds", language).keys()
    assert list_name("measures", Labels(desk.project, "sv")) == "Insatser"
    phrases = desk.project / "templates/phrases.sv.jinja"
    phrases.write_text(phrases.read_text("utf-8").replace('"measures": "Insats"', '"measures": "Åtgärd"'), "utf-8")
    assert list_name("measures", Labels(desk.project, "sv")) == "Åtgärd"


def test_what_is_in_no_record_keeps_its_file_and_line(teller: Teller) -> None:
    assert teller.place(Location("content/unplaced.md", 4)) == "content/unplaced.md:4"


@pytest.mark.parametrize("address", ["/", "/status", "/record/measures/lighting", "/send"])
def test_every_page_tells_it_so(client: TestClient, desk: Desk, project: Path, address: str) -> None:
    replaced("measures/lighting.md", "responsible: kansliet\n", "")(project)
    desk.refresh()
    page = client.get(address).text
    assert "nobody is responsible" in page
    assert "responsible: …" not in page
    assert "content/measures/lighting.md:" not in page


def test_an_answer_tells_it_so_too(client: TestClient) -> None:
    edit = {"field": "period", "value": "i våras", "based_on": None}
    body = {"kind": "measures", "id": "lighting", "edits": [edit]}
    ((fault,),) = client.post("/record/save", json=body).json()["faults"].values()
    assert fault["message"] == "“i våras” is no period"
    assert fault["place"].startswith("Lighting")
