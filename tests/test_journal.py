"""Several content files, all written or none, whatever ends the run in between."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm.cli.main import cli
from safecomm.diagnostic import ContentError
from safecomm.journal import JOURNAL, WRITING, finish, write_all

GOOD = Path(__file__).parent / "good" / "content"
FILES = {"content/measures/lighting.md": b"new measure", "content/council.md": b"new council"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "content")
    return tmp_path


def state(project: Path) -> dict[str, bytes]:
    return {path: (project / path).read_bytes() for path in FILES}


def begun(project: Path, *, journal: bool) -> None:
    """As a run leaves it that was killed before its first file was replaced, with its journal or before that."""
    folder = project / WRITING
    folder.mkdir(parents=True)
    for number, data in enumerate(FILES.values()):
        (folder / f"{number}.copy").write_bytes(data)
    if journal:
        names = {path: f"{number}.copy" for number, path in enumerate(FILES)}
        (folder / JOURNAL).write_text(json.dumps(names), encoding="utf-8")


def test_all_are_written_and_nothing_is_left(project: Path) -> None:
    write_all(project, FILES)
    assert state(project) == FILES
    assert not (project / WRITING).exists()


def test_what_had_its_journal_is_finished_by_the_next_command(project: Path) -> None:
    begun(project, journal=True)
    (project / "content/council.md").write_bytes(FILES["content/council.md"])  # It was killed between the two.
    CliRunner().invoke(cli, ["check", "--project", str(project)])
    assert state(project) == FILES
    assert not (project / WRITING).exists()


def test_what_had_no_journal_yet_is_undone(project: Path) -> None:
    before = state(project)
    begun(project, journal=False)
    CliRunner().invoke(cli, ["check", "--project", str(project)])
    assert state(project) == before
    assert not (project / WRITING).exists()


@pytest.mark.parametrize("journal", ["", "[1]", '{"content/../../outside.md": "0.copy"}', '{"build/x.md": "0.copy"}'])
def test_a_journal_that_is_not_ours_writes_nothing(project: Path, journal: str) -> None:
    before = state(project)
    begun(project, journal=False)
    (project / WRITING / JOURNAL).write_text(journal, encoding="utf-8")
    finish(project)
    assert state(project) == before
    assert not (project.parent / "outside.md").exists()
    assert not (project / "build").exists()


def test_an_error_writes_none(project: Path) -> None:
    before = state(project)
    with pytest.raises(ContentError):
        write_all(project, {**FILES, "content/measures": b"a folder is in the way"})
    assert state(project) == before
    assert not (project / WRITING).exists()
