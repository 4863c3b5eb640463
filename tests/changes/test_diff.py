"""`safecomm diff` and `safecomm text` as a person meets them: versions, files, formats and exit codes."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from safecomm.build import build
from safecomm.catalogue import documents, packaged_templates
from safecomm.cli.main import cli
from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.package import Package
from safecomm.redline.canonical import BODY as STORY
from safecomm.redline.canonical import canonical_stories, is_same_story
from tests.bilingual import LANGUAGES, documents_matching
from tests.changes.drafts import MANY, committed, copied, git, replaced
from tests.conftest import Golden
from tests.redline.sample import accept, reject

EXPECTED = Path(__file__).parent / "expected"
CHANGED = "Insatsen lighting: ansvarig Kansliet → Polisen"
change = replaced("measures/lighting.md", "responsible: kansliet", "responsible: polisen")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments], catch_exceptions=False)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return committed(copied(tmp_path / "projekt"))


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[Path, Path]:
    old, new = copied(tmp_path / "old"), copied(tmp_path / "new")
    for edit in MANY:
        edit(new)
    return old, new


def test_the_last_commit_against_the_working_tree(project: Path) -> None:
    assert "inget har ändrats" in run("diff", "--exit-code", "--project", project).output
    change(project)
    (project / "ny.txt").write_text("", encoding="utf-8")
    git(project, "add", "ny.txt")
    before = git(project, "status", "--porcelain"), (project / ".git/index").read_bytes()
    result = run("diff", "--project", project)
    assert (result.exit_code, result.output.splitlines()[0]) == (0, "Vad som ändrats från HEAD till arbetsmappen")
    assert CHANGED in result.output
    assert (git(project, "status", "--porcelain"), (project / ".git/index").read_bytes()) == before


def test_exit_code_as_git_has_it(project: Path) -> None:
    assert run("diff", "--exit-code", "--project", project).exit_code == 0
    change(project)
    assert run("diff", "--exit-code", "--project", project).exit_code == 1


def test_two_revisions_of_a_project_that_is_a_folder_of_its_repository(tmp_path: Path) -> None:
    copied(tmp_path / "under")
    committed(tmp_path)
    change(tmp_path / "under")
    git(tmp_path, "commit", "-qam", "Ändrad")
    result = run("diff", "HEAD~1", "HEAD", "--project", tmp_path / "under", "--lang", "en")
    assert "The measure lighting: responsible Executive Office → Police" in result.output


def test_two_folders(drafts: tuple[Path, Path]) -> None:
    assert CHANGED.removeprefix("Insatsen lighting: ") in run("diff", *drafts).output


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:content", "a\nb", "@{-9}"])
def test_an_unknown_revision_is_one_message(project: Path, revision: str) -> None:
    result = run("diff", "--project", project, "--", revision)
    assert (result.exit_code, result.output.count("[unknown-revision]")) == (1, 1)


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    copied(tmp_path / "projekt")
    result = run("diff", "--project", tmp_path / "projekt")
    assert (result.exit_code, result.output.count("[no-git]")) == (1, 1)


def test_a_revision_that_does_not_load_is_one_message(project: Path) -> None:
    replaced("measures/lighting.md", "status: planned", "status: perhaps")(project)
    replaced("measures/lighting.md", "order: 10", "order: first")(project)
    git(project, "commit", "-qam", "Fel")
    result = run("diff", "HEAD", "HEAD~1", "--project", project)
    assert (result.exit_code, result.output.count("[revision-not-loaded]")) == (1, 1)
    assert "content/measures/lighting.md:" in result.output
    assert run("diff", "--project", project).output.count("[revision-not-loaded]") == 1


def test_faults_of_the_working_tree_are_told_in_full(project: Path) -> None:
    replaced("measures/lighting.md", "status: planned", "status: perhaps")(project)
    replaced("measures/lighting.md", "order: 10", "order: first")(project)
    result = run("diff", "--project", project)
    assert result.exit_code == 1
    assert "2 fel" in result.output


@pytest.mark.parametrize(("form", "ending"), [("md", "md"), ("json", "json"), ("text", "txt")])
def test_each_format(
    drafts: tuple[Path, Path], golden: Golden, monkeypatch: pytest.MonkeyPatch, form: str, ending: str
) -> None:
    monkeypatch.chdir(drafts[0].parent)
    golden(EXPECTED / f"changes.{ending}", run("diff", "old", "new", "--format", form).output)


def test_the_summary_is_one_of_the_files(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    file = tmp_path / "out" / "summary.md"
    result = run("diff", *drafts, "--html", "--output", file.parent, "--format", "md", "--summary", file)
    assert result.output == f"skrev {file.parent / 'changes.html'}\nskrev {file}\n"
    assert file.read_text(encoding="utf-8") == run("diff", *drafts, "--format", "md").output


def test_the_json_is_json(drafts: tuple[Path, Path]) -> None:
    found = json.loads(run("diff", *drafts, "--format", "json").output)
    assert {each["change"] for each in found["records"]} == {"added", "removed", "changed"}


@pytest.mark.slow
def test_tracked_changes_of_every_document(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    for output in ("a", "b"):
        result = run("diff", *drafts, "--docx", "--html", "--output", tmp_path / output, "--date", "2026-01-02")
        assert result.exit_code == 0
    written = {file.name: file.read_bytes() for file in (tmp_path / "a").iterdir()}
    assert written == {file.name: file.read_bytes() for file in (tmp_path / "b").iterdir()}
    stems = [document.stem for document in documents(LANGUAGES)]
    assert written.keys() == {"changes.html", *(f"{stem}.changes.docx" for stem in stems)}
    tracked = written["programme.sv.changes.docx"]
    for folder, side in zip(drafts, (reject, accept), strict=True):
        (built,) = build(folder, documents_matching("programme"), False, None).built
        one, other = (canonical_stories(Package(docx)) for docx in (side(tracked), built.docx))
        assert is_same_story(one[STORY], other[STORY])


def test_a_document_in_which_nothing_differs_is_the_new_draft(tmp_path: Path) -> None:
    old, new = copied(tmp_path / "old"), copied(tmp_path / "new")
    replaced("measures/lighting.en.md", "title: Lighting", "title: Lights")(new)
    assert run("diff", old, new, "--docx", "--html", "--output", tmp_path).exit_code == 0
    same = {
        built.document.stem: (tmp_path / f"{built.document.stem}.changes.docx").read_bytes() == built.docx
        for built in build(new, documents(LANGUAGES), False, None).built
    }
    assert {stem for stem, unchanged in same.items() if not unchanged} == {
        document.stem for document in documents(LANGUAGES) if document.language == "en"
    }
    assert "programme.sv" not in (tmp_path / "changes.html").read_text(encoding="utf-8")


def test_a_document_that_was_not_made_then_is_left_out(tmp_path: Path) -> None:
    old, new = copied(tmp_path / "old"), copied(tmp_path / "new")
    shutil.copytree(packaged_templates(), old / "templates")
    (old / "templates" / "briefs.docx").unlink()
    assert run("diff", old, new, "--docx", "--output", tmp_path / "out").exit_code == 0
    stems = {document.stem for document in documents(LANGUAGES) if document.name != "briefs"}
    assert {file.name for file in (tmp_path / "out").iterdir()} == {f"{stem}.changes.docx" for stem in stems}


def test_nothing_is_written_when_one_file_cannot_be(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "out" / "changes.html").mkdir(parents=True)
    result = run("diff", *drafts, "--docx", "--html", "--output", tmp_path / "out")
    assert (result.exit_code, "[cannot-write]" in result.output) == (1, True)
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["changes.html"]


def test_the_page_is_well_formed_and_stands_alone(drafts: tuple[Path, Path], tmp_path: Path) -> None:
    run("diff", *drafts, "--html", "--output", tmp_path)
    text = (tmp_path / "changes.html").read_text(encoding="utf-8")
    assert "http://" not in text
    assert "https://" not in text
    page = ElementTree.fromstring(re.sub(r"<!DOCTYPE html>|(?s:<script>.*</script>)", "", text))
    assert page.get("lang") == "sv"
    identifiers = {each.get("id") for each in page.iter() if each.get("id")}
    links = {link.get("href") for link in page.iter("a")}
    assert {"#main"} < links <= {f"#{each}" for each in identifiers}
    assert [len(list(page.iter(name))) for name in ("header", "nav", "main", "h1")] == [1, 1, 1, 1]
    assert all("unseen" in each[0].get("class", "") for name in ("del", "ins") for each in page.iter(name))
    assert "Ny_het <x>" in "".join(page.itertext())


@pytest.fixture
def files(drafts: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "old.docx", tmp_path / "new.docx"
    for path, folder in zip(paths, drafts, strict=True):
        (built,) = build(folder, documents_matching("programme"), False, None).built
        path.write_bytes(built.docx)
    return paths


def test_two_word_files(files: tuple[Path, Path], tmp_path: Path) -> None:
    result = run("diff", *files, "--docx", "--html", "--output", tmp_path / "out", "--exit-code")
    assert result.exit_code == 1
    assert "[-Kansliet-]{+Polisen+}" in result.output
    assert {file.name for file in (tmp_path / "out").iterdir()} == {"new.changes.docx", "changes.html"}
    assert run("diff", files[0], files[0], "--exit-code").exit_code == 0
    found = json.loads(run("diff", *files, "--format", "json").output)["sections"]
    assert [{"same": "Insatsen görs"}, {"ins": " *varje* höst @alla"}, {"same": "."}] in found[0]["lines"]
    assert found[0]["heading"] == "Belysning"


def test_a_word_file_is_compared_with_a_word_file(files: tuple[Path, Path]) -> None:
    assert run("diff", files[0]).exit_code == 2
    assert run("diff", "HEAD", files[0]).exit_code == 2


def test_text_shows_the_twin(files: tuple[Path, Path], drafts: tuple[Path, Path]) -> None:
    (built,) = build(drafts[0], documents_matching("programme"), False, None).built
    assert run("text", files[0]).output == built.twin


def test_what_is_no_word_file_is_one_message(tmp_path: Path) -> None:
    """What all there is to say, tests/ooxml/test_opening.py asks."""
    file = tmp_path / "fil.docx"
    for data, code in ((None, "docx-missing"), (b"", "docx-empty"), (b"%PDF-1.7", "docx-other-format")):
        if data is not None:
            file.write_bytes(data)
        for arguments in (["text", file], ["diff", file, file], ["audit", file]):
            result = run(*arguments)
            assert (result.exit_code, result.output.count(f"[{code}]")) == (1, 1)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    (tmp_path / "bomb.docx").write_bytes(write_parts({"word/document.xml": bytes(101_000_000)}))
    assert "[docx-too-big]" in run("text", tmp_path / "bomb.docx").output


def test_git_shows_word_files_as_text(files: tuple[Path, Path], project: Path) -> None:
    """With the two lines that docs/granskning.md gives."""
    safecomm = f"{sys.executable} -m safecomm text"
    (project / ".gitattributes").write_text("*.docx diff=word\n", encoding="utf-8")
    git(project, "config", "diff.word.textconv", safecomm)
    (project / "utkast.docx").write_bytes(files[0].read_bytes())
    git(project, "add", ".")
    (project / "utkast.docx").write_bytes(files[1].read_bytes())
    run_ = subprocess.run(["git", "diff"], cwd=project, capture_output=True, encoding="utf-8", check=True)
    assert any(line.startswith("+") and "Polisen" in line for line in run_.stdout.splitlines())
