"""One folder to send, with nothing in it that was not meant."""

import shutil
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result
from pikepdf import Name, Pdf, String

from safecomm.cli.main import cli
from safecomm.editing.translated import confirm
from tests.pdf.fake import needs_office
from tests.test_broken import HERE

FOLDER = Path("build", "package")


def run(root: Path, *arguments: str) -> Result:
    command = ["package", *arguments, "--project", str(root), "--lang", "sv"]
    return CliRunner().invoke(cli, command, catch_exceptions=False)


def contents(root: Path) -> dict[str, bytes]:
    files = (file for file in (root / FOLDER).rglob("*") if file.is_file())
    return {file.relative_to(root / FOLDER).as_posix(): file.read_bytes() for file in files}


def letter() -> bytes:
    output = BytesIO()
    with Pdf.new() as document:
        document.add_blank_page(page_size=(200, 300))
        document.docinfo[Name.Author] = String("Anna Andersson")
        document.save(output)
    return output.getvalue()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    shutil.copytree(HERE / "good", root)
    folder = root / "content" / "attachments"
    folder.mkdir()
    (folder / "brev.pdf").write_bytes(letter())
    fields = "title: Brevet\nkind: letter\nfile: content/attachments/brev.pdf"
    (folder / "brev.md").write_text(f"---\n{fields}\n---\n", encoding="utf-8")
    (folder / "brev.en.md").write_text("---\ntitle: The letter\n---\n", encoding="utf-8")
    confirm(root, [folder / "brev.en.md"])
    return root


@needs_office
@pytest.mark.slow
def test_the_folder_holds_the_application_its_attachments_and_a_list(project: Path) -> None:
    assert run(project, "application.sv").exit_code == 0
    files = contents(project)
    assert sorted(files) == ["application.sv.docx", "application.sv.pdf", "attachments/1-brev.pdf", "innehall.txt"]
    listed = [line.split() for line in files.pop("innehall.txt").decode().splitlines()[3:]]
    assert listed == [[sha256(files[name]).hexdigest(), str(len(files[name])), name] for name in sorted(files)]
    with Pdf.open(BytesIO(files["application.sv.pdf"])) as document:
        assert document.pages[-1].MediaBox[2] == 200
    parts = ZipFile(BytesIO(files["application.sv.docx"]))
    assert not [name for name in parts.namelist() if "comments" in name or "people" in name]
    assert not any(mark in parts.read("word/document.xml") for mark in (b"<w:ins ", b"<w:del ", b"w:rsid"))
    assert not any("Anna Andersson".encode(code) in data for data in files.values() for code in ("utf-8", "utf-16-be"))
    assert run(project, "application.sv").exit_code == 0
    assert contents(project).items() >= files.items()


@needs_office
@pytest.mark.slow
def test_what_another_run_left_goes_and_what_others_put_there_stops_it(project: Path) -> None:
    run(project)
    assert contents(project).keys() >= {"application.en.docx", "summary.sv.docx", "summary.en.pdf"}
    run(project, "application.sv")
    before = contents(project)
    assert not [name for name in before if ".en." in name]
    (project / FOLDER / "anteckningar.txt").write_text("internt", encoding="utf-8")
    result = run(project, "application.sv")
    assert result.exit_code == 1
    assert "[package-stray]" in result.stderr
    assert contents(project) == before | {"anteckningar.txt": b"internt"}


def test_without_libreoffice_nothing_is_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = run(project)
    assert result.exit_code == 1
    assert "[office-missing]" in result.stderr
    assert not (project / FOLDER).exists()


def test_a_gap_keeps_the_application_from_being_sent(project: Path) -> None:
    (project / "content" / "attachments" / "brev.pdf").unlink()
    result = run(project)
    assert result.exit_code == 1
    assert "[missing-attachment " in result.stderr


def test_only_the_application_is_sent(project: Path) -> None:
    result = run(project, "programme")
    assert result.exit_code == 2
    assert "det som skickas är ansökan" in result.stderr
