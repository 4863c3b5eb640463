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
from tests.pdf.fake import installed_copier, needs_shell

HERE = Path(__file__).parent
MEASURE = "content/measures/lighting.md"
FINAL = pytest.param(("--final",), marks=needs_shell)
SKIPPED = "inget har ändrats sedan förra bygget; --force bygger ändå"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(HERE / "good" / "content", tmp_path / "content")
    return tmp_path


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Where a project was built, and a copy of it."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(HERE / "good" / "content", folder / "project" / "content")
    build(folder / "project")
    return folder / "project", shutil.copytree(folder / "project", folder / "copy")


@pytest.fixture
def built(built_once: tuple[Path, Path]) -> Path:
    """A project that has just been built, in the folder where it was."""
    project, copy = built_once
    shutil.rmtree(project)
    return shutil.copytree(copy, project, symlinks=True)


def build(project: Path, *arguments: str) -> list[str]:
    """The lines that it says."""
    result = CliRunner().invoke(cli, ["build", "--project", str(project), *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output.splitlines()


def office(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LibreOffice that is there sooner than the real one; its PDFs number no contents."""
    monkeypatch.setenv("PATH", f"{installed_copier(project / 'bin', 'x')}{os.pathsep}{os.environ['PATH']}")


def skips(project: Path, *arguments: str) -> bool:
    return build(project, *arguments)[-1] == SKIPPED


def states(project: Path) -> dict[Path, tuple[int, bytes]]:
    files = (file for file in project.rglob("*") if file.is_file() and file.parent.name != "drafts")
    return {file: (file.stat().st_mtime_ns, file.read_bytes()) for file in files}


@pytest.mark.parametrize("arguments", [(), ("programme",), ("--output", "other"), FINAL])
def test_what_is_there_is_not_made_again_and_its_gaps_are_still_told(
    project: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    office(project, monkeypatch)
    first = build(project, *arguments)
    before = states(project)
    again = build(project, *arguments)
    assert states(project) == before
    assert [line for line in first if not line.startswith("skrev ")] == [
        line for line in again[:-1] if not line.endswith(" är oförändrad")
    ]
    assert again[-1] == SKIPPED


def test_what_a_draft_needs_to_stay_among_the_latest_is_done(built: Path) -> None:
    drafts = list((built / ".safecomm" / "drafts").iterdir())
    for draft in drafts:
        os.utime(draft, (1, 1))
    assert skips(built)
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
def test_whatever_has_changed_is_built(change: str, built: Path) -> None:
    fresh = states(built / "build")
    CHANGES[change](built)
    assert not skips(built)
    assert skips(built)
    if change not in ("a text", "a new text", "templates of its own"):
        assert {file: data for file, (_, data) in states(built / "build").items() if file in fresh} == {
            file: data for file, (_, data) in fresh.items()
        }


@pytest.mark.parametrize("option", [("--force",), ("--lang", "en"), ("application",), ("--output", "x"), FINAL])
def test_another_build_is_another_build(
    option: tuple[str, ...], project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    office(project, monkeypatch)
    build(project)
    assert not build(project, *option)[0].endswith(("oförändrad", "unchanged"))


@pytest.mark.parametrize("note", ["jinja2-9.dist-info", "Jinja2-9.egg-info"])
def test_another_version_of_a_library_builds(
    note: str, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert skips(built)
    (tmp_path / "libraries" / note).mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "libraries"))
    program_id.cache_clear()
    try:
        assert not skips(built)
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


def test_what_content_does_not_name_is_no_change(built: Path) -> None:
    add(built / "notes.txt")
    add(built / ".git" / "index")
    add(built / "build" / "programme.sv.changes.docx")
    assert skips(built)


def test_what_was_changed_while_the_documents_were_made_is_not_taken_for_built(project: Path) -> None:
    request = BuildRequest(project, project / "build", DOCUMENTS, False, False, None)
    build(project, "--force")
    (project / ".safecomm" / RECORD).unlink()
    last = LastBuild(request)
    rewrite(project / MEASURE, b"Insatsen", b"Insatser")
    last.note({}, [], {}, [])
    rewrite(project / MEASURE, b"Insatser", b"Insatsen")
    assert LastBuild(request).remarks() is None


def test_what_another_run_wrote_meanwhile_is_not_taken_for_built(project: Path) -> None:
    request = BuildRequest(project, project / "build", DOCUMENTS, False, False, None)
    build(project)
    (project / ".safecomm" / RECORD).unlink()
    made = {file: file.read_bytes() for file in request.files()}
    LastBuild(request).note(made | {request.files()[0]: b"another"}, [], {}, [])
    assert LastBuild(request).remarks() is None
    LastBuild(request).note(made, [], {}, [])
    assert LastBuild(request).remarks() == []


def test_what_systems_and_killed_runs_leave_is_no_change(project: Path) -> None:
    build(project)
    for name in (".DS_Store", "desktop.ini", ".built.json.x.safecomm-unfinished"):
        add(project / ".safecomm" / name)
    assert skips(project)


def test_a_draft_that_another_owns_is_no_change(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise PermissionError

    build(project)
    monkeypatch.setattr(os, "utime", refuse)
    assert skips(project)


@pytest.mark.parametrize("folder", ["content", "templates"])
def test_a_link_that_leads_in_a_circle_is_no_bug(folder: str, project: Path) -> None:
    take_templates(project)
    circle = project / folder / "circle"
    circle.symlink_to(circle)
    result = CliRunner().invoke(cli, ["build", "--project", str(project)])
    # A person can mend it: the content's own problem, or the machine's.
    assert isinstance(result.exception, SystemExit if folder == "content" else OSError)


@pytest.mark.parametrize("name", ["", "drafts"])
def test_a_folder_of_the_program_that_has_become_a_link_is_told(name: str, project: Path) -> None:
    build(project)
    link(project / ".safecomm" / name)
    said = [CliRunner().invoke(cli, ["build", "--project", str(project), *force]).output for force in ([], ["--force"])]
    assert said[0] == said[1]
    assert "[state-link]" in said[0] or "[draft-not-kept]" in said[0]


def test_what_cannot_be_noted_is_built_without_a_word(built: Path) -> None:
    first = build(built, "--force")
    (built / ".safecomm" / RECORD).unlink()
    (built / ".safecomm" / RECORD).mkdir()
    assert build(built) == build(built) == first
