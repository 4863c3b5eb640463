"""What is sent, as the desk shows and makes it."""

from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safecomm.content.load import load
from safecomm.desk.desk import Desk
from safecomm.package import FOLDER
from tests.pdf.fake import needs_office

RULING = {"document": "programme", "date": "2008-01-31", "number": "KS/2008:1"}
ID = "programme-2008-01-31"


def test_what_stands_in_the_way_leads_to_its_record(client: TestClient, project: Path) -> None:
    file = project / "content" / "measures" / "risk-groups-measure.md"
    text = file.read_text(encoding="utf-8")
    file.write_text("".join(line for line in text.splitlines(True) if not line.startswith("responsible:")), "utf-8")
    shown = client.get("/send").text
    assert 'href="/record/measures/risk-groups-measure' in shown
    assert "Make the package" not in shown


def test_a_ready_project_can_be_packed(client: TestClient) -> None:
    assert "Make the package" in client.get("/send").text


def test_a_decided_document_is_kept_handed_out_and_noted_as_sent(
    client: TestClient, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    answer = client.post("/send/decide", json=RULING)
    assert answer.status_code == 200, answer.text
    assert "office-missing" in {fault["code"] for fault in answer.json()["faults"]}
    word = project / "content" / "decided" / ID / "programme.sv.docx"
    assert client.get(f"/send/decided/{ID}/0").content == word.read_bytes()
    for number in (2, 99):
        assert client.get(f"/send/decided/{ID}/{number}").status_code == 404
    assert client.get("/send/decided/no-such/0").status_code == 404
    for to in ("Länsstyrelsen", "Certifieringscentret"):
        answer = client.post("/send/sent", json={"decision": ID, "date": "2008-02-01", "to": to})
        assert answer.status_code == 200
    sent = load(project).records["sv"].decisions[ID].sent
    assert [(delivery.date, delivery.to) for delivery in sent] == [
        (date(2008, 2, 1), "Länsstyrelsen"),
        (date(2008, 2, 1), "Certifieringscentret"),
    ]
    assert "Certifieringscentret, 1\u00a0February 2008" in client.get("/send").text


def test_what_is_decided_once_is_not_decided_again(
    client: TestClient, desk: Desk, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    client.post("/send/decide", json=RULING)
    before = (project / "content" / "decisions.yaml").read_bytes()
    answer = client.post("/send/decide", json=RULING)
    assert (answer.status_code, answer.json()["problems"][0]["code"]) == (422, "decided-already")
    assert (project / "content" / "decisions.yaml").read_bytes() == before
    assert desk.refresh().problems == ()


@pytest.mark.parametrize(
    "body",
    [{"document": "no"}, {"date": "2008-31-01"}, {"number": " "}, {"number": "a\0"}, {"date": 1}, {"number": []}],
)
def test_what_no_form_sends_is_refused(client: TestClient, body: dict[str, object]) -> None:
    assert client.post("/send/decide", json=RULING | body).status_code == 400
    assert client.post("/send/sent", json={"decision": "no-such", "date": "2008-01-01", "to": "x"}).status_code == 400


def test_a_list_hands_out_nothing_from_elsewhere(client: TestClient, project: Path) -> None:
    folder = project / FOLDER
    folder.mkdir(parents=True)
    (project / "secret").write_text("secret", encoding="utf-8")
    (folder / "link").symlink_to(project / "secret")
    lines = [f"{'0' * 64}  6  {name}" for name in ("../../secret", str(project / "secret"), "link", "contents.txt")]
    (folder / "contents.txt").write_text("\n".join(lines), encoding="utf-8")
    answers = [client.get(f"/send/package/{number}") for number in range(5)]
    assert not any("secret" in answer.text and answer.status_code == 200 for answer in answers[1:])
    assert [answer.status_code for answer in answers] == [200, 404, 404, 404, 404]


@needs_office
@pytest.mark.slow
def test_the_package_is_made_and_handed_out(client: TestClient, project: Path) -> None:
    answer = client.post("/send/package", json={})
    assert answer.status_code == 200, answer.text
    name = sorted(answer.json()["files"])[0]
    assert client.get("/send/package/0").content == (project / FOLDER / name).read_bytes()
    assert name in client.get("/send").text
