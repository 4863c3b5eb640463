"""An id changes everywhere or nowhere: with every spelling, after every fault, and after a kill before every step."""

import itertools
import shutil
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm.cli.main import cli
from safecomm.content.revision import revise
from safecomm.editing.rename import IdChange, rename, replacements
from safecomm.journal import recover
from safecomm.output import TEMPORARY
from tests.editing.test_new import state
from tests.interruption import ACTS, interrupted, needs_fork
from tests.test_broken import HERE, broken_project, diagnostics

MEASURE = ("lighting", "belysning")
ORGANISATION = ("polisen", "polismyndigheten")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    made = broken_project(HERE / "good", tmp_path / "project")
    assert run("schema", "--write", project=made).exit_code == 0
    return made


def run(*arguments: str, project: Path) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--project", str(project)], catch_exceptions=False)


def replace(project: Path, path: str, old: str, new: str) -> None:
    file = project / path
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new).encode())


@pytest.mark.parametrize(("old", "new"), [MEASURE, ORGANISATION, ("injuries", "skador"), ("exchange", "utbyte")])
def test_an_id_changes_everywhere(old: str, new: str, project: Path) -> None:
    before = state(project)
    assert f"bytte {old} mot {new}" in run("rename", old, new, project=project).output
    assert diagnostics(project) == []
    after = state(project)
    assert [name for name, data in after.items() if old in name or f"[{old}]".encode() in data] == []
    assert run("rename", new, old, project=project).exit_code == 0
    assert state(project) == before != after


def test_everything_else_stays_byte_by_byte(project: Path) -> None:
    file = project / "content" / "measures" / "lighting.md"
    file.write_bytes(
        "\ufeff---\r\n# å polisen\r\ntitle: polisen\r\ncriterion: programmes\r\norder: 10\r\n"
        "partners: [ 'polisen' ,polisen,  \"polisen\",council]  # polisen\r\nresponsible:   polisen\r\n"
        "status: planned\r\n---\r\n\r\npolisen gör det.\r\n".encode()
    )
    run("rename", *ORGANISATION, project=project)
    assert file.read_bytes().decode() == (
        "\ufeff---\r\n# å polisen\r\ntitle: polisen\r\ncriterion: programmes\r\norder: 10\r\n"
        "partners: [ 'polismyndigheten' ,polismyndigheten,  \"polismyndigheten\",council]  # polisen\r\n"
        "responsible:   polismyndigheten\r\nstatus: planned\r\n---\r\n\r\npolisen gör det.\r\n"
    )


def test_links_in_prose_change_with_it() -> None:
    def in_prose(text: str) -> str:
        return revise(text.encode(), "x.md", replacements(text, [], IdChange("measures", *MEASURE))).decode()

    for link in ("[](measure:{})", "[se]( <measure:{}> )", '[se](measure:{} "titel")', "[se]: measure:{}\n"):
        assert in_prose(link.format("lighting")) == link.format("belysning")
    for other in (
        "[](measure:lighting-2)",
        "[](project:lighting)",
        "measure:lighting",
        "[](https://x/measure:lighting)",
    ):
        assert in_prose(other) == other


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("lightning", "x", "unknown-id"),
        ("projects/lighting", "x", "unknown-id"),
        ("lighting", "networks-measure", "id-taken"),
        ("lighting", "Belysning", "bad-id"),
        ("lighting", "../belysning", "bad-id"),
        ("polisen", "council", "bad-id"),
        ("networks", "x", "fixed-id"),
        ("community", "x", "fixed-id"),
    ],
)
def test_what_cannot_be_is_refused(old: str, new: str, code: str, project: Path) -> None:
    before = state(project)
    result = run("rename", old, new, project=project)
    assert (result.exit_code, f"[{code}]" in result.output) == (1, True)
    assert state(project) == before


def test_an_id_of_two_kinds_has_to_be_told_apart(project: Path) -> None:
    replace(project, "content/evidence.yaml", "planen:", "lighting:")
    assert "till exempel" in run("rename", *MEASURE, project=project).output
    assert run("rename", "evidence/lighting", "belysning", project=project).exit_code == 0
    assert (project / "content" / "measures" / "lighting.md").is_file()
    assert b"measures: [lighting]" in (project / "content" / "evidence.yaml").read_bytes()


@pytest.mark.parametrize("spelling", ['"\\u006bansliet"', ">-\n  kansliet", "' kansliet '"])
def test_a_spelling_that_cannot_be_replaced_is_refused(spelling: str, project: Path) -> None:
    replace(project, "content/measures/lighting.md", "responsible: kansliet", f"responsible: {spelling}")
    before = state(project)
    assert "lighting.md:6:14: fel" in run("rename", "kansliet", "kontoret", project=project).output
    assert state(project) == before


def test_content_with_an_error_is_refused(project: Path) -> None:
    replace(project, "content/measures/lighting.md", "planned", "planed")
    before = state(project)
    assert "[unknown-value]" in run("rename", *ORGANISATION, project=project).output
    assert state(project) == before


@pytest.mark.slow
@needs_fork
@pytest.mark.parametrize("act", ACTS)
def test_at_every_step_it_is_everywhere_or_nowhere(act: str, project: Path) -> None:
    whole = Path(shutil.copytree(project, project.parent / "whole"))
    rename(whole, *MEASURE)
    before, after = content(project), content(whole)
    seen = []
    for number in itertools.count(1):
        again = Path(shutil.copytree(project, project.parent / str(number)))
        reached = interrupted(partial(rename, again, *MEASURE), number, ACTS[act])
        if act == "disk full":
            assert content(again) in (before, after)
        recover(again)
        seen.append(content(again))
        assert seen[-1] in (before, after)
        assert not (again / ".safecomm").exists()
        assert act == "disk full" or not list(again.rglob(f"*{TEMPORARY}"))
        if not reached:
            break
    assert len(seen) > 10
    assert before in seen
    assert seen[-1] == after
    assert diagnostics(whole) == []


def content(project: Path) -> dict[str, bytes]:
    """Without what a disk that would not even remove left lying about."""
    return {name: data for name, data in state(project / "content").items() if not name.endswith(TEMPORARY)}


@pytest.mark.parametrize("command", [["check"], ["build", "programme"], ["new", "measure", "x"], ["schema", "--write"]])
def test_what_an_earlier_version_left_half_done_is_told_until_it_is_mended(command: list[str], project: Path) -> None:
    journal = project / ".safecomm" / "rename" / "journal.json"
    journal.parent.mkdir(parents=True)
    journal.write_text('["measures", "lighting", "belysning"]', encoding="utf-8")
    before = state(project)
    result = run(*command, project=project)
    assert (result.exit_code, ".safecomm/rename: fel: en tidigare version" in result.output) == (1, True)
    assert state(project) == before
    shutil.rmtree(journal.parent)
    assert run("check", project=project).exit_code == 0


def test_what_would_not_load_is_put_back(project: Path) -> None:
    # The loader reads the character that stands for itself here; the search for mentions does not.
    replace(project, "content/council.md", "---\n\n", "---\n\nSe [](measure:&#108;ighting).\n\n")
    before = state(project)
    result = run("rename", "lighting", "belysning", project=project)
    assert (result.exit_code, "content/council.md:" in result.output) == (1, True)
    assert state(project) == before
