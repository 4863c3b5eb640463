"""What differs, saved versions and drafts, as the desk shows and makes them."""

import re
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

from safecomm.build import build, keep, save
from safecomm.desk.dates import day_text, time_text
from safecomm.desk.desk import Desk
from safecomm.drafts.sendings import list_drafts
from safecomm.versions.saved import saved_versions
from safecomm.versions.saving import save_version
from tests.bilingual import documents_matching
from tests.changes.drafts import replaced

edited = replaced("measures/lighting.md", "Insatsen görs.", "Insatsen görs varje höst.")


@pytest.fixture
def first(project: Path) -> str:
    """The id of a version that the project stands on."""
    save_version(project, "Början", "Exempelby")
    return saved_versions(project)[0].id


def text(client: TestClient, query: str = "") -> str:
    """What the page says, without its tags."""
    answer = client.get(f"/changes{query}")
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]*>", " ", answer.text).split())


def post(client: TestClient, path: str, **body: str) -> Any:
    answer = client.post(path, json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()["done"]


def codes(client: TestClient, path: str, **body: str) -> list[str]:
    answer = client.post(path, json=body)
    assert answer.status_code == 422
    return [problem["code"] for problem in answer.json()["problems"]]


def test_without_a_version_the_first_is_saved_here(client: TestClient, project: Path) -> None:
    assert "gets its own repository" in text(client)
    assert post(client, "/changes/save", why="Början") == "The version is saved."
    assert saved_versions(project)[0].why == "Början"
    assert "Nothing differs." in text(client)
    assert post(client, "/changes/save", why="Igen").startswith("Nothing has changed")


def test_without_git_drafts_can_still_be_compared(
    client: TestClient, desk: Desk, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_draft(project)
    edited(project)
    desk.refresh()
    monkeypatch.setenv("PATH", "")
    page = text(client)
    assert "Git is not on this computer" in page
    assert "Save the version" not in page
    assert "varje höst" in page


def test_what_changed_is_told_by_record_and_as_text(client: TestClient, desk: Desk, project: Path, first: str) -> None:
    edited(project)
    desk.refresh()
    assert "The measure “Lighting”" in text(client)
    assert "Changes in the documents" not in text(client)
    assert "Changes in the documents programme.sv" in text(client, f"?old={first}&document=programme.sv")


@pytest.mark.usefixtures("first")
def test_an_unknown_side_is_passed_over(client: TestClient) -> None:
    assert "Nothing differs." in text(client, "?old=--upload-pack&new=../..&document=../x")


def test_the_changes_come_tracked(client: TestClient, desk: Desk, project: Path, first: str) -> None:
    edited(project)
    desk.refresh()
    answer = client.get(f"/changes/redline/programme.sv?old={first}&new=now")
    assert "programme.sv.changes.docx" in answer.headers["content-disposition"]
    assert b"<w:ins " in ZipFile(BytesIO(answer.content)).read("word/document.xml")
    for name in ("nothing.sv", "application", "..%2fx"):
        assert client.get(f"/changes/redline/{name}?old={first}").status_code == 404


def test_two_versions_are_compared(client: TestClient, desk: Desk, project: Path, first: str) -> None:
    edited(project)
    post(client, "/changes/save", why="Hösten")
    replaced("measures/lighting.md", "varje höst", "varje vår")(project)
    desk.refresh()
    second = saved_versions(project)[0].id
    page = text(client, f"?old={first}&new={second}")
    assert "varje höst" in page
    assert "varje vår" not in page


def test_going_back_keeps_all_and_can_be_undone(client: TestClient, project: Path, first: str) -> None:
    file = project / "content/measures/lighting.md"
    before = file.read_bytes()
    edited(project)
    assert "files changed: 1" in post(client, "/changes/back", version=first)
    assert file.read_bytes() == before
    assert [version.why for version in saved_versions(project)][1:] == ["Början"]
    assert "Before going back" in saved_versions(project)[0].why
    assert "“Lighting”" in post(client, "/record/undo")
    assert b"varje h" in file.read_bytes()


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize("version", ["HEAD", "now", "", "--all", "0" * 40])
def test_one_goes_back_only_to_a_version_of_the_list(client: TestClient, version: str) -> None:
    assert client.post("/changes/back", json={"version": version}).status_code == 400


def test_what_cannot_be_saved_is_said(client: TestClient, project: Path, first: str) -> None:
    assert codes(client, "/changes/save", why=" ") == ["version-without-reason"]
    (project / ".git" / "MERGE_HEAD").write_text(first)
    assert codes(client, "/changes/save", why="Hösten") == ["version-under-way"]
    assert codes(client, "/changes/back", version=first) == ["version-under-way"]
    assert codes(client, "/record/undo") == ["nothing-to-undo"]


def keep_draft(project: Path) -> None:
    run = build(project, documents_matching("programme.sv"), False, None)
    keep(project, run)
    save(run.built, project / "build")


def test_a_draft_is_noted_as_sent_and_compared_with(client: TestClient, desk: Desk, project: Path) -> None:
    assert codes(client, "/changes/sent", document="programme.sv", to="Anna") == ["sent-missing"]
    assert client.post("/changes/sent", json={"document": "../x", "to": ""}).status_code == 400
    keep_draft(project)
    assert post(client, "/changes/sent", document="programme.sv", to="Anna\x07 B") == "Noted."
    edited(project)
    desk.refresh()
    page = text(client)
    assert "Anna B" in page
    assert "varje höst" in page


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize("was_read", [True, False])
def test_what_must_be_mended_is_told_once(client: TestClient, desk: Desk, project: Path, was_read: bool) -> None:
    if was_read:
        desk.state()
    replaced("measures/lighting.md", "status: planned", "status: [planned")(project)
    desk.refresh()
    page = text(client)
    assert page.count("content/measures/lighting.md") + page.count("Lighting, status") == 1
    assert "must be mended before anything can be compared" in page
    assert ("as it could last be read" in page) is was_read


def test_a_draft_of_a_saved_version_is_compared_by_record(
    client: TestClient, desk: Desk, project: Path, first: str
) -> None:
    keep_draft(project)
    edited(project)
    post(client, "/changes/save", why="Hösten")
    desk.refresh()
    (draft,) = list_drafts(project)
    page = text(client, f"?old={draft.build}.{draft.document}")
    assert "Changes in the content The measure “Lighting”" in page
    assert "Changes in the documents programme.sv" in page
    assert saved_versions(project)[1].id == first


def test_today_s_files_cannot_be_read(client: TestClient, desk: Desk, project: Path, first: str) -> None:
    (project / "content/measures/lighting.md").write_text("inget", encoding="utf-8")
    desk.refresh()
    assert "content/measures/lighting.md" in text(client)
    assert "files changed: 1" in post(client, "/changes/back", version=first)
    assert desk.state().problems == ()


def test_days_and_times_are_written_as_the_language_does() -> None:
    time = datetime(2026, 3, 1, 8, 5)
    assert [time_text(time, language) for language in ("sv", "en")] == ["2026-03-01 08:05", "1\u00a0March 2026 08:05"]
    assert (time_text(None, "en"), day_text("last week", "en")) == ("–", "last week")
