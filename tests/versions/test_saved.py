"""The versions that Git has, whoever made them and whatever they say."""

from pathlib import Path

import pytest

from safecomm.git import HistoryError
from safecomm.versions.saved import saved_versions
from tests.history.repository import commit, git, repository

HEAD = "tree {tree}\nauthor {author}\ncommitter A <a> 1 +0000\n\n"


def made(project: Path, author: str, message: str) -> None:
    """A commit as Git itself would not write it, on the branch."""
    tree = git(project, "rev-parse", "HEAD^{tree}")
    text = HEAD.format(tree=tree, author=author) + message
    id_ = git(project, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", given=text.encode("latin-1"))
    git(project, "update-ref", "HEAD", id_)


def test_the_latest_first_with_when_who_and_why(tmp_path: Path) -> None:
    commit(repository(tmp_path, "ett"), "två")
    latest, earlier = saved_versions(tmp_path)
    assert (latest.why, earlier.why, latest.author) == ("två", "ett", "Test")
    assert latest.saved is not None
    assert latest.saved.isoformat() == git(tmp_path, "log", "-1", "--format=%aI").replace("Z", "+00:00")


def test_what_changed_nothing_of_the_project_is_no_version(tmp_path: Path) -> None:
    repository(tmp_path, "ett")
    (tmp_path / "annat.txt").write_text("x")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Annat")
    assert [version.why for version in saved_versions(tmp_path)] == ["ett"]


@pytest.mark.parametrize(
    ("author", "message", "why", "name"),
    [
        ("\x1b[31mA <a> 999999999999999 +0000", "\x1b[2Jord\n\nmer", "[2Jord", "[31mA"),
        ("A <a> 1 +9999", "", "", "A"),
        ("utan allt", "\xff\n", "\N{REPLACEMENT CHARACTER}", ""),
    ],
)
def test_a_commit_may_say_anything(tmp_path: Path, author: str, message: str, why: str, name: str) -> None:
    made(repository(tmp_path, "ett"), author, message)
    (version,) = saved_versions(tmp_path)
    assert (version.why, version.author, version.saved) == (why, name, None)


def test_without_a_repository_git_says_so(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="no-git"):
        saved_versions(tmp_path)
