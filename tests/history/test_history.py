"""Earlier versions of a project: all that Git has, and no more than data."""

import os
from pathlib import Path

import pytest

from safecomm import git as runner
from safecomm import history
from safecomm.git import HistoryError, open_objects
from safecomm.history import earlier_projects, earlier_texts, export, list_files
from tests.history.repository import (
    FOLDERS,
    TEXT,
    blob,
    commit,
    commit_tree,
    first_in_path,
    git,
    program,
    raw_tree,
    remove_object,
    repository,
    texts,
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return repository(tmp_path / "projekt", "ett", "två")


def exported(project: Path, revision: str = "HEAD") -> dict[str, bytes]:
    folder = project.parent / "copy"
    folder.mkdir()
    export(project, revision, folder, *FOLDERS)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_each_version_once(project: Path) -> None:
    (project / "other.txt").write_text("", encoding="utf-8")
    for text in ("två", "ett", "tre"):
        commit(project, text)
    git(project, "commit", "-q", "--allow-empty", "-m", "Inget")
    assert sorted(texts(project)) == ["ett", "tre", "två"]
    assert sorted(earlier_texts(project, TEXT)) == ["ett", "tre", "två"]


def test_what_a_merge_left_behind(project: Path) -> None:
    git(project, "checkout", "-q", "-b", "gren")
    commit(project, "på grenen")
    git(project, "checkout", "-q", "main")
    git(project, "merge", "-q", "-s", "ours", "gren", "-m", "Inget av den")
    git(project, "branch", "-D", "gren")
    assert "på grenen" in texts(project)
    assert "på grenen" in list(earlier_texts(project, TEXT))


def test_what_was_amended_or_stashed_or_lies_on_another_branch(project: Path) -> None:
    (project / TEXT).write_text("ändrad", encoding="utf-8")
    git(project, "commit", "-q", "-a", "--amend", "-m", "Bättre")
    git(project, "checkout", "-q", "-b", "gren")
    commit(project, "på grenen")
    git(project, "checkout", "-q", "main")
    (project / TEXT).write_text("undanlagd", encoding="utf-8")
    git(project, "stash")
    assert sorted(texts(project)) == ["ett", "på grenen", "två", "undanlagd", "ändrad"]


def test_a_project_that_is_a_folder_of_its_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "under" / "content").mkdir(parents=True)
    commit(tmp_path / "under", "ett")
    assert texts(tmp_path / "under") == ["ett"]
    assert exported(tmp_path / "under") == {TEXT: b"ett"}


def test_a_file_becomes_a_folder_and_a_folder_goes(project: Path) -> None:
    for path in ("content/b/c/d.md", "templates/x"):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text("", encoding="utf-8")
    commit(project, "mappar")
    git(project, "rm", "-rq", "content/b", "templates")
    (project / "content" / "b").write_text("", encoding="utf-8")
    commit(project, "fil")
    trees = [
        sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
        for folder in earlier_projects(project, *FOLDERS)
    ]
    only, both = ["content", TEXT], ["content", TEXT, "content/b", "content/b/c", "content/b/c/d.md"]
    assert sorted(trees) == sorted([only, only, [*both, "templates", "templates/x"], [*only, "content/b"]])


def test_three_hundred_versions_by_a_handful_of_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = repository(tmp_path / "projekt")
    stream = "".join(
        f"commit refs/heads/main\ncommitter T <t@example.org> {1_700_000_000 + number} +0000\ndata 0\n"
        f"M 100644 inline {TEXT}\ndata 3\n{number:03}\n"
        for number in range(300)
    )
    git(project, "fast-import", "--quiet", given=stream.encode())
    real = runner.git_program()
    program(tmp_path / "bin" / "git", f"echo >> '{tmp_path}/started'", f"exec '{real}' \"$@\"")
    monkeypatch.setenv("PATH", first_in_path(tmp_path / "bin"))
    assert texts(project) == [f"{number:03}" for number in reversed(range(300))]
    assert len((tmp_path / "started").read_text(encoding="utf-8")) <= 4


def test_a_shallow_clone_has_what_it_has(project: Path) -> None:
    clone = project.parent / "clone"
    git(project.parent, "clone", "-q", "--depth", "1", project.as_uri(), str(clone))
    assert texts(clone) == ["två"]
    assert exported(clone) == {TEXT: "två".encode()}
    with pytest.raises(HistoryError, match="unknown-revision"):
        export(clone, "HEAD~1", clone.parent, *FOLDERS)


@pytest.mark.parametrize(
    ("name", "left"),
    [
        (f"HEAD:{TEXT}", ["tre", "ett"]),
        ("HEAD:content", ["tre", "ett"]),
        ("HEAD^{tree}", ["tre", "ett"]),
        ("HEAD~1", ["tre"]),
    ],
)
def test_what_is_missing_takes_nothing_else_with_it(project: Path, name: str, left: list[str]) -> None:
    git(project, "tag", "damaged")
    commit(project, "tre")
    remove_object(project, name.replace("HEAD", "damaged"))
    assert sorted(texts(project)) == sorted(left)
    with pytest.raises(HistoryError, match="revision-not-exported" if name != "HEAD~1" else "unknown-revision"):
        export(project, name.partition(":")[0].removesuffix("^{tree}").replace("HEAD", "damaged"), project, *FOLDERS)


