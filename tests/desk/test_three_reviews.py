"""Three reviews of one real draft, taken in on the desk, decided on and written in."""

import shutil
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from safecomm.content.load import load
from safecomm.review.chosen import disputed
from safecomm.review.decisions import ReviewChoice
from safecomm.review.kept_files import KeptFile, kept_files, word_file
from safecomm.review.overview import ReviewItem
from safecomm.review.review import review
from tests.desk.conftest import ROOT
from tests.desk.test_reviews import decide, received
from tests.desk.three_reviewers import DISPUTED, ThreeReviewers
from tests.pdf.fake import needs_office
from tests.returned.judgement import contents
from tests.returned.texts import texts_of
from tests.review.reviewer import sent
from tests.review.test_overview import items
from tests.review.test_review import all_saved_by_libreoffice, saved_by_libreoffice
from tests.word.test_valid import needs_validator, sdk_errors

pytestmark = [needs_office, needs_validator, pytest.mark.slow]


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
    assert [item.finding.about.count("\n") for item in by_hand if item.finding.kind == "moved-section"] == [2]

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
    now = items(project)
    files = kept_files(project).files
    answers = [fetch_answer(client, project, file) for file in files]
    assert_no_new_faults(answers, [word_file(project, file.digest) for file in files])
    for file, returned in zip(files, all_saved_by_libreoffice(answers, project), strict=True):
        assert_answered(project, returned, [item for item in now if item.found.digest == file.digest])

    written = [item for item in now if item.is_written]
    assert len(written) == len(free) + 3
    client.post("/reviews/withdraw", json={"keys": keys(written)})
    assert words(project) == before


def fetch_answer(client: TestClient, project: Path, file: KeptFile) -> Path:
    (project / "answers").mkdir(exist_ok=True)
    answer = project / "answers" / file.name
    answer.write_bytes(client.get(f"/reviews/{file.digest}/answer?by=Kim").content)
    return answer


def assert_no_new_faults(answers: Sequence[Path], returned: Sequence[Path]) -> None:
    """What a validator says of the answers; LibreOffice itself writes some."""
    with ThreadPoolExecutor(2) as pool:
        for after, before in zip(pool.map(faults, answers), pool.map(faults, returned), strict=True):
            assert after <= before


def assert_answered(project: Path, answer: Path, mine: Sequence[ReviewItem]) -> None:
    """The answer, opened and saved by LibreOffice, says all that was decided, and nothing of the reviewer's is lost."""
    said = review(project, [answer])
    sent_back = [*said.findings, *said.written]
    told = {text for finding in sent_back for text in (finding.text, *(answer.text for answer in finding.answers))}
    for item in mine:
        assert item.decision
        if item.finding.kind == "comment":
            assert item.finding.text in told
        assert not item.decision.answer or any(item.decision.answer in text for text in told)
    accepted = [item.finding.text for item in mine if item.choice is ReviewChoice.ACCEPTED]
    ours = [finding.text for finding in sent_back if finding.kind == "edit" and finding.author == "Kim"]
    assert not set(accepted) - set(ours)


def faults(file: Path) -> set[str]:
    return {str(error["description"]) for error in sdk_errors(file) if isinstance(error, dict)}


def words(project: Path) -> dict[str, list[str]]:
    """Of every file of the content; a line may end elsewhere."""
    return {path: text.split() for path, text in contents(project).items()}
