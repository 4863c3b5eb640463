"""A new record is valid at once, everything in it that is no fact is a gap, and nothing else in the project changes."""

import re
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm.cli.main import cli
from safecomm.cli.new import KINDS
from safecomm.content.load import load
from safecomm.diagnostic import Severity
from tests.conftest import Golden
from tests.editing.test_schema import rejected
from tests.test_broken import HERE, broken_project, diagnostics

CASES = [kind for kind in KINDS if kind != "criterion-text"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return broken_project(HERE / "good", tmp_path / "project")


def new(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["new", *arguments, "--project", str(project)], catch_exceptions=False)


def state(project: Path) -> dict[str, bytes]:
    files = (file for file in project.rglob("*") if file.is_file())
    return {file.relative_to(project).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize("kind", CASES)
def test_a_new_record_is_valid_and_full_of_gaps(kind: str, project: Path, golden: Golden) -> None:
    before = state(project)
    assert new(project, kind, "nytt").exit_code == 0
    found = diagnostics(project)
    assert {each.severity for each in found} == {Severity.WARNING}
    assert "not-filled-in" in {each.code for each in found}
    assert list(rejected(project)) == []
    after = state(project)
    changed, *tables = sorted((name for name in after if after[name] != before.get(name)), reverse=True)
    assert [after[table] for table in tables] == ([b"year,value\n"] if kind == "statistics" else [])
    assert after[changed].startswith(before.get(changed, b""))
    golden(
        Path(__file__).parent / "new" / f"{kind}.txt", after[changed].removeprefix(before.get(changed, b"")).decode()
    )


def test_figures_that_are_there_already_are_kept(project: Path) -> None:
    table = project / "content" / "statistics" / "fall.csv"
    table.write_text("year,value\n2008,7\n", encoding="utf-8")
    assert new(project, "statistics", "fall").exit_code == 0
    assert table.read_text(encoding="utf-8") == "year,value\n2008,7\n"


def test_the_texts_of_a_criterion_can_be_made_where_they_are_missing(project: Path) -> None:
    (project / "content" / "criteria" / "networks.md").unlink()
    assert "[unknown-criterion]" in new(project, "criterion-text", "network").output
    assert new(project, "criterion-text", "networks").exit_code == 0
    codes = ("not-filled-in", "only-translated", "translation-outdated")
    assert Counter(each.code for each in diagnostics(project)) == dict.fromkeys(codes, 1)


@pytest.mark.parametrize(
    ("kind", "id_", "code"),
    [
        ("measure", "lighting", "id-taken"),
        ("organisation", "polisen", "id-taken"),
        ("criterion-text", "networks", "id-taken"),
        ("measure", "Trygg gata", "bad-id"),
        ("project", "../lighting", "bad-id"),
        ("evidence", "council", "bad-id"),
        ("measure", "con", "bad-id"),
        ("project", "lpt1", "bad-id"),
    ],
)
def test_an_id_that_cannot_be_is_refused(kind: str, id_: str, code: str, project: Path) -> None:
    before = state(project)
    result = new(project, kind, id_)
    assert (result.exit_code, f"[{code}]" in result.output) == (1, True)
    assert state(project) == before


@pytest.mark.parametrize(
    "text",
    [
        "a: {name: {sv: A}, kind: unit}",
        "a: {name: {sv: A},\r\n kind: unit}\n",
        "a: {name: {sv: A}, kind: unit}\r",
        "a: {name: {sv: A}, kind: unit}\r\n",
        "\ufeff# none yet\n",
        "a:\n  kind: unit",
    ],
)
def test_what_stands_in_the_file_stays_byte_by_byte(text: str, project: Path) -> None:
    file = project / "content" / "organisations.yaml"
    file.write_bytes(text.encode())
    assert new(project, "organisation", "nytt").exit_code == 0
    after = file.read_bytes()
    assert after.startswith(text.encode())
    end = text[len(text.rstrip("\r\n")) :].encode() or b"\n"
    assert set(re.findall(rb"\r\n|\r|\n", after[len(text.encode()) :])) == {end}


@pytest.mark.parametrize("text", ["{a: {name: {sv: A}, kind: unit}}\n", "a:\n  kind: unit\n...\n"])
def test_a_file_that_cannot_be_continued_is_refused(text: str, project: Path) -> None:
    file = project / "content" / "organisations.yaml"
    file.write_text(text, encoding="utf-8")
    assert "[cannot-append]" in new(project, "organisation", "nytt").output
    assert file.read_text(encoding="utf-8") == text


def test_a_file_that_cannot_be_read_is_refused(project: Path) -> None:
    (project / "content" / "evidence.yaml").write_text("a: [", encoding="utf-8")
    for kind in CASES:
        assert "[yaml-bracket]" in new(project, kind, "nytt").output


def test_editors_know_the_new_id(project: Path) -> None:
    CliRunner().invoke(cli, ["schema", "--write", "--project", str(project)])
    new(project, "organisation", "nytt")
    assert '"nytt"' in (project / "content" / ".schemas" / "ids.json").read_text(encoding="utf-8")


def test_several_may_be_meant(project: Path) -> None:
    assert new(project, "measures", "nytt").exit_code == 0
    assert (project / "content" / "measures" / "nytt.md").is_file()


def test_an_event_stands_behind_those_that_there_are(project: Path) -> None:
    assert new(project, "event", "1998").exit_code == 0
    assert new(project, "event", "2008-05-01").exit_code == 0
    community = load(project).records["sv"].community
    assert [str(event.date) for event in community.events] == ["1998", "2008-05-01"]
    assert "not-filled-in" in {each.code for each in diagnostics(project)}
    before = state(project)
    assert "[not-a-date-or-year]" in new(project, "event", "i våras").output
    assert state(project) == before


def test_a_translation_has_the_words_of_its_original(project: Path, golden: Golden) -> None:
    original = "---\ntitle: Gång och cykel\ncriterion: infrastructure\norder: 90\nstatus: planned\n---\n\n"
    file = project / "content" / "measures" / "gang.md"
    file.write_text(f"{original}Trygga vägar.\n\n- [](measure:lighting)\n", encoding="utf-8")
    assert new(project, "translation", "gang").exit_code == 0
    translation = (project / "content" / "measures" / "gang.en.md").read_text(encoding="utf-8")
    golden(Path(__file__).parent / "new" / "translation.txt", translation)
    about = {each.code for each in diagnostics(project) if "gang" in each.location.path}
    assert about == {"not-filled-in", "no-responsible"}


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ("lighting", "translation-taken"),
        ("polisen", "translation-inside"),
        ("lightning", "unknown-id"),
    ],
)
def test_a_translation_that_cannot_be_made_is_refused(record: str, code: str, project: Path) -> None:
    before = state(project)
    result = new(project, "translation", record)
    assert (result.exit_code, f"[{code}]" in result.output) == (1, True)
    assert state(project) == before
