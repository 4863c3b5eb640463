"""Reviewers' files on the desk, as the page asks for them."""

import json
import re
from base64 import b64encode
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safecomm.desk.desk import Desk
from tests.review.reviewer import Reviewer, sent
from tests.review.test_search import LATER, change

PROGRAMME = Path("content/programme.md")
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def copies(project: Path) -> list[Path]:
    """Of Anna and Bo, who disagree on one text; each has changed another, and Anna asks something."""
    draft = sent(project, kept=True)
    anna, bo = Reviewer(draft, "Anna"), Reviewer(draft, "Bo")
    anna.tracked("Sex", "Sju")
    anna.tracked("Inriktningen", "Riktningen")
    anna.comment("skador", "Hur <b>många</b>?".replace("<", "&lt;"))
    bo.tracked("Sex", "Fem")
    bo.tracked("fast", "tydlig")
    return [anna.write(), bo.write()]


def received(client: TestClient, *files: Path) -> None:
    for file in files:
        answer = client.post("/reviews/receive", json={"files": [as_sent(file)]})
        assert answer.status_code == 200, answer.text


def as_sent(file: Path) -> dict[str, str]:
    return {"name": file.name, "data": b64encode(file.read_bytes()).decode()}


def keys(client: TestClient, choice: str = "accepted") -> dict[str, str]:
    """By what is shown of each finding, of those for which there is that button."""
    page = client.get("/reviews").text
    items = re.findall(r'(?s)<li class="finding" id="item-(\w+)".*?</li>', page)
    parts = {key: re.search(rf'(?s)id="item-{key}".*?</li>', page) for key in items}
    return {
        re.sub(r"<[^>]*>", "", found[0]): key
        for key, found in parts.items()
        if found and f'data-choice="{choice}"' in found[0]
    }


def key_of(client: TestClient, words: str, choice: str = "accepted") -> str:
    (key,) = (key for shown, key in keys(client, choice).items() if words in shown)
    return key


def decide(client: TestClient, choice: str, *chosen: str, wording: str = "", answer: str = "") -> int:
    body = {"keys": chosen, "choice": choice, "wording": wording, "answer": answer}
    return client.post("/reviews/decide", json=body).status_code


def test_every_finding_is_shown_with_who_and_what(client: TestClient, copies: list[Path]) -> None:
    received(client, *copies)
    page = client.get("/reviews").text
    assert "5 left to decide on, 0 chosen to be written in, 0 done" in page
    assert page.count("<article") == 3
    assert page.count("The reviewers disagree") == 2
    assert "Hur &lt;b&gt;många&lt;/b&gt;?" in page
    assert 'href="/record/programme/programme' in page
    assert 'lang="sv"' in page


def test_all_undisputed_is_accepted_and_written_at_once(client: TestClient, copies: list[Path], project: Path) -> None:
    received(client, *copies)
    before = (project / PROGRAMME).read_text(encoding="utf-8")
    page = client.get("/reviews").text
    together = re.search(r'data-keys="([^"]*)" data-choice="accepted">Accept all [a-z ]+ \(2\)', page)
    assert together
    assert decide(client, "accepted", *together[1].split()) == 200
    assert client.post("/reviews/write", json={}).json()["said"] == "Texts written in: 1."
    after = (project / PROGRAMME).read_text(encoding="utf-8")
    assert after == before.replace("Inriktningen är fast.", "Riktningen är tydlig.")
    assert "3 left to decide on, 0 chosen to be written in, 2 done" in client.get("/reviews").text
    assert client.post("/reviews/write", json={}).json()["said"] == "Texts written in: 0."


def test_what_was_written_is_taken_out_and_decided_on_anew(
    client: TestClient, copies: list[Path], project: Path
) -> None:
    received(client, copies[0])
    before = (project / PROGRAMME).read_bytes()
    key = key_of(client, "Riktningen")
    assert decide(client, "accepted", key, answer="Tack!") == 200
    client.post("/reviews/write", json={})
    assert (project / PROGRAMME).read_bytes() != before
    answer = client.post("/reviews/withdraw", json={"keys": [key]}).json()
    assert answer["said"] == "Texts taken out: 1."
    assert (project / PROGRAMME).read_bytes() == before
    assert key_of(client, "Riktningen") == key


def test_one_of_two_changes_of_a_text_is_taken_out(client: TestClient, copies: list[Path], project: Path) -> None:
    received(client, *copies)
    anna, bo = key_of(client, "Riktningen"), key_of(client, "tydlig")
    assert decide(client, "accepted", anna, bo, answer="Tack!") == 200
    client.post("/reviews/write", json={})
    client.post("/reviews/withdraw", json={"keys": [anna]})
    assert "\nInriktningen är tydlig.\n" in (project / PROGRAMME).read_text(encoding="utf-8")
    page = client.get("/reviews").text
    assert f'id="accepted-{anna}"' in page
    assert f'id="undo-{bo}"' in page
    assert page.count("Tack!</p>") == 1


