"""The draft that is sent out, as the desk builds and hands it out."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safecomm.desk.desk import Desk
from safecomm.desk.document_view import document_named
from safecomm.desk.made_document import show_document
from tests.changes.drafts import replaced
from tests.desk.test_reviews import keys, received
from tests.review.reviewer import Reviewer

edited = replaced("measures/lighting.md", "Insatsen görs.", "Insatsen görs varje höst.")


def fetched(client: TestClient, stem: str) -> str:
    """The address of the draft."""
    answer = client.post("/drafts/make", json={"document": stem})
    assert answer.status_code == 200, answer.text
    return str(answer.json()["address"])


def test_the_draft_is_the_document_that_is_shown(client: TestClient, desk: Desk) -> None:
    answer = client.get(fetched(client, "application.en"))
    assert "application.en.docx" in answer.headers["Content-Disposition"]
    assert answer.content == show_document(desk, document_named(desk, "application.en")).made.package.data


def test_a_copy_that_comes_back_finds_its_draft(client: TestClient, desk: Desk, project: Path) -> None:
    (project / "sent.docx").write_bytes(client.get(fetched(client, "programme.sv")).content)
    edited(project)
    desk.refresh()
    anna = Reviewer(project / "sent.docx", "Anna")
    anna.tracked("Inriktningen", "Riktningen")
    received(client, anna.write())
    (shown,) = keys(client)
    assert "Riktningen" in shown
    assert "neither among the kept drafts" not in client.get("/reviews").text


def test_a_draft_that_was_fetched_is_listed_noted_as_sent_and_fetched_again(client: TestClient) -> None:
    assert "Get the draft on the page Document first" in client.get("/changes").text
    address = fetched(client, "programme.sv")
    assert f'href="{address}"' in client.get("/changes").text
    body = {"document": "programme.sv", "to": "Räddningstjänsten"}
    assert client.post("/changes/sent", json=body).status_code == 200
    assert "Räddningstjänsten" in client.get("/changes").text


def test_a_draft_that_cannot_be_kept_is_not_sent(client: TestClient, project: Path) -> None:
    (project / ".safecomm").mkdir()
    (project / ".safecomm" / "drafts").write_bytes(b"")
    answer = client.post("/drafts/make", json={"document": "programme.sv"})
    assert (answer.status_code, [fault["code"] for fault in answer.json()["problems"]]) == (422, ["draft-not-kept"])
    assert not (project / "build").exists()


@pytest.mark.parametrize("document", ["", "../x", "application", "programme.de"])
def test_only_one_document_of_the_project_is_built(client: TestClient, document: str) -> None:
    assert client.post("/drafts/make", json={"document": document}).status_code == 400


@pytest.mark.parametrize("address", ["/drafts/00000000/programme.sv", "/drafts/..%2f../x", "/drafts/x/programme.sv"])
def test_only_what_is_kept_is_handed_out(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
