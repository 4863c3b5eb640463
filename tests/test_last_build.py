"""What a build skips: only what it would make again, byte for byte, and then it says what it would say."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm.cli.main import cli
from safecomm.last_build import RECORD, BuildRequest, LastBuild
from safecomm.program import program_id
from tests.bilingual import DOCUMENTS

HERE = Path(__file__).parent
MEASURE = "content/measures/lighting.md"
SLOW_FINAL = pytest.param(("--final",), marks=pytest.mark.slow)
"""LibreOffice works out the page numbers."""
SKIPPED = "inget har ändrats sedan förra bygget; --force bygger ändå"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "good" / "content", tmp_path / "content")
    return tmp_path


def build(project: Path, *arguments: str) -> list[str]:
    """The lines that it says."""
    result = CliRunner().invoke(cli, ["build", "--project", str(project), *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output.splitlines()


def skips(project: Path, *arguments: str) -> bool:
    return build(project, *arguments)[-1] == SKIPPED


def states(project: Path) -> dict[Path, tuple[int, bytes]]:
    files = (file for file in project.rglob("*") if file.is_file() and file.parent.name != "drafts")
    return {file: (file.stat().st_mtime_ns, file.read_bytes()) for file in files}


@pytest.mark.parametrize("arguments", [(), ("programme",), ("--output", "other"), SLOW_FINAL])
def test_what_is_there_is_not_made_again_and_its_gaps_are_still_told(
    project: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    first = build(project, *arguments)
    before = states(project)
    again = build(project, *arguments)
    assert states(project) == before
    assert [line for line in first if not line.startswith("skrev ")] == [
        line for line in again[:-1] if not line.endswith(" är oförändrad")
    ]
    assert again[-1] == SKIPPED


def test_what_a_draft_needs_to_stay_among_the_latest_is_done(project: Path) -> None:
    build(project)
    drafts = list((project / ".safecomm" / "drafts").iterdir())
    for draft in drafts:
        os.utime(draft, (1, 1))
    assert skips(project)
    assert all(draft.stat().st_mtime > 1 for draft in drafts)


def rewrite(file: Path, old: bytes, new: bytes) -> None:
    """In the same tick of the disk's clock, in the same length."""
    status, data = file.stat(), file.read_bytes()
    assert old in data
    assert len(old) == len(new)
    file.write_bytes(data.replace(old, new, 1))
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def add(file: Path, text: str = "x") -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def take_templates(project: Path) -> None:
    shutil.copytree(HERE.parent / "templates", project / "templates")


def draft(project: Path) -> Path:
    return min((project / ".safecomm" / "drafts").glob("*.zip"))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a text": lambda project: rewrite(project / MEASURE, b"Insatsen", b"Insatser"),
    "templates of its own": take_templates,
    "a new text": lambda project: shutil.copy(project / MEASURE, project / MEASURE.replace("lighting", "lamps")),
    "a document": lambda project: rewrite(project / "build" / "programme.sv.docx", b"PK", b"pk"),
    "a twin": lambda project: rewrite(project / "build" / "programme.sv.md", b"e", b"a"),
    "a document is gone": lambda project: (project / "build" / "application.en.docx").unlink(),
    "a document is a link": lambda project: link(project / "build" / "programme.sv.docx"),
    "a draft is gone": lambda project: draft(project).unlink(),
    "a draft": lambda project: rewrite(draft(project), b"PK", b"pk"),
    "no record": lambda project: (project / ".safecomm" / RECORD).unlink(),
    "half a record": lambda project: os.truncate(project / ".safecomm" / RECORD, 100),
    "another record": lambda project: add(project / ".safecomm" / RECORD, '{"files": [], "drafts": {"../x": 1}}'),
    "a record of the odd kind": lambda project: add(project / ".safecomm" / RECORD, "[" * 100_000),
    "a command that was killed": lambda project: (project / ".safecomm" / "writing").mkdir(),
}


def link(file: Path) -> None:
    file.symlink_to(file.rename(file.with_name("elsewhere")))


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_has_changed_is_built(change: str, project: Path) -> None:
    build(project)
    fresh = states(project / "build")
    CHANGES[change](project)
    assert not skips(project)
    assert skips(project)
    if change not in ("a text", "a new text", "templates of its own"):
        assert {file: data for file, (_, data) in states(project / "build").items() if file in fresh} == {
            file: data for file, (_, data) in fresh.items()
        }


@pytest.mark.parametrize("option", [("--force",), ("--lang", "en"), ("application",), ("--output", "x"), SLOW_FINAL])
def test_another_build_is_another_build(
    option: tuple[str, ...], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    build(project)
    assert not build(project, *option)[0].endswith(("oförändrad", "unchanged"))


def test_another_version_of_a_library_builds(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(project)
    (tmp_path / "libraries" / "jinja2-9.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "libraries"))
    program_id.cache_clear()
    try:
        assert not skips(project)
    finally:
        program_id.cache_clear()


def test_a_file_that_the_content_names_comes_and_goes(project: Path) -> None:
    programme = project / "content" / "programme.md"
    front, body = programme.read_text(encoding="utf-8").removeprefix("---\n").split("---\n", 1)
    appendix = "appendices: [{name: {sv: B, en: A}, title: {sv: Plan, en: Plan}, file: papers/plan.pdf}]\n"
    programme.write_text(f"---\n{front}{appendix}---\n{body}", encoding="utf-8")
    assert "missing-appendix 1" in "".join(build(project))
    assert skips(project)
    add(project / "papers" / "plan.pdf")
    assert "missing-appendix" not in "".join(build(project))
    assert skips(project)
    (project / "papers" / "plan.pdf").unlink()
    assert "missing-appendix 1" in "".join(build(project))


def test_what_content_does_not_name_is_no_change(project: Path) -> None:
    build(project)
    add(project / "notes.txt")
    add(project / ".git" / "index")
    add(project / "build" / "programme.sv.changes.docx")
    assert skips(project)


def test_what_was_changed_while_the_documents_were_made_is_not_taken_for_built(project: Path) -> None:
    request = BuildRequest(project, project / "build", DOCUMENTS, False, False, None)
    build(project, "--force")
    (project / ".safecomm" / RECORD).unlink()
    last = LastBuild(request)
    rewrite(project / MEASURE, b"Insatsen", b"Insatser")
    last.note([], {}, [])
    rewrite(project / MEASURE, b"Insatser", b"Insatsen")
    assert LastBuild(request).remarks() is None


def test_what_cannot_be_noted_is_built_without_a_word(project: Path) -> None:
    first = build(project)
    (project / ".safecomm" / RECORD).unlink()
    (project / ".safecomm" / RECORD).mkdir()
    assert build(project) == build(project) == first