def test_nothing_stands_in_for_something_else(project: Path) -> None:
    git(project, "replace", "HEAD", "HEAD~1")
    git(project, "replace", blob(project, "två".encode()), blob(project, b"falsk"))
    assert exported(project) == {TEXT: "två".encode()}


def test_bytes_are_those_that_were_committed(project: Path) -> None:
    attributes = b"* text eol=crlf export-subst ident working-tree-encoding=UTF-16\nb.md export-ignore\n"
    tree = raw_tree(
        project,
        {
            b".gitattributes": (b"100644", blob(project, attributes)),
            b"a.md": (b"100644", blob(project, b"$Id$ $Format:%H$\n")),
            b"b.md": (b"100755", blob(project, b"\n")),
        },
    )
    commit_tree(project, raw_tree(project, {b"content": (b"40000", tree)}))
    assert exported(project) == {TEXT: b"$Id$ $Format:%H$\n", "content/b.md": b"\n"}


HOSTILE = (b"..", b".", b".git", b"../x", b"/x", b"x/y", b"c:x", b"x\\y", b"con.md", b"NUL", b"x.", b"x ", b"x\ny")


def test_no_name_leads_out_and_no_link_is_followed(project: Path) -> None:
    file = b"100644", blob(project, b"x")
    link, submodule = (b"120000", blob(project, b"../../secret")), (b"160000", git(project, "rev-parse", "HEAD"))
    inner = raw_tree(project, {b"a.md": file, b"l": link, b"m": submodule} | dict.fromkeys(HOSTILE, file))
    folder = b"40000", inner
    tree = raw_tree(project, {b"a.md": file, b"b": folder, b"l": link} | dict.fromkeys(HOSTILE, folder))
    commit_tree(project, raw_tree(project, {b"content": (b"40000", tree), b"templates": link}))
    assert exported(project) == {TEXT: b"x", "content/b/a.md": b"x"}
    assert [file.name for file in project.parent.iterdir()] == ["projekt", "copy"] or not (
        project.parent / "x"
    ).exists()


def test_a_folder_that_was_a_link_is_none(project: Path) -> None:
    commit_tree(project, raw_tree(project, {b"content": (b"120000", blob(project, b"/etc"))}))
    assert exported(project) == {}


def test_what_is_packed_small_and_unpacks_large_is_not_read(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "LARGEST", 1000)
    commit(project, "x" * 1001)
    commit(project, "tre")
    assert sorted(texts(project)) == ["ett", "tre", "två"]
    assert sorted(earlier_texts(project, TEXT)) == ["ett", "tre", "två"]
    with pytest.raises(HistoryError, match="revision-too-big"):
        export(project, "HEAD~1", project, *FOLDERS)


def test_a_version_that_is_too_large_hides_no_other(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST_BYTES", 1000)
    commit(project, "x" * 1001)
    commit(project, "tre")
    assert sorted(texts(project)) == ["ett", "tre", "två"]


@pytest.mark.skipif(os.name == "nt", reason="the program is a script of a Unix shell")
def test_a_history_that_is_not_read_to_its_end_is_told(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = runner.git_program()
    program(tmp_path / "git", f"case $* in *--batch) head -n 1 | '{real}' \"$@\"; exit;; esac", f"exec '{real}' \"$@\"")
    monkeypatch.setenv("PATH", first_in_path(tmp_path))
    with pytest.raises(HistoryError, match="git-stopped"):
        texts(project)


def test_a_folder_of_the_same_folders_ends(project: Path) -> None:
    tree = raw_tree(project, {})
    for _ in range(9):
        tree = raw_tree(project, {b"%d" % number: (b"40000", tree) for number in range(9)})
    with open_objects(project) as objects, pytest.raises(HistoryError, match="revision-too-big"):
        list_files(objects, {"content": tree})


def test_a_deep_folder_ends(project: Path) -> None:
    tree = raw_tree(project, {b"a.md": (b"100644", blob(project, b"x"))})
    for _ in range(300):
        tree = raw_tree(project, {b"x": (b"40000", tree)})
    with open_objects(project) as objects:
        assert list_files(objects, {"content": tree}) == {}


def test_variables_of_a_hook_lead_nowhere_else(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = repository(project.parent / "annan", "annat")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(other / ".git" / "objects"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.worktree")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(other))
    assert exported(project) == {TEXT: "två".encode()}


def test_a_folder_that_looks_like_a_repository_is_none(tmp_path: Path) -> None:
    project = repository(tmp_path / "projekt", "ett")
    for name in ("HEAD", "config", "objects", "refs"):
        (project / ".git" / name).rename(project / name)
    with pytest.raises(HistoryError):
        texts(project)


@pytest.mark.parametrize("path", [".", "", "relative"])
def test_no_git_of_the_project_is_started(project: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    for folder in (project, project / "relative"):
        program(folder / "git", f"touch '{project.parent}/mark'")
    monkeypatch.chdir(project)
    monkeypatch.setenv("PATH", path)
    with pytest.raises(HistoryError, match="git-missing"):
        texts(project)
    with pytest.raises(HistoryError, match="git-missing"):
        export(project, "HEAD", project, *FOLDERS)
    assert not (project.parent / "mark").exists()
