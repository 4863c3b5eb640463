"""Why there is no earlier version to compare with: each reason is said as what it is."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm import git as runner
from safecomm.cli.main import cli
from tests.changes.drafts import committed, copied
from tests.history.repository import blob, commit_tree, first_in_path, git, program, raw_tree, remove_object

unix = pytest.mark.skipif(os.name == "nt", reason="the programs are scripts of a Unix shell")


def diff(project: Path, revision: str = "HEAD") -> str:
    result = CliRunner().invoke(cli, ["diff", revision, "--project", str(project)], catch_exceptions=False)
    assert result.exit_code == 1
    return result.output


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copied(tmp_path / "projekt")


def test_no_git_on_the_computer(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    committed(project)
    monkeypatch.setenv("PATH", "")
    assert "[git-missing]" in diff(project)


@unix
def test_a_git_that_does_not_start(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    committed(project)
    program(tmp_path / "git").write_bytes(b"\x7fELF")
    monkeypatch.setenv("PATH", first_in_path(tmp_path))
    assert "[git-missing]" in diff(project)


def test_no_commit_yet(project: Path) -> None:
    git(project, "init", "-q")
    assert "[no-commit]" in diff(project)
    assert "[no-commit]" in diff(project, "main")


@unix
def test_a_repository_of_another_user(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    committed(project)
    # Git's own tests have it believe so.
    program(tmp_path / "git", f"GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec '{runner.git_program()}' \"$@\"")
    monkeypatch.setenv("PATH", first_in_path(tmp_path))
    output = diff(project)
    assert "[git-not-owned]" in output
    assert f"git config --global --add safe.directory {project}" in output


def test_a_repository_that_git_cannot_read(project: Path) -> None:
    committed(project)
    (project / ".git" / "config").write_text("[core\x1b[31m\n", encoding="utf-8")
    output = diff(project)
    assert "[git-fails]" in output
    assert "bad config line 1" in output


@unix
def test_a_repository_that_does_not_answer(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    committed(project)
    monkeypatch.setattr(runner, "PATIENCE", 0.2)
    git(project, "config", "include.path", "endless")
    os.mkfifo(project / ".git" / "endless")
    assert "[git-slow]" in diff(project)


def no_content(project: Path) -> None:
    git(project, "rm", "-rq", "--cached", "content")
    git(project, "commit", "-qm", "Utan", "--allow-empty")


def content_is_a_link(project: Path) -> None:
    commit_tree(project, raw_tree(project, {b"content": (b"120000", blob(project, b"/etc"))}))


def text_is_missing(project: Path) -> None:
    remove_object(project, "HEAD:content/programme.md")


def folder_is_missing(project: Path) -> None:
    remove_object(project, "HEAD:content")


def text_is_too_large(project: Path) -> None:
    blank = blob(project, bytes(runner.LARGEST + 1))
    commit_tree(
        project,
        raw_tree(project, {b"content": (b"40000", raw_tree(project, {b"programme.md": (b"100644", blank)}))}),
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (no_content, "revision-without-content"),
        (content_is_a_link, "revision-without-content"),
        (text_is_missing, "revision-not-exported"),
        (folder_is_missing, "revision-not-exported"),
        (text_is_too_large, "revision-too-big"),
    ],
)
def test_a_revision_that_cannot_be_compared(project: Path, change: Callable[[Path], None], code: str) -> None:
    change(committed(project))
    assert f"[{code}]" in diff(project)
