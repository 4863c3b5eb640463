"""A file that no form can show stands as it is, is mended where it stands, and nothing of it is lost."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safecomm.content.load import load
from safecomm.desk.desk import Desk

LIGHTING = "content/measures/lighting.md"


@pytest.fixture
def broken(desk: Desk, project: Path) -> str:
    """The text of a measure whose fields cannot be read."""
    text = (project / LIGHTING).read_text(encoding="utf-8").replace("status: planned", "status: [planned")
    (project / LIGHTING).write_text(text, encoding="utf-8")
    desk.refresh()
    return text


def body(text: str, based_on: str, path: str = LIGHTING, **more: object) -> dict[str, object]:
    return {"path": path, "text": text, "based_on": based_on, **more}


def test_a_record_without_a_form_leads_to_the_line_of_its_text(client: TestClient, broken: str) -> None:
    answer = client.get("/record/measures/lighting", follow_redirects=False)
    assert answer.status_code == 303
    address, _, line = answer.headers["Location"].partition("#")
    assert (address, broken.split("\n")[int(line) - 1]) == ("/text/measures/lighting.md", "status: [planned")
    page = client.get(address).text
    assert "status: [planned" in page
    assert f'<a href="{address}#{line}">line {line}</a>' in page


def test_a_file_of_many_records_does_so_too(client: TestClient, desk: Desk, project: Path) -> None:
    client.get("/record/evidence/planen")
    (project / "content/evidence.yaml").write_text("planen:\n  title: [\n", encoding="utf-8")
    desk.refresh()
    answer = client.get("/record/evidence/planen", follow_redirects=False)
    assert answer.headers["Location"].startswith("/text/evidence.yaml#")


def test_what_can_be_read_again_is_saved_and_leads_to_the_form(client: TestClient, project: Path, broken: str) -> None:
    mended = broken.replace("[planned", "planned")
    assert client.post("/text/try", json=body(mended, broken)).json()["problems"] == []
    answer = client.post("/text/save", json=body(mended, broken)).json()
    assert (answer["written"], answer["address"]) == (True, "/record/measures/lighting")
    assert (project / LIGHTING).read_text(encoding="utf-8") == mended
    load(project)
    assert client.post("/record/undo", json={}).status_code == 200
    assert (project / LIGHTING).read_text(encoding="utf-8") == broken


def test_what_is_still_wrong_is_told_and_saved_only_when_asked(client: TestClient, project: Path, broken: str) -> None:
    still = broken.replace("[planned", "[planned, ")
    answer = client.post("/text/save", json=body(still, broken)).json()
    assert not answer["written"]
    assert answer["problems"][0]["address"].startswith("/text/measures/lighting.md#")
    assert (project / LIGHTING).read_text(encoding="utf-8") == broken
    assert client.post("/text/save", json=body(still, broken, even_wrong=True)).json()["written"]
    assert (project / LIGHTING).read_text(encoding="utf-8") == still


def test_only_what_was_changed_is_written(client: TestClient, project: Path) -> None:
    data = b"\xef\xbb\xbf" + (project / LIGHTING).read_bytes().replace(b"\n", b"\r\n", 3)
    (project / LIGHTING).write_bytes(data)
    shown = data.decode("utf-8-sig").replace("\r\n", "\n")
    changed = shown.replace("Insatsen görs.", "Insatsen\nska göras.")
    assert client.post("/text/save", json=body(changed, shown)).json()["written"]
    assert (project / LIGHTING).read_bytes() == data.replace("Insatsen görs.".encode(), "Insatsen\nska göras.".encode())


def test_what_somebody_else_saved_meanwhile_stays(client: TestClient, project: Path, broken: str) -> None:
    theirs = broken.replace("Insatsen görs.", "De skrev.")
    (project / LIGHTING).write_text(theirs, encoding="utf-8")
    answer = client.post("/text/save", json=body(broken.replace("[planned", "planned"), broken)).json()
    assert answer["written"]
    assert (project / LIGHTING).read_text(encoding="utf-8") == theirs.replace("[planned", "planned")


def test_of_two_texts_for_one_line_somebody_chooses(client: TestClient, project: Path, broken: str) -> None:
    theirs = broken.replace("[planned", "ongoing")
    (project / LIGHTING).write_text(theirs, encoding="utf-8")
    answer = client.post("/text/save", json=body(broken.replace("[planned", "planned"), broken)).json()
    assert (answer["written"], answer["theirs"]) == (False, theirs)
    assert (project / LIGHTING).read_text(encoding="utf-8") == theirs


MERGE = "---\ntitle: Ljus\n---\n\n<<<<<<< ours\nett\n=======\ntvå\n>>>>>>> theirs\n"


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty-file"), ("\x07", "character-forbidden"), (MERGE, "merge-unfinished")]
)
def test_what_no_document_can_show_is_told_too_and_saved_only_when_asked(
    client: TestClient, project: Path, broken: str, text: str, code: str
) -> None:
    answer = client.post("/text/save", json=body(text, broken)).json()
    assert (answer["written"], [fault["code"] for fault in answer["problems"]]) == (False, [code])
    assert (project / LIGHTING).read_text(encoding="utf-8") == broken
    assert client.post("/text/save", json=body(text, broken, even_wrong=True)).json()["written"]
    assert (project / LIGHTING).read_text(encoding="utf-8") == text
    page = client.get("/text/measures/lighting.md").text
    assert page.count('<li class="error">') == 1
    assert client.post("/record/undo", json={}).status_code == 200
    assert (project / LIGHTING).read_text(encoding="utf-8") == broken


def test_a_merge_that_is_not_finished_is_shown_too(client: TestClient, desk: Desk, project: Path) -> None:
    text = (project / LIGHTING).read_text(encoding="utf-8") + "<<<<<<< ours\nett\n=======\ntvå\n>>>>>>> theirs\n"
    (project / LIGHTING).write_text(text, encoding="utf-8")
    desk.refresh()
    page = client.get("/text/measures/lighting.md").text
    assert "&lt;&lt;&lt;&lt;&lt;&lt;&lt; ours" in page
    assert "a merge in Git is not finished" in page


def test_what_is_no_text_is_refused(client: TestClient, desk: Desk, project: Path) -> None:
    (project / LIGHTING).write_bytes(b"---\ntitle: \xff\n---\n")
    desk.refresh()
    answer = client.get("/text/measures/lighting.md")
    assert answer.status_code == 422
    assert "encoding" in answer.text


@pytest.mark.parametrize(
    "path", ["content/measures/none.md", "content/../templates/application.docx", "/etc/passwd", "measures/lighting.md"]
)
def test_only_texts_of_the_content_are_written(client: TestClient, path: str) -> None:
    for address in ("/text/try", "/text/save"):
        assert client.post(address, json=body("x", "", path)).status_code == 400


@pytest.mark.parametrize("name", ["none.md", "..%2Ftemplates%2Fapplication.docx", "%2Fetc%2Fpasswd", ".hidden.md"])
def test_only_texts_of_the_content_are_shown(client: TestClient, project: Path, name: str) -> None:
    (project / "content" / ".hidden.md").write_text("x", encoding="utf-8")
    assert client.get(f"/text/{name}").status_code == 404
