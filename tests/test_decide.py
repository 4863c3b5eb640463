"""What was decided is kept whole, never changed, and cited."""

import hashlib
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm.cli.main import cli
from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from tests.test_broken import HERE

DECISION = ("programme", "--date", "2008-01-31", "--number", "KS/2008:1")
ID = "programme-2008-01-31"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Without LibreOffice, which other tests have."""
    shutil.copytree(HERE / "good", tmp_path / "project")
    monkeypatch.setenv("PATH", "")
    return tmp_path / "project"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(
        cli, ["decide", *arguments, "--project", str(root), "--lang", "sv"], catch_exceptions=False
    )


def contents(root: Path) -> dict[str, bytes]:
    files = (file for file in (root / "content").rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}


def edit(root: Path, old: str, new: str) -> None:
    file = root / "content" / "programme.md"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def codes(root: Path) -> set[str]:
    with pytest.raises(ContentError) as caught:
        load(root)
    return {fault.code for fault in caught.value.diagnostics}


def test_the_final_document_is_kept_with_its_digests(project: Path) -> None:
    result = run(project, *DECISION)
    assert result.exit_code == 0
    assert "utan PDF" in result.stderr
    decision = load(project).records["sv"].decisions[ID]
    assert [file.name for file in decision.files] == ["programme.sv.docx", "programme.sv.md"]
    for file in decision.files:
        data = (project / "content" / "decided" / ID / file.name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == file.sha256
    twin = (project / "content" / "decided" / ID / "programme.sv.md").read_text(encoding="utf-8")
    assert "Utkast" not in twin
    assert "lydelse" not in twin


def test_what_is_decided_is_listed(project: Path) -> None:
    assert "inget är beslutat än" in run(project).stdout
    run(project, *DECISION)
    assert run(project).stdout.startswith("programme 2008-01-31 KS/2008:1\n    ")


def test_a_decided_version_never_changes(project: Path) -> None:
    run(project, *DECISION)
    before = contents(project)
    edit(project, "Programmet", "Detta program")
    result = run(project, *DECISION)
    assert result.exit_code == 1
    assert "[decided-already]" in result.stderr
    assert (
        contents(project).items() >= {path: data for path, data in before.items() if "programme.md" not in path}.items()
    )


def test_the_facts_of_the_programme_are_those_of_the_decision(project: Path) -> None:
    edit(project, "status: adopted", "status: proposed")
    before = contents(project)
    result = run(project, "programme", "--date", "2008-02-01", "--number", "KS/2008:2")
    assert result.exit_code == 1
    assert result.stderr.count("[decided-differs]") == 3
    assert contents(project) == before


def test_gaps_keep_a_document_from_being_decided(project: Path) -> None:
    (project / "content" / "networks.yaml").unlink()
    result = run(project, *DECISION)
    assert result.exit_code == 1
    assert "[no-network " in result.stderr
    assert not (project / "content" / "decided").exists()


def test_the_same_content_is_decided_in_the_same_bytes(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project, tmp_path / "other")
    for root in (project, tmp_path / "other"):
        run(root, *DECISION)
    assert contents(project) == contents(tmp_path / "other")


def test_line_ends_that_git_gives_are_no_change(project: Path) -> None:
    run(project, *DECISION)
    twin = project / "content" / "decided" / ID / "programme.sv.md"
    twin.write_bytes(twin.read_bytes().replace(b"\n", b"\r\n"))
    load(project)


def test_other_files_among_the_decided_ones_are_told(project: Path) -> None:
    run(project, *DECISION)
    (project / "content" / "decided" / ID / "tillägg.docx").write_bytes(b"")
    assert codes(project) == {"unexpected-file"}


def test_a_file_outside_the_content_is_none_of_a_decision(project: Path) -> None:
    run(project, *DECISION)
    file = project / "content" / "decided" / ID / "programme.sv.docx"
    shutil.move(file, project / "programme.sv.docx")
    file.symlink_to(project / "programme.sv.docx")
    assert codes(project) == {"decided-missing"}


def test_a_decision_of_an_unknown_document_is_told(project: Path) -> None:
    run(project, *DECISION)
    file = project / "content" / "decisions.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("document: programme", "document: program"), encoding="utf-8"
    )
    assert codes(project) == {"unknown-value"}


def test_later_documents_cite_it(project: Path) -> None:
    run(project, *DECISION)
    for old, new in (("2008-01-31", "2010-02-01"), ("KS/2008:1", "KS/2010:7"), ("status: adopted", "status: proposed")):
        edit(project, old, new)
    output = str(project / "build")
    built = CliRunner().invoke(cli, ["build", "--project", str(project), "--output", output], catch_exceptions=False)
    assert built.exit_code == 0
    programme, application = (
        (project / "build" / f"{name}.sv.md").read_text(encoding="utf-8") for name in ("programme", "application")
    )
    assert "Utkastet utgår från den version som beslutades 2008\u201101\u201131 (KS/2008:1)." in programme
    assert "Beslutad version\t2008\u201101\u201131 (KS/2008:1)" in application


def test_a_document_made_elsewhere_is_kept_and_named(project: Path, tmp_path: Path) -> None:
    """Though the content has gaps: nothing is built of it."""
    (project / "content" / "networks.yaml").unlink()
    (tmp_path / "Program: 2008.pdf").write_bytes(b"%PDF-1.4 as adopted")
    assert run(project, *DECISION, "--file", str(tmp_path / "Program: 2008.pdf")).exit_code == 0
    decision = load(project).records["sv"].decisions[ID]
    assert decision.from_elsewhere
    kept = project / "content" / "decided" / ID / "Program: 2008.pdf"
    assert kept.read_bytes() == b"%PDF-1.4 as adopted"
    built = CliRunner().invoke(cli, ["build", "programme", "--project", str(project)], catch_exceptions=False)
    assert built.exit_code == 0
    twin = (project / "build" / "programme.sv.md").read_text(encoding="utf-8")
    assert "gäller lydelsen i det antagna dokumentet (Program: 2008.pdf)." in twin
    kept.write_bytes(b"another")
    assert codes(project) == {"decided-changed"}


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["program.exe"], "decided-kind"),
        (["~$program.docx"], "decided-kind"),
        (["a/program.pdf", "b/Program.pdf"], "decided-twice"),
        (["borta.pdf"], "missing-file"),
        (["mapp.pdf"], "not-a-file"),
    ],
)
def test_what_cannot_be_kept_is_told(project: Path, tmp_path: Path, names: list[str], code: str) -> None:
    before = contents(project)
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        if name == "mapp.pdf":
            (tmp_path / name).mkdir()
        elif name != "borta.pdf":
            (tmp_path / name).write_bytes(b"x")
    result = run(project, *DECISION, *(part for name in names for part in ("--file", str(tmp_path / name))))
    assert result.exit_code == 1
    assert f"[{code}]" in result.stderr
    assert contents(project) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("programme", "--file", "a.pdf"), "både --date och --number"),
        (("programme", "--date", "31 jan"), "är inte skrivet som"),
        (("programme", "--date", "2008-01-31"), "både --date och --number"),
        (("--date", "2008-01-31", "--number", "1"), "nämn det dokument som är beslutat"),
    ],
)
def test_wrong_usage_is_told(project: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run(project, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
