"""Three reviews of one real draft, taken in on the desk, decided on and written in."""

import shutil
from collections.abc import Iterable
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safecomm.content.load import load
from safecomm.review.chosen import disputed
from safecomm.review.overview import ReviewItem
from tests.desk.conftest import ROOT
from tests.desk.test_reviews import decide, received
from tests.desk.three_reviewers import DISPUTED, ThreeReviewers
from tests.pdf.fake import needs_office
from tests.returned.judgement import contents
from tests.returned.texts import texts_of
from tests.review.reviewer import sent
from tests.review.test_overview import items
from tests.review.test_review import saved_by_libreoffice

pytestmark = [needs_office, pytest.mark.slow]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def reviewers(project: Path, client: TestClient) -> ThreeReviewers:
    """Their files lie on the desk; Bo works in LibreOffice."""
    reviewers = ThreeReviewers(sent(project, "application.en", kept=True), texts_of(project))
    files = reviewers.save(project)
    received(client, files["Anna"], saved_by_libreoffice(files["Bo"], project), files["Carin"])
    return reviewers


def keys(chosen: Iterable[ReviewItem]) -> list[str]:
    return [item.found.key for item in chosen]


def test_three_reviews_are_said_decided_on_and_written(
    client: TestClient, reviewers: ThreeReviewers, project: Path
) -> None:
    page = unescape(client.get("/reviews").text)
    signs = [edit.made.signs for made in reviewers.made.values() for edit in made]
    assert [sign for sign in signs if sign and not any(words in page for words in sign)] == []
    before, found = words(project), items(project)
    apart = [item for item in found if item.found.key in disputed(found)]
    by_hand = [item for item in found if not item.can_be_written]
    assert len(apart) == 2 * DISPUTED
    assert sum(item.finding.kind == "moved" for item in by_hand) == 3

    assert decide(client, "done", *keys(by_hand), answer="Tack, det är gjort.") == 200
    free = [item for item in found if item.can_be_written and item not in apart]
    assert decide(client, "accepted", *keys(free)) == 200
    anna, bo, worded, _, *refused = sorted(apart, key=lambda item: (item.finding.location, item.finding.author))
    assert decide(client, "accepted", anna.found.key) == decide(client, "refused", bo.found.key) == 200
    assert decide(client, "edited", worded.found.key, wording=f"{worded.finding.about} Och mer.") == 200
    assert decide(client, "refused", *keys(refused), answer="Det står så i beslutet.") == 200
    said = client.post("/reviews/write", json={}).json()["said"]
    assert said == f"Texts written in: {len(free) + 2}."

    load(project)
    after = words(project)
    assert f"0 left to decide on, 0 chosen to be written in, {len(found)} done" in client.get("/reviews").text
    assert client.post("/reviews/write", json={}).json()["said"] == "Texts written in: 0."
    assert words(project) == after != before
    written = [item for item in items(project) if item.is_written]
    assert len(written) == len(free) + 3
    client.post("/reviews/withdraw", json={"keys": keys(written)})
    assert words(project) == before


def words(project: Path) -> dict[str, list[str]]:
    """Of every file of the content; a line may end elsewhere."""
    return {path: text.split() for path, text in contents(project).items()}
