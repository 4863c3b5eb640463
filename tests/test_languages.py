"""Every command answers in the language that the project speaks, also when something is wrong."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm.cli.main import cli
from tests.test_broken import HERE

TEMPLATES = HERE.parent / "templates"

SAID = {
    ("audit", "x.docx"): "x.docx: error: ",
    ("check",): "no errors and no gaps",
    ("diff",): "HEAD: error: the folder is not in a Git repository",
    ("diff", "x.docx", "y.docx"): "x.docx: error: ",
    ("diff", ".", "."): "What changed from . to .",
    ("explain", "no-date"): "Gap: The application has no date.",
    ("new", "measure", "lighting"): "error: there is something with the id “lighting” already",
    ("schema", "--write"): "wrote schemas in ",
    ("status",): "Readiness of ",
    ("template", "check"): "no errors and no gaps",
    ("template", "fields", "programme"): "name ",
    ("text", "x.docx"): "x.docx: error: ",
}


@pytest.fixture
def english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(HERE / "good", tmp_path, dirs_exist_ok=True)
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    file = tmp_path / "content" / "community.md"
    file.write_text(file.read_text(encoding="utf-8").replace("languages: [sv, en]", "language: en"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("arguments", SAID, ids=" ".join)
@pytest.mark.usefixtures("english")
def test_an_english_project_is_answered_in_english(arguments: tuple[str, ...]) -> None:
    assert SAID[arguments] in CliRunner().invoke(cli, arguments, catch_exceptions=False).output


@pytest.mark.parametrize("arguments", [("status",), ("diff",), ("text", "x.docx"), ("audit", "x.docx")], ids=" ".join)
def test_a_project_that_cannot_be_read_is_answered_in_its_language(arguments: tuple[str, ...], english: Path) -> None:
    (english / "content" / "organisations.yaml").write_text("a: [b", encoding="utf-8")
    output = CliRunner().invoke(cli, arguments, catch_exceptions=False).output
    assert "error: " in output
    assert "fel: " not in output


@pytest.mark.parametrize("command", ["audit", "text"])
@pytest.mark.usefixtures("english")
def test_who_asks_for_another_language_gets_it(command: str) -> None:
    assert "x.docx: fel: " in CliRunner().invoke(cli, [command, "x.docx", "--lang", "sv"]).output
