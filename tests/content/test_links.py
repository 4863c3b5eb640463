"""Links in content/: those that lead out of it are refused, whatever they stand for."""

import os
import shutil
from pathlib import Path

import pytest

from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from tests.test_broken import HERE

FILES = [
    "community.md",
    "organisations.yaml",
    "measures/lighting.md",
    "measures/lighting.en.md",
    "statistics/injuries.yaml",
    "statistics/injuries.csv",
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "good", tmp_path / "project"))


def problems(project: Path) -> list[tuple[str, str]]:
    try:
        load(project)
    except ContentError as fault:
        return [(each.code, str(each.location)) for each in fault.diagnostics]
    return []


def move(file: Path, target: Path) -> None:
    """Leaves a link to where the file now lies."""
    target.parent.mkdir(exist_ok=True)
    file.rename(target)
    file.symlink_to(target)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("folder", ["elsewhere", "project"])
def test_a_file_out_of_content_is_refused(project: Path, name: str, folder: str) -> None:
    move(project / "content" / name, project.parent / folder / "x")
    assert ("file-outside", f"content/{name}") in problems(project)


def test_nothing_is_told_of_what_the_link_leads_to(project: Path) -> None:
    secret = project.parent / "secret"
    secret.write_text("year;value\nhemligt;1\n")
    (project / "content/statistics/injuries.csv").unlink()
    (project / "content/statistics/injuries.csv").symlink_to(secret)
    assert problems(project) == [("file-outside", "content/statistics/injuries.csv")]


@pytest.mark.parametrize("name", FILES)
def test_a_file_elsewhere_in_content_is_read(project: Path, name: str) -> None:
    move(project / "content" / name, project / "content/.kept/x")
    assert problems(project) == []


def test_the_whole_project_may_lie_behind_a_link(project: Path) -> None:
    move(project, project.parent / "synchronised")
    assert problems(project) == []


@pytest.mark.parametrize("name", ["content", "content/measures"])
def test_a_folder_that_is_a_link_is_told(project: Path, name: str) -> None:
    move(project / name, project.parent / "elsewhere")
    assert ("folder-link", name) in problems(project)


@pytest.mark.parametrize("name", ["community.md", "measures/lighting.md", "statistics/injuries.csv"])
def test_a_pipe_is_refused(project: Path, name: str) -> None:
    (project / "content" / name).unlink()
    os.mkfifo(project / "content" / name)
    assert ("not-a-file", f"content/{name}") in problems(project)


def test_a_loop_of_folders_comes_to_an_end(project: Path) -> None:
    (project / "content/measures/loop").symlink_to(project / "content")
    assert problems(project) == [("unexpected-file", "content/measures/loop")]
