"""Going back is a change like any other: it can be taken back, and nothing of today's is lost by it."""

from pathlib import Path

import pytest

from safecomm.content.decided_files import digest
from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from safecomm.journal import take_back
from safecomm.versions.going_back import go_back
from safecomm.versions.saved import saved_versions
from safecomm.versions.saving import save_version
from tests.changes.drafts import copied, removed, replaced, written
from tests.history.repository import git

LIGHTING = "content/measures/lighting.md"
NEW = "---\ntitle: Ny\ncriterion: networks\norder: 5\nstatus: planned\n---\n\nNy text.\n"
edited = replaced("measures/lighting.md", "Insatsen görs.", "Insatsen görs varje höst.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project = copied(tmp_path / "projekt")
    save_version(project, "Början", "Exempelby")
    return project


def back(project: Path, version: str) -> list[str]:
    return go_back(project, version, "Före återgången", "Exempelby", "sv")


def texts(project: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted((project / "content").rglob("*.*"))}


def test_what_was_not_saved_is_saved_first_and_the_rest_is_as_it_was(project: Path) -> None:
    before = texts(project)
    edited(project)
    written("measures/new.md", NEW)(project)
    removed("projects/exchange.md", "projects/exchange.en.md")(project)
    after = texts(project)
    first = saved_versions(project)[0].id
    paths = ["measures/lighting.md", "measures/new.md", "projects/exchange.en.md", "projects/exchange.md"]
    assert back(project, first) == [f"content/{path}" for path in paths]
    assert texts(project) == before
    assert [version.why for version in saved_versions(project)] == ["Före återgången", "Början"]
    take_back(project)
    assert texts(project) == after
    back(project, first)
    back(project, saved_versions(project)[0].id)
    assert texts(project) == after


def test_what_git_passes_over_stays(project: Path) -> None:
    (project / ".gitignore").write_text("content/ut.png\n")
    written("ut.png", "x")(project)
    edited(project)
    with pytest.raises(ContentError, match="unexpected-file"):
        back(project, "HEAD")
    assert "varje höst" in (project / LIGHTING).read_text()
    assert (project / "content" / "ut.png").exists()


def test_what_was_decided_since_stays(project: Path) -> None:
    first = saved_versions(project)[0].id
    (project / "content" / "decided" / "x-2026").mkdir(parents=True)
    written("decided/x-2026/programme.sv.md", "Beslutat\n")(project)
    kept = f"    - name: programme.sv.md\n      sha256: {digest('programme.sv.md', b'Beslutat' + bytes([10]))}\n"
    entry = f"x-2026:\n  document: programme\n  date: 2026-03-01\n  number: KS 2026:1\n  files:\n{kept}"
    written("decisions.yaml", entry)(project)
    load(project)
    edited(project)
    assert back(project, first) == [LIGHTING]
    assert (project / "content" / "decisions.yaml").read_text() == entry


def test_the_line_ends_of_a_checkout_are_no_change(project: Path) -> None:
    git(project, "config", "core.autocrlf", "true")
    file = project / LIGHTING
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert back(project, "HEAD") == []


def test_a_version_that_cannot_be_read_changes_nothing(project: Path) -> None:
    written("measures/lighting.md", "inget")(project)
    save_version(project, "Trasig", "Exempelby")
    replaced("measures/lighting.md", "inget", "annat")(project)
    before = texts(project)
    with pytest.raises(ContentError, match="revision-not-loaded"):
        back(project, "HEAD")
    assert texts(project) == before
    assert len(saved_versions(project)) == 2


def test_content_in_which_something_is_wrong_is_left_behind(project: Path) -> None:
    written("measures/lighting.md", "inget")(project)
    assert back(project, "HEAD") == [LIGHTING]
    load(project)


def test_while_nothing_can_be_saved_nobody_goes_back(project: Path) -> None:
    edited(project)
    before = texts(project)
    git(project, "checkout", "-q", "--detach")
    with pytest.raises(ContentError, match="version-detached"):
        back(project, "HEAD")
    assert texts(project) == before
