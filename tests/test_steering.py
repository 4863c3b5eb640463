"""Nothing that a file says or is called steers the terminal, the log or the annotation in which it is shown."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm import report
from safecomm.cli.main import cli
from safecomm.diagnostic import Location, problem
from tests.audit.sample import parts, zipped
from tests.review.reviewer import Reviewer, project, sent
from tests.word.sample import paragraph

STEERING = "\x1b[2J\x9b2J\u202e"
"""Clears the screen in two ways, and turns the line."""
NAME = f"a{STEERING}b.docx"
CONTROLS = {chr(code) for code in (*range(9), *range(11, 32), *range(0x7F, 0xA0), 0x202E)}
COMMANDS = [
    ["audit", NAME],
    *(["audit", "--format", form, NAME] for form in ("json", "github", "sarif")),
    ["review", NAME],
    ["review", "missing", NAME],
    *(["diff", "--docx", "--format", form, "plain.docx", NAME] for form in ("text", "md", "json")),
    ["prove", "plain.docx", NAME, NAME],
    ["text", f"missing{NAME}"],
]


def said(*arguments: str) -> str:
    return CliRunner().invoke(cli, arguments).output


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / NAME).write_bytes(zipped(parts(paragraph(f"Ord {STEERING[4:]}"))))
    (tmp_path / "plain.docx").write_bytes(zipped(parts(paragraph("Ett"))))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("command", COMMANDS, ids=range(len(COMMANDS)))
def test_the_name_and_the_text_of_a_word_file(command: list[str]) -> None:
    output = said(*command)
    assert output
    assert CONTROLS.isdisjoint(output)


@pytest.mark.usefixtures("folder")
def test_a_text_keeps_the_direction_of_its_letters() -> None:
    assert "Ord �2J\u202e" in said("text", NAME)


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_who_commented_when_and_what(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steering = STEERING[4:]
    anna = Reviewer(sent(project(tmp_path)), "Anna")
    anna.comment("fast", f"Hm{steering}")
    comments = anna.parts["word/comments.xml"].replace('"Anna"', f'"Anna{steering}"')
    anna.parts["word/comments.xml"] = comments.replace("2008-02-03T", f"20{steering}-02-03T")
    monkeypatch.chdir(tmp_path)
    output = said("review", "--format", form, str(anna.write()))
    assert "Anna" in output
    assert CONTROLS.isdisjoint(output)


@pytest.mark.parametrize("form", report.FORMATS)
def test_a_diagnostic(form: str) -> None:
    found = [problem("unknown-key", Location(f"a{STEERING}\n::error::b.md"), key=f"k{STEERING}", allowed="x")]
    output = report.FORMATS[form](found, "sv")
    assert CONTROLS.isdisjoint(output)
    assert "\n::error" not in output