def test_another_wording_settles_a_dispute(client: TestClient, copies: list[Path], project: Path) -> None:
    received(client, *copies)
    key = key_of(client, "Sju", "edited")
    assert decide(client, "edited", key, wording="Fyra områden.", answer="Vi är fyra.") == 200
    client.post("/reviews/write", json={})
    assert "\nFyra områden.\n" in (project / PROGRAMME).read_text(encoding="utf-8")
    assert client.get("/reviews").text.count("Answer:</span> Vi är fyra.") == 2


def test_what_is_decided_is_there_for_whoever_opens_the_desk_again(client: TestClient, copies: list[Path]) -> None:
    received(client, copies[0])
    assert decide(client, "done", key_of(client, "Hur", "done"), answer="<i>Tre</i>") == 200
    assert "&lt;i&gt;Tre&lt;/i&gt;" in client.get("/reviews").text
    received(client, copies[0])
    assert "2 left to decide on, 0 chosen to be written in, 1 done" in client.get("/reviews").text


def test_files_that_are_none_are_refused_one_by_one(client: TestClient, copies: list[Path]) -> None:
    bad = {"name": "skräp.docx", "data": b64encode(b"no zip").decode()}
    answer = client.post("/reviews/receive", json={"files": [bad]})
    assert answer.status_code == 422
    (problem,) = answer.json()["problems"]
    assert (problem["path"], problem["code"]) == ("skräp.docx", "docx-not-word")
    received(client, copies[0])
    assert "skräp" not in client.get("/reviews").text


def test_a_draft_that_is_lost_is_given_and_taken_back(client: TestClient, desk: Desk, project: Path) -> None:
    draft = sent(project)
    change(project, *LATER)
    desk.refresh()
    anna = Reviewer(draft, "Anna")
    anna.tracked("Inriktningen", "Riktningen")
    received(client, anna.write())
    assert "was found neither" in client.get("/reviews").text
    refused = client.post("/reviews/give", json={"files": [as_sent(anna.write())]}).json()
    assert [problem["code"] for problem in refused["problems"]] == ["review-draft-changed"]
    assert client.post("/reviews/give", json={"files": [as_sent(draft)]}).status_code == 200
    page = client.get("/reviews").text
    assert "was found neither" not in page
    assert "1 left to decide on" in page
    (name,) = re.findall(r'data-act="take-back" data-digest="([^"]+)"', page)
    assert client.post("/reviews/take-back", json={"digest": "../content"}).status_code == 200
    assert name in client.get("/reviews").text
    client.post("/reviews/take-back", json={"digest": name})
    assert "was found neither" in client.get("/reviews").text


def test_another_desk_is_told_of_what_is_decided(client: TestClient, copies: list[Path], project: Path) -> None:
    received(client, copies[0])
    other = Desk(project, "en")
    before = other.refresh_reviews()
    assert other.refresh_reviews() == before
    assert decide(client, "done", key_of(client, "Hur", "done")) == 200
    assert other.refresh_reviews() != before


def test_a_file_is_put_away(client: TestClient, copies: list[Path]) -> None:
    received(client, copies[0])
    (digest,) = re.findall(r'data-digest="(\w+)"', client.get("/reviews").text)
    assert client.post("/reviews/put-away", json={"digest": "../content"}).status_code == 400
    assert client.post("/reviews/put-away", json={"digest": digest}).status_code == 200
    assert "No files from reviewers lie here." in client.get("/reviews").text


@pytest.mark.parametrize("choice", ["accepted", "edited"])
def test_no_comment_can_be_written(client: TestClient, copies: list[Path], choice: str) -> None:
    received(client, copies[0])
    assert decide(client, choice, key_of(client, "Hur", "done"), wording="x") == 400


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"keys": "x", "choice": "", "wording": "", "answer": ""},
        {"keys": [1], "choice": "", "wording": "", "answer": ""},
        {"keys": [], "choice": "sold", "wording": "", "answer": ""},
        {"keys": [], "choice": "done", "wording": "", "answer": "x" * 30_000},
    ],
)
def test_what_no_page_sends_is_refused(client: TestClient, body: dict[str, object]) -> None:
    assert client.post("/reviews/decide", content=json.dumps(body), headers=JSON).status_code == 400


def test_while_the_content_cannot_be_read_that_is_said(
    client: TestClient, copies: list[Path], project: Path, desk: Desk
) -> None:
    received(client, copies[0])
    good = (project / PROGRAMME).read_bytes()
    (project / PROGRAMME).write_text("---\ntitle: [\n---\n", encoding="utf-8")
    desk.refresh()
    page = client.get("/reviews").text
    assert '<a href="/record/programme/programme#title">Programme, title</a>' in page
    assert "The reviewers’ files are still here" in page
    (project / PROGRAMME).write_bytes(good)
    desk.refresh()
    assert "3 left to decide on" in client.get("/reviews").text


def test_a_file_with_macros_goes_back_under_its_own_ending(client: TestClient, copies: list[Path]) -> None:
    received(client, copies[0].rename(copies[0].with_suffix(".docm")))
    (digest,) = re.findall(r'data-digest="(\w{64})"', client.get("/reviews").text)
    assert "Anna%20answer.docm" in client.get(f"/reviews/{digest}/answer").headers["content-disposition"]
