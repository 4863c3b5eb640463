"""Older content, read as it is and brought to today's form."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from safecomm.changes.compare import compare
from safecomm.changes.facts import ContentSnapshot
from safecomm.cli.main import cli
from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from safecomm.editing.migrate import migrate_project
from safecomm.labels import Labels
from safecomm.review.review import review
from safecomm.rules.all_rules import check
from tests.review.reviewer import Reviewer, git, sent

GOOD = Path(__file__).parents[1] / "good" / "content"
COMMUNITY = "content/community.md"
TODAY = """\
facts:
  - group:
      sv: Areal
      en: Area
    figures:
      - name: {sv: Landareal, en: Land area}
        value: 12.5
        unit: {sv: km², en: km²}
        date: 2007-01-01
        source: {sv: Lantmäteriet, en: Land survey}
"""
OLDER = """\
area:   # till ansökan
  - name: {sv: Landareal, en: Land area}

    value: 12.5
    unit: {sv: km², en: km²}
    date: 2007-01-01
    source: {sv: Lantmäteriet, en: Land survey}
# Om året
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(GOOD, tmp_path / "content")
    return tmp_path


def write_older(project: Path, older: str, end: str = "\n") -> None:
    text = (project / COMMUNITY).read_text(encoding="utf-8")
    assert TODAY in text
    (project / COMMUNITY).write_bytes(text.replace(TODAY, older).replace("\n", end).encode())


def test_older_content_says_what_it_says_today(project: Path) -> None:
    before = load(project)
    write_older(project, OLDER)
    after = load(project)
    assert check(after, "sv") == []
    snapshots = (ContentSnapshot(content, Labels(project, "sv")) for content in (before, after))
    assert compare(*snapshots).records == ()


def test_what_is_wrong_in_it_is_told_where_it_stands(project: Path) -> None:
    write_older(project, OLDER.replace("12.5", "1e10").replace("    date: 2007-01-01\n", ""))
    with pytest.raises(ContentError) as fault:
        load(project)
    (wrong,) = fault.value.diagnostics
    assert (wrong.code, wrong.location) == ("not-a-number", (COMMUNITY, 11, 12))
    write_older_again = (project / COMMUNITY).read_text(encoding="utf-8").replace("1e10", "1")
    (project / COMMUNITY).write_text(write_older_again, encoding="utf-8")
    (gap,) = (finding.diagnostic for finding in check(load(project), "sv"))
    assert (gap.code, gap.location.line) == ("figure-without-origin", 9)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_its_lines_are_written_anew(project: Path, end: str) -> None:
    write_older(project, OLDER, end)
    assert migrate_project(project) == [project / COMMUNITY]
    text = (project / COMMUNITY).read_bytes().decode()
    expected = TODAY.replace("figures:", "figures:   # till ansökan").replace("        value", "\n        value")
    assert f"{expected}# Om året\n---\n".replace("\n", end) in text
    assert text.endswith(f"Arbetet började med *en enda* fråga.{end}")
    assert check(load(project), "sv") == []
    assert migrate_project(project) == []


@pytest.mark.parametrize(
    "older",
    [
        '"area": [{name: {sv: Yta, en: Area}, value: 1,\n  unit: {sv: ha, en: ha}}]\n',
        "area:\n- name: {sv: Yta}\n  value: 1\n",
    ],
)
def test_other_ways_of_writing_yaml(project: Path, older: str) -> None:
    write_older(project, older)
    migrate_project(project)
    text = (project / COMMUNITY).read_text(encoding="utf-8")
    assert "    figures" in text
    assert "area:" not in text


def test_what_cannot_be_rewritten_stays(project: Path) -> None:
    write_older(project, TODAY + OLDER)
    before = (project / COMMUNITY).read_bytes()
    with pytest.raises(ContentError) as fault:
        migrate_project(project)
    (refused,) = fault.value.diagnostics
    assert (refused.code, refused.location) == ("cannot-migrate", (COMMUNITY, 18, 1))
    assert (project / COMMUNITY).read_bytes() == before
    # In memory both are read.
    assert len(load(project).records["sv"].community.facts) == 2


def test_drafts_from_before_are_compared(project: Path) -> None:
    write_older(project, OLDER)
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "Tidigare")
    run = CliRunner().invoke(cli, ["migrate", "--project", str(project)])
    assert (run.exit_code, run.output.split()[-1]) == (0, str(project / COMMUNITY))
    compared = CliRunner().invoke(cli, ["diff", "--exit-code", "--project", str(project)])
    assert (compared.exit_code, "inget har ändrats" in compared.output) == (0, True)


@pytest.mark.parametrize("kept", [True, False])
def test_drafts_from_before_are_reviewed(project: Path, kept: bool) -> None:
    write_older(project, OLDER)
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "Tidigare")
    anna = Reviewer(sent(project, "application.sv", kept=kept))
    anna.tracked("vid en sjö", "vid havet")
    copy = anna.write()
    migrate_project(project)
    (found,) = review(project, [copy]).findings
    lines = (project / COMMUNITY).read_text(encoding="utf-8").split("\n")
    assert found.location
    assert (lines[found.location.line - 1], found.edit is not None) == ("Exempelby ligger vid en sjö.", True)
