"""A gap is acknowledged by what `check` shows of it; every other byte of application.md stays."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm.cli.main import cli
from safecomm.content.load import load
from safecomm.diagnostic import Severity
from safecomm.rules.all_rules import check
from tests.test_broken import HERE, broken_project

REASONS = ("--reason", "Brevet kommer i vår: ”snart”", "--reason", "The letter comes in the spring.")
KNOWN = """acknowledged:
    # Ett äldre.
    - gap: no-objectives
      record: programme
      reason: {sv: Senare., en: Later.}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = broken_project(HERE / "broken" / "no-responsible", tmp_path / "project")
    (folder / "content" / "objectives.yaml").unlink()
    return folder


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--project", str(project)], catch_exceptions=False)


def application(project: Path) -> Path:
    return project / "content" / "application.md"


def test_check_shows_what_acknowledge_takes(project: Path) -> None:
    before = application(project).read_bytes()
    (shown,) = re.findall(r"\[(no-responsible .*)\]", run(project, "check").output)
    assert run(project, "acknowledge", *shown.split(), *REASONS).exit_code == 0
    gaps = {gap.code: gap for gap in (finding.diagnostic for finding in check(load(project), "en"))}
    assert gaps["no-responsible"].acknowledged == "The letter comes in the spring."
    assert "[no-responsible]" in run(project, "check").output
    lines = application(project).read_bytes().splitlines(keepends=True)
    at = lines.index(b"acknowledged:\n")
    assert b"".join(lines[:at] + lines[at + 6 :]) == before


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_it_joins_those_that_are_there(project: Path, line_end: str) -> None:
    text = application(project).read_text(encoding="utf-8").replace("version:", f"{KNOWN}version:")
    application(project).write_bytes(text.replace("\n", line_end).encode())
    assert run(project, "acknowledge", "no-responsible", "measures/lighting", *REASONS).exit_code == 0
    found = [finding.diagnostic.severity for finding in check(load(project), "sv")]
    assert found == [Severity.NOTE, Severity.NOTE]
    after = application(project).read_bytes().decode()
    assert after.replace(line_end, "").isprintable()
    assert [line for line in after.split(line_end) if line not in text.split("\n")] == [
        "    - gap: no-responsible",
        "      record: measures/lighting",
        "      reason:",
        '        sv: "Brevet kommer i vår: ”snart”"',
        '        en: "The letter comes in the spring."',
    ]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("no-responsible", "measures/lightning"), "unknown-gap"),
        (("no-letter", "application"), "unknown-gap"),
        (("measure-incomplete", "measures/lighting"), "unknown-gap"),
        (("not-filled-in", "measures/lighting"), "never-acknowledged"),
    ],
)
def test_what_is_no_gap_is_refused(project: Path, arguments: tuple[str, str], code: str) -> None:
    before = application(project).read_bytes()
    result = run(project, "acknowledge", *arguments, *REASONS)
    assert (result.exit_code, f"[{code}]" in result.output) == (1, True)
    assert application(project).read_bytes() == before


def test_what_is_known_already_is_refused(project: Path) -> None:
    arguments = ("acknowledge", "no-responsible", "measures/lighting", *REASONS)
    assert [run(project, *arguments).exit_code for _ in range(2)] == [0, 1]
    assert application(project).read_text(encoding="utf-8").count("no-responsible") == 1


def test_a_list_on_one_line_is_left_alone(project: Path) -> None:
    entry = "acknowledged: [{gap: no-objectives, record: programme, reason: {sv: Senare., en: Later.}}]\n"
    text = application(project).read_text(encoding="utf-8").replace("version:", f"{entry}version:")
    application(project).write_text(text, encoding="utf-8")
    result = run(project, "acknowledge", "no-responsible", "measures/lighting", *REASONS)
    assert (result.exit_code, "[cannot-acknowledge]" in result.output) == (1, True)
    assert application(project).read_text(encoding="utf-8") == text


def test_a_reason_too_many_is_wrong_usage(project: Path) -> None:
    assert run(project, "acknowledge", "no-responsible", "measures/lighting", *REASONS, *REASONS).exit_code == 2
