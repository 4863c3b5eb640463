"""An id changes everywhere or nowhere: with every spelling, after every fault, and after a kill before every step."""

import errno
import itertools
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm.cli.main import cli
from safecomm.diagnostic import ContentError
from safecomm.editing.mentions import Change, in_prose
from safecomm.editing.rename import JOURNAL, rename
from tests.editing.test_new import state
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
    change = Change("measures", *MEASURE)
    for link in ("[](measure:{})", "[se]( <measure:{}> )", '[se](measure:{} "titel")', "[se]: measure:{}\n"):
        assert in_prose(link.format("lighting"), change) == link.format("belysning")
    for other in (
        "[](measure:lighting-2)",
        "[](project:lighting)",
        "measure:lighting",
        "[](https://x/measure:lighting)",
    ):
        assert in_prose(other, change) == other


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


CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod"}


def before_change(number: int, act: Callable[[], None]) -> Iterator[int]:
    """Does `act` right before this process changes anything in the file system for the `number`th time."""
    steps = itertools.count(1)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if (event in CHANGES or writes) and next(steps) == number:
            act()

    sys.addaudithook(hook)
    return steps


def full() -> None:
    raise OSError(errno.ENOSPC, "full")


ACTS = {"killed": lambda: os._exit(0), "disk full": full}


def interrupted(project: Path, ids: tuple[str, str], number: int, act: Callable[[], None]) -> bool:
    """Renames in a process of its own, and tells whether there were as many steps as to come to `act`."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    sys.dont_write_bytecode = True
    steps = before_change(number, act)
    with suppress(ContentError, OSError):
        rename(project, *ids)
    os._exit(0 if next(steps) > number else 1)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process that dies at an exact point needs fork")
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("ids", [MEASURE, ("styrelsen", "kommunstyrelsen")])
def test_at_every_step_it_is_everywhere_or_nowhere(ids: tuple[str, str], act: str, project: Path) -> None:
    whole = Path(shutil.copytree(project, project.parent / "whole"))
    rename(whole, *ids)
    before, after = state(project), state(whole)
    seen = []
    for number in itertools.count(1):
        again = Path(shutil.copytree(project, project.parent / str(number)))
        reached = interrupted(again, ids, number, ACTS[act])
        if act == "disk full":
            assert content(again) in (before, after)
        assert run("check", project=again).output == "inga fel och inga luckor\n"
        seen.append(state(again))
        assert seen[-1] in (before, after)
        if not reached:
            break
    assert len(seen) > 10
    assert before in seen
    assert seen[-1] == after


def content(project: Path) -> dict[str, bytes]:
    return {name: data for name, data in state(project).items() if name.startswith("content/")}


def cut_short(project: Path) -> None:
    """As a run leaves it that was killed when the measure's own files had their new names and nothing else had."""
    (project / JOURNAL).parent.mkdir(parents=True)
    (project / JOURNAL).write_text('["measures", "lighting", "belysning"]', encoding="utf-8")
    (project / "content" / "measures" / "lighting.md").rename(project / "content" / "measures" / "belysning.md")


@pytest.mark.parametrize(
    "command",
    [["check"], ["build", "programme"], ["new", "measure", "x"], ["schema", "--write"], ["rename", "planen", "x"]],
)
def test_any_later_command_finishes_it_and_keeps_what_was_written_meanwhile(command: list[str], project: Path) -> None:
    cut_short(project)
    replace(project, "content/evidence.yaml", "en: Plan}", "en: The plan}")
    assert run(*command, project=project).exit_code == 0
    assert b"measures: [belysning]" in (project / "content" / "evidence.yaml").read_bytes()
    assert b"en: The plan}" in (project / "content" / "evidence.yaml").read_bytes()
    assert not (project / ".safecomm" / "rename").exists()


def test_what_cannot_be_finished_says_so_until_it_is_mended(project: Path) -> None:
    cut_short(project)
    replace(project, "content/evidence.yaml", "kind: plan\n", "kind: plann\n")
    for _ in range(2):
        result = run("check", project=project)
        assert "[unknown-value]" in result.output
        assert "[rename-unfinished]" in result.output
    replace(project, "content/evidence.yaml", "kind: plann\n", "kind: plan\n")
    assert run("check", project=project).output == "inga fel och inga luckor\n"


@pytest.mark.parametrize(
    "journal",
    [
        "",
        "[]",
        "{}",
        "\xff",
        '["measures", "../../x", "y"]',
        '["criteria", "networks", "x"]',
        '["measures", 1, 2]',
        "[[]]",
    ],
)
def test_a_journal_that_says_nothing_sensible_changes_nothing(journal: str, project: Path) -> None:
    before = state(project)
    (project / JOURNAL).parent.mkdir(parents=True)
    (project / JOURNAL).write_bytes(journal.encode("latin-1"))
    assert "[rename-journal]" in run("check", project=project).output
    assert content(project) == before
