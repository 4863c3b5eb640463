"""A record as a form, as its page asks for it: what is shown, tried, saved, and what nobody's page sends."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from safecomm.content.folder import KINDS
from safecomm.content.load import load

LIGHTING = {"kind": "measures", "id": "lighting"}


def edit(field: str, value: object, based_on: object, language: str | None = None) -> dict[str, object]:
    return {"field": field, "value": value, "based_on": based_on, "language": language}


def save(client: TestClient, *edits: dict[str, object], **more: object) -> Any:
    answer = client.post("/record/save", json={**LIGHTING, "edits": edits, **more})
    assert answer.status_code == 200, answer.text
    return answer.json()


def text(project: Path, name: str) -> str:
    return (project / "content" / name).read_text(encoding="utf-8")


def changed_lines(before: str, after: str) -> list[str]:
    return [line for line in after.split("\n") if line not in before.split("\n")]


def test_every_record_has_its_form(client: TestClient, project: Path) -> None:
    records = load(project).records["sv"].kinds
    for kind in KINDS.keys() - {"decisions"}:
        for id_ in records[kind]:
            shown = client.get(f"/record/{kind}/{id_}")
            assert shown.status_code == 200, (kind, id_)
            assert f'data-id="{id_}"' in shown.text


def test_a_form_shows_titles_and_both_languages(client: TestClient) -> None:
    shown = client.get("/record/measures/lighting").text
    assert '<option value="polisen">Police</option>' in shown
    assert 'data-language="en"' in shown
    assert "The measure is taken." in shown


def test_an_accepted_gap_is_chosen_by_what_is_missing_and_where(client: TestClient) -> None:
    shown = client.get("/record/application/application").text
    assert '<option value="no-responsible">Nobody is responsible for the measure “…”.</option>' in shown
    assert '<option value="measures/lighting">Measure: Lighting</option>' in shown
    assert 'value="not-filled-in"' not in shown


def test_years_that_nobody_has_written_are_not_shown(client: TestClient, project: Path) -> None:
    programme = project / "content/programme.md"
    programme.write_text(programme.read_text("utf-8").replace("period: 2008-2011", "period: 1900"), "utf-8")
    shown = client.get("/record/programme/programme").text
    assert re.search(r'<input [^>]*id="period" [^>]*data-open="1900" value="">', shown)
    edits = [edit("period", "2009-2012", "1900")]
    answer = client.post("/record/save", json={"kind": "programme", "id": "programme", "edits": edits}).json()
    assert (answer["written"], "period: 2009-2012" in programme.read_text("utf-8")) == (True, True)


def test_one_line_changes_when_one_field_does(client: TestClient, project: Path) -> None:
    before = text(project, "measures/lighting.md")
    said = save(client, edit("responsible", "polisen", "kansliet"))
    assert said["written"]
    assert changed_lines(before, text(project, "measures/lighting.md")) == ["responsible: polisen"]


def test_a_fault_is_told_at_its_input_and_nothing_is_written(client: TestClient, project: Path) -> None:
    before = text(project, "measures/lighting.en.md")
    wrong = edit("text", "See <b>here</b>.", "The measure is taken.", "en")
    tried = client.post("/record/try", json={**LIGHTING, "edits": [wrong]}).json()
    assert {name: [fault["code"] for fault in faults] for name, faults in tried["faults"].items()} == {
        "text.en": ["markdown-html"]
    }
    assert not save(client, wrong)["written"]
    assert text(project, "measures/lighting.en.md") == before
    assert save(client, wrong, even_wrong=True)["written"]


def outdated(project: Path) -> list[str]:
    return [translation.location.path for translation in load(project).outdated if translation.id == "lighting"]


def test_a_translation_that_is_changed_with_its_original_follows_it(client: TestClient, project: Path) -> None:
    swedish, english = edit("text", "Ljus.", "Insatsen görs."), edit("text", "Light.", "The measure is taken.", "en")
    assert save(client, swedish, english)["written"]
    assert outdated(project) == []
    assert save(client, edit("text", "Mer ljus.", "Ljus."), edit("title", "Lights", "Lighting", "en"))["written"]
    assert outdated(project) == ["content/measures/lighting.en.md"]
    assert save(client, edit("title", "Ljus", "Belysning"), edit("title", "Light", "Lights", "en"))["written"]
    assert outdated(project) == ["content/measures/lighting.en.md"], "what was wrong before is not made right"


def test_a_translation_that_is_begun_follows_its_original(client: TestClient, project: Path) -> None:
    (project / "content/measures/lighting.en.md").unlink()
    assert save(client, edit("title", "Lighting", None, "en"), edit("text", "Light.", None, "en"))["written"]
    assert outdated(project) == []


def test_half_a_character_is_told(client: TestClient) -> None:
    """A browser sends what was pasted; no file can hold it."""
    wrong = edit("title", "half \ud83d", "Lighting", "en")
    sent = json.dumps({**LIGHTING, "edits": [wrong]})
    answer = client.post("/record/save", content=sent, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422, answer.text
    assert [problem["code"] for problem in answer.json()["problems"]] == ["character-forbidden"]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [("a\x07b", "character-forbidden"), ("<<<<<<< ours\na\n=======\nb\n>>>>>>> c", "merge-unfinished")],
)
def test_a_text_that_no_document_can_show_is_told_there_and_saved_only_when_asked(
    client: TestClient, project: Path, wrong: str, code: str
) -> None:
    before = text(project, "measures/lighting.en.md")
    edits = [edit("text", wrong, "The measure is taken.", "en"), edit("title", "Light", "Lighting", "en")]
    said = save(client, *edits)
    assert (said["written"], [fault["code"] for found in said["faults"].values() for fault in found]) == (False, [code])
    assert text(project, "measures/lighting.en.md") == before
    assert save(client, *edits, even_wrong=True)["written"]
    assert wrong in text(project, "measures/lighting.en.md")
    assert client.get("/record/measures/lighting", follow_redirects=False).status_code == 200
    assert client.post("/record/undo", json={}).status_code == 200
    assert text(project, "measures/lighting.en.md") == before


def test_what_stands_deep_in_a_record_is_told_there(client: TestClient) -> None:
    facts = [{"group": "Areal", "figures": [{"name": "Yta", "value": "stor"}, {"value": "1"}]}]
    shown = client.get("/record/community/community").text
    assert 'id="facts.0.figures.0.value"' in shown
    body = {"kind": "community", "id": "community", "edits": [edit("facts", facts, "anything")]}
    assert client.post("/record/try", json=body).json()["conflicts"] != {}
    body["edits"] = [edit("events", [{"text": "Det hände", "date": "i går"}, {"date": "2008"}], None)]
    faults = client.post("/record/try", json=body).json()["faults"]
    assert {name: [fault["code"] for fault in found] for name, found in faults.items()} == {
        "events.0.date": ["not-a-date-or-year"],
        "events.1.text": ["missing-key"],
    }


def test_a_change_made_outside_is_merged_or_shown(client: TestClient, project: Path) -> None:
    file = project / "content" / "measures" / "lighting.md"
    file.write_text(text(project, "measures/lighting.md").replace("Insatsen görs.", "Insatsen görs nu."), "utf-8")
    said = save(client, edit("text", "Insatsen görs snart.", "Insatsen görs."))
    assert (said["written"], said["conflicts"]) == (False, {"text": "Insatsen görs nu."})
    said = save(client, edit("text", "Insatsen görs.\n\nSnart.", "Insatsen görs."))
    assert (said["written"], said["merged"]) == (True, ["text"])
    assert text(project, "measures/lighting.md").endswith("Insatsen görs nu.\n\nSnart.\n")


def test_the_last_save_can_be_taken_back(client: TestClient, project: Path) -> None:
    before = text(project, "measures/lighting.md")
    save(client, edit("status", "completed", "planned"))
    assert "“Lighting”" in client.post("/record/undo", json={}).json()["done"]
    assert text(project, "measures/lighting.md") == before
    assert client.post("/record/undo", json={}).status_code == 422


def test_what_goes_when_its_adding_is_taken_back_is_called_by_its_title(client: TestClient) -> None:
    body = {"of_kind": "measures", "sv": "Säkra skolvägar", "en": "Safe ways to school"}
    client.post("/records/add", json=body | {"criterion": "programmes", "status": "planned"})
    assert "“Safe ways to school”" in client.post("/record/undo", json={}).json()["done"]


def test_the_text_of_a_file_that_cannot_be_read_stands_in_the_place_of_its_form(
    client: TestClient, project: Path
) -> None:
    (project / "content" / "measures" / "lighting.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    shown = client.get("/record/measures/lighting")
    assert (shown.status_code, shown.url.path) == (200, "/text/measures/lighting.md")
    assert "title: [" in shown.text


def test_what_is_wrong_when_the_desk_opens_can_be_mended(client: TestClient, project: Path) -> None:
    for name, old, new in (
        ("measures/lighting.md", "status: planned", "status: soon"),
        ("community.md", "country: Sverige\n", ""),
    ):
        (project / "content" / name).write_text(text(project, name).replace(old, new), encoding="utf-8")
    assert client.get("/records").status_code == 200
    assert "lighting" in client.get("/records/measures").text
    assert 'aria-invalid="true"' in client.get("/record/measures/lighting").text
    assert save(client, edit("status", "planned", "soon"))["written"]
    assert client.get("/record/community/community").status_code == 200
    mended = {"kind": "community", "id": "community", "edits": [edit("country", "Sverige", None)]}
    assert client.post("/record/save", json=mended).json()["written"]
    load(project)


def test_a_record_is_added_in_both_languages(client: TestClient, project: Path) -> None:
    body = {"of_kind": "measures", "sv": "Säkra skolvägar", "en": "Safe ways to school"}
    assert client.post("/records/add", json=body).status_code == 400
    body |= {"criterion": "programmes", "status": "planned"}
    answer = client.post("/records/add", json=body)
    assert answer.json()["address"] == "/record/measures/sakra-skolvagar"
    content = load(project)
    titles = [content.records[language].measures["sakra-skolvagar"].title for language in ("sv", "en")]
    assert titles == ["Säkra skolvägar", "Safe ways to school"]
    assert client.get(answer.json()["address"]).status_code == 200
    assert "Safe ways to school" in client.get("/records/measures").text
    assert "status: planned\n" in (project / "content/measures/sakra-skolvagar.md").read_text(encoding="utf-8")
    police = {"of_kind": "organisations", "sv": "Säkra skolvägar", "en": "Safe ways to school"}
    assert client.post("/records/add", json=police).status_code == 400
    assert client.post("/records/add", json={**police, "kind": "police"}).status_code == 200
    assert load(project).records["en"].organisations["sakra-skolvagar"].kind == "police"
    assert load(project).records["en"].organisations["sakra-skolvagar"].name.to("en") == "Safe ways to school"


def test_what_is_wrong_with_a_record_that_is_not_made_names_no_file(client: TestClient) -> None:
    body = {"of_kind": "sections", "sv": "<b>Avsnitt</b>", "en": "Section", "criterion": "programmes"}
    problems = client.post("/records/add", json=body).json()["problems"]
    assert [(found["message"], found["place"], found["address"]) for found in problems] == [
        ("“<b>” is HTML, which cannot be shown in the document", "", "")
    ]


def test_a_record_is_renamed_and_removed(client: TestClient, project: Path) -> None:
    moved = client.post("/record/rename", json={**LIGHTING, "new": "ljus"}).json()["address"]
    assert moved == "/record/measures/ljus"
    police = {"kind": "organisations", "id": "polisen"}
    refused = client.post("/record/remove", json=police)
    assert refused.status_code == 422
    assert "/record/measures/ljus" in {problem["address"].partition("#")[0] for problem in refused.json()["problems"]}
    assert client.post("/record/remove", json={**police, "with_mentions": "on"}).status_code == 200
    assert "polisen" not in load(project).records["sv"].organisations


def test_a_text_may_refer_to_what_is_listed(client: TestClient) -> None:
    targets = client.get("/targets").json()
    assert {"target": "measure:lighting", "title": "Lighting", "kind": "Measure"} in targets


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "no-such"},
        {"kind": 1},
        {"edits": {}},
        {"edits": [1]},
        {"edits": [edit("rows", [], None)]},
        {"edits": [edit("__class__", "x", None)]},
        {"edits": [edit("title", 1, None)]},
        {"edits": [edit("title", {"sv": 1}, None)]},
        {"edits": [edit("title", "x", None, "../../x")]},
        {"edits": [edit("title", "x", None, "sv")]},
    ],
)
def test_what_no_page_sends_is_refused(client: TestClient, body: dict[str, object]) -> None:
    assert client.post("/record/save", json={**LIGHTING, "edits": [], **body}).status_code == 400


@pytest.mark.parametrize("id_", ["no-such", "../../etc/passwd", "..%2Fapplication"])
def test_there_is_no_form_of_what_is_no_record(client: TestClient, id_: str) -> None:
    assert client.get(f"/record/measures/{id_}").status_code == 404
    assert client.post("/record/save", json={"kind": "measures", "id": id_, "edits": []}).status_code == 422


def test_pages_of_no_kind_are_missing(client: TestClient) -> None:
    for path in ("/records/no-such", "/records/community", "/records/decisions", "/record/no-such/x"):
        assert client.get(path).status_code == 404
