"""A record goes with all that is its own; what refers to it is told first, and nothing else changes."""

import shutil
from pathlib import Path

import pytest

from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from safecomm.editing.new import new
from safecomm.editing.new_followups import new_followups
from safecomm.editing.remove import remove
from safecomm.journal import take_back
from tests.changed_content import change
from tests.editing.test_new import state
from tests.test_broken import HERE


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "good", tmp_path / "project"))


def text(project: Path, name: str) -> str:
    return (project / "content" / name).read_text(encoding="utf-8")


def test_what_nobody_names_goes_with_its_translation_and_comes_back(project: Path) -> None:
    before = state(project)
    gone = remove(project, "activities/networks-work", with_mentions=True)
    assert {file.name for file in gone} >= {"networks-work.md", "networks-work.en.md"}
    load(project)
    take_back(project)
    assert state(project) == before


def test_what_would_break_is_told_first(project: Path) -> None:
    before = state(project)
    with pytest.raises(ContentError) as fault:
        remove(project, "organisations/polisen")
    broken = {(problem.code, problem.location.path) for problem in fault.value.diagnostics}
    assert ("unknown-reference", "content/measures/lighting.md") in broken
    assert state(project) == before


def test_what_names_it_lets_go_of_it_when_asked(project: Path) -> None:
    change(
        project,
        "measures/lighting.md",
        "Insatsen görs.",
        "Insatsen görs med [](organisation:polisen), [dem](organisation:polisen).",
    )
    remove(project, "organisations/polisen", with_mentions=True)
    assert "polisen:" not in text(project, "organisations.yaml")
    assert "partners:\n" in text(project, "measures/lighting.md")
    assert "Insatsen görs med Polisen, dem." in text(project, "measures/lighting.md")
    load(project)


def test_an_entry_goes_with_the_comments_above_it_and_no_other(project: Path) -> None:
    new(project, "organisations", "klubben")
    change(project, "organisations.yaml", "klubben:\n", "# Bara på lördagar\nklubben:\n")
    before = text(project, "organisations.yaml")
    assert [file.name for file in remove(project, "klubben")] == ["organisations.yaml"]
    assert before.startswith(text(project, "organisations.yaml").rstrip("\n"))
    assert "lördagar" not in text(project, "organisations.yaml")


def test_the_last_of_a_file_takes_the_file_with_it(project: Path) -> None:
    new(project, "references", "boken")
    remove(project, "references/boken")
    assert not (project / "content" / "references.yaml").exists()


def test_follow_ups_go_with_what_they_tell_of(project: Path) -> None:
    new_followups(project, 2015)
    with pytest.raises(ContentError):
        remove(project, "measures/lighting")
    gone = remove(project, "measures/lighting", with_mentions=True)
    assert "measures.lighting.md" in {file.name for file in gone}
    load(project)


@pytest.mark.parametrize("name", ["community/community", "criteria/programmes"])
def test_what_every_project_has_stays(project: Path, name: str) -> None:
    with pytest.raises(ContentError) as fault:
        remove(project, name)
    assert [problem.code for problem in fault.value.diagnostics] == ["cannot-remove"]
