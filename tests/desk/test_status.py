"""Every question can be answered where it stands, and is gone when it is."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safecomm.content.load import load
from safecomm.desk.asked import Asking
from safecomm.desk.desk import Desk
from safecomm.desk.told import teller_of
from safecomm.editing.new import new
from tests.changes.drafts import replaced

RESPONSIBLE = "no-responsible measures/lighting responsible"
LIGHTING = "content/measures/lighting.md"


@pytest.fixture
def open_question(desk: Desk, project: Path) -> str:
    replaced("measures/lighting.md", "responsible: kansliet\n", "")(project)
    desk.refresh()
    (name,) = (name for name in asked(desk) if name.startswith("no-responsible"))
    return name


def asked(desk: Desk) -> list[str]:
    content = desk.state().content
    assert content
    return list(Asking(content, teller_of(desk)).questions)


def test_the_page_has_the_criteria_and_a_form_for_each_question(client: TestClient, desk: Desk, project: Path) -> None:
    # A question whose field is called as a part of the page might be.
    replaced("application.md", "# summary\n\nArbetet har pågått länge.\n", "")(project)
    desk.refresh()
    page = client.get("/status").text
    assert page.count("<h1>") == 1
    for name in asked(desk):
        assert f'<details id="{name.replace(" ", "-")}">' in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert 'href="/record/measures/lighting' in page


def test_neither_the_criteria_nor_a_record_without_a_name_go_by_an_id(client: TestClient, project: Path) -> None:
    replaced("organisations.yaml", "{sv: Kansliet, en: Executive Office}", "{sv: FYLL I namn}")(project)
    page = client.get("/status").text
    assert "The six criteria (2002)" in page
    assert "sc6-2002" not in page
    assert "Organisation · Kansliet (not named yet)" in page


def test_an_answer_is_written_and_the_question_is_gone(
    client: TestClient, desk: Desk, project: Path, open_question: str
) -> None:
    body = {"question": open_question, "responsible": "kansliet"}
    assert client.post("/status/answer", json=body).json() == {"done": "The answer now stands in “Lighting”."}
    assert "responsible: kansliet\n" in (project / LIGHTING).read_text(encoding="utf-8")
    assert open_question not in asked(desk)
    assert client.post("/status/answer", json=body).status_code == 400


def test_nothing_typed_writes_nothing(client: TestClient, project: Path, open_question: str) -> None:
    before = (project / LIGHTING).read_bytes()
    for body in ({"responsible": "  "}, {"responsible": 7}, {}):
        answer = client.post("/status/answer", json={"question": open_question, **body})
        assert answer.json() == {"done": "No answer was filled in."}
    assert (project / LIGHTING).read_bytes() == before


def test_what_the_content_refuses_is_told(client: TestClient, project: Path, open_question: str) -> None:
    before = (project / LIGHTING).read_bytes()
    answer = client.post("/status/answer", json={"question": open_question, "responsible": "ingen"})
    assert (answer.status_code, [fault["code"] for fault in answer.json()["problems"]]) == (422, ["unknown-reference"])
    assert (project / LIGHTING).read_bytes() == before


def test_what_is_refused_is_told_of_its_record_and_not_of_what_stands_on_that_line(
    client: TestClient, desk: Desk, project: Path
) -> None:
    contact = "contact:\n  name: Kansliet\n  institution: Exempelby kommun\n  email: kansliet@example.org\n"
    replaced("application.md", contact, "")(project)
    desk.refresh()
    (name,) = (name for name in asked(desk) if name.startswith("no-contact"))
    body = {"question": name, "contact.email": "kansliet@example.org"}
    assert [
        (found["message"], found["place"], found["address"])
        for found in client.post("/status/answer", json=body).json()["problems"]
    ] == [("the field “name” is missing", "Application", "/record/application/application")]


def test_a_gap_may_stay_for_a_reason(client: TestClient, desk: Desk, project: Path, open_question: str) -> None:
    body = {"question": open_question, "reason:sv": "Beslutas i maj.", "reason:en": "Decided in May."}
    assert client.post("/status/let-stand", json=body).status_code == 200
    assert "Decided in May." in (project / "content/application.md").read_text(encoding="utf-8")
    assert open_question not in asked(desk)
    assert client.post("/record/undo", json={}).status_code == 200
    assert open_question in asked(desk)


def test_a_record_that_is_missing_is_made(client: TestClient, desk: Desk, project: Path) -> None:
    (name,) = (name for name in asked(desk) if name.startswith("no-references"))
    answer = client.post("/status/new", json={"question": name, "title": "Lag om skydd mot olyckor"})
    assert answer.json() == {"address": "/record/references/lag-om-skydd-mot-olyckor"}
    assert "Lag om skydd mot olyckor" in (project / "content/references.yaml").read_text(encoding="utf-8")


def test_what_a_new_record_would_only_guess_is_asked(client: TestClient, desk: Desk, project: Path) -> None:
    (name,) = (name for name in asked(desk) if name.startswith("objective-without-measures"))
    assert 'name="status"' in client.get("/status").text
    body = {"question": name, "title": "Fler lampor", "status": "planned"}
    assert client.post("/status/new", json=body).json() == {"address": "/record/measures/fler-lampor"}
    text = (project / "content/measures/fler-lampor.md").read_text(encoding="utf-8")
    for line in ("criterion: programmes", "status: planned", "tryggare"):
        assert line in text


def test_a_new_record_is_not_made_while_that_is_not_answered(client: TestClient, desk: Desk, project: Path) -> None:
    (name,) = (name for name in asked(desk) if name.startswith("objective-without-measures"))
    assert re.search(r'<select id="[^"]+-status" name="status" required>', client.get("/status").text)
    assert client.post("/status/new", json={"question": name, "title": "Fler lampor"}).status_code == 400
    assert not (project / "content/measures/fler-lampor.md").exists()


def test_what_was_guessed_is_seen_and_confirmed_where_a_record_is_named(
    client: TestClient, desk: Desk, project: Path
) -> None:
    new(project, "organisations", "skolan")
    desk.refresh()
    (name,) = (name for name in asked(desk) if name.startswith("not-filled-in organisations/skolan name"))
    (question,) = re.findall(f'<details id="{name.replace(" ", "-")}">.*?</form>', client.get("/status").text, re.S)
    assert re.findall(r'<option value="([a-z-]+)" selected>', question) == ["political-body"]
    body = {"question": name, "name:sv": "Skolan", "name:en": "The school", "kind": "school"}
    assert client.post("/status/answer", json=body).status_code == 200
    assert load(project).records["sv"].organisations["skolan"].kind == "school"


def test_a_record_that_is_there_may_answer_as_well(client: TestClient, desk: Desk, project: Path) -> None:
    (name,) = (name for name in asked(desk) if name.startswith("objective-without-measures"))
    body = {"question": name, "record": "lighting"}
    assert client.post("/status/join", json=body).json() == {"done": "The answer now stands in “Lighting”."}
    assert "objectives: [tryggare]\n" in (project / LIGHTING).read_text(encoding="utf-8")
    assert name not in asked(desk)
    assert client.post("/status/join", json=body).status_code == 400


def test_a_translation_is_begun(client: TestClient, desk: Desk, project: Path) -> None:
    translation = project / "content/measures/lighting.en.md"
    translation.unlink()
    desk.refresh()
    (name,) = (name for name in asked(desk) if name.startswith("untranslated "))
    answer = client.post("/status/translate", json={"question": name})
    assert answer.json() == {"address": "/record/measures/lighting"}
    assert translation.is_file()


def test_a_text_beside_its_original_is_translated_alone(client: TestClient, desk: Desk, project: Path) -> None:
    replaced("organisations.yaml", "{sv: Polisen, en: Police}", "Polisen")(project)
    desk.refresh()
    (name,) = (name for name in asked(desk) if name.startswith("untranslated-field organisations/polisen"))
    assert "“name” in “Polisen” does not exist in English" in client.get("/status").text
    answer = client.post("/status/answer", json={"question": name, "name.en": "Police"})
    assert answer.json() == {"done": "The answer now stands in “Organisations”."}
    text = (project / "content/organisations.yaml").read_text(encoding="utf-8")
    assert "name: {sv: Polisen, en: Police}\n" in text


def test_while_nothing_can_be_read_the_page_says_why(client: TestClient, desk: Desk, project: Path) -> None:
    (project / "content/community.md").write_text("---\nname: [\n---\n", encoding="utf-8")
    desk.refresh()
    page = client.get("/status").text
    assert page.count("<h1>") == 1
    assert "content/community.md" in page
