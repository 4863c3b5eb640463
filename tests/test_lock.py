"""Two commands at once in one project: the one waits for the other or names it, and nothing is lost."""

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from safecomm import lock as locking
from safecomm.cli.main import cli
from safecomm.diagnostic import ContentError
from safecomm.lock import lock
from tests.review.reviewer import project
from tests.test_broken import diagnostics

HOLDS = """
import sys
from pathlib import Path
from safecomm.lock import lock
with lock(Path(sys.argv[2])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held(root: Path) -> Iterator[subprocess.Popen[str]]:
    """A command, `rename`, at work in the project, until its input ends."""
    arguments = [sys.executable, "-c", HOLDS, "rename", str(root)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--project", str(root)], catch_exceptions=False)


PATIENT = "from safecomm import lock; lock.PATIENCE = 100; from safecomm.cli.main import main; main()"


def start(root: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PATIENT, *arguments, "--project", str(root)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")


@pytest.mark.parametrize(
    "command", [["check"], ["new", "measure", "x"], ["rename", "lighting", "x"], ["review", "--undo"]]
)
def test_who_has_waited_is_told_for_which_command(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path)
    monkeypatch.setattr(locking, "PATIENCE", 0)
    with held(root):
        result = run(root, *command)
    assert (result.exit_code, ".safecomm/lock: fel: ”safecomm rename” arbetar redan" in result.output) == (1, True)
    assert not (root / "content" / "measures" / "x.md").exists()
    assert run(root, "check").exit_code == 0
    assert not (root / ".safecomm").exists()


@pytest.mark.parametrize("command", [["check"], ["new", "measure", "x"]])
def test_a_command_waits_for_one_that_writes(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path)
    council = root / "content" / "council.md"
    before = council.read_bytes()
    with held(root) as process:
        council.unlink()

        def ends(_pause: float) -> None:
            """The writer does its last bit while the other waits."""
            council.write_bytes(before)
            process.communicate()

        monkeypatch.setattr(time, "sleep", ends)
        assert run(root, *command).exit_code == 0
    assert process.returncode == 0


def test_a_killed_owner_holds_nothing(tmp_path: Path) -> None:
    root = project(tmp_path)
    with held(root) as process:
        process.kill()
    assert (root / ".safecomm" / "lock").read_text() == "rename"
    assert run(root, "new", "measure", "x").exit_code == 0
    assert not (root / ".safecomm").exists()


@pytest.mark.slow
def test_all_that_write_at_once_are_heard(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert run(root, "schema", "--write").exit_code == 0
    commands = [
        ["new", "measure", "ett"],
        ["new", "evidence", "tva-2"],
        ["new", "organisation", "tre"],
        ["rename", "polisen", "polismyndigheten"],
        ["schema", "--write"],
    ]
    with held(root) as process:
        running = [start(root, *command) for command in commands]
        process.communicate()
    said = [command.communicate()[0] for command in running]
    assert [command.returncode for command in running] == [0] * len(commands), said
    assert "error" not in {diagnostic.severity for diagnostic in diagnostics(root)}
    ids = (root / "content" / ".schemas" / "ids.json").read_text(encoding="utf-8")
    assert [id_ for id_ in ("ett", "tva-2", "tre", "polismyndigheten") if f'"{id_}"' not in ids] == []
    assert '"polisen"' not in ids
    assert "tre:" in (root / "content" / "organisations.yaml").read_text(encoding="utf-8")


def test_who_holds_it_may_ask_again(tmp_path: Path) -> None:
    with lock(tmp_path), lock(tmp_path / "." / ""):
        assert (tmp_path / ".safecomm" / "lock").exists()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links are refused by their look there")
def test_a_lock_that_is_a_link_is_refused(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine", encoding="utf-8")
    (tmp_path / ".safecomm").mkdir()
    (tmp_path / ".safecomm" / "lock").symlink_to(elsewhere)
    with pytest.raises(ContentError) as caught, lock(tmp_path):
        pass
    assert [fault.code for fault in caught.value.diagnostics] == ["state-link"]
    assert elsewhere.read_text(encoding="utf-8") == "mine"


def test_a_full_disk_is_no_other_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0)

    def full(_handle: int, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with lock(tmp_path):
            assert (tmp_path / ".safecomm" / "lock").read_bytes() == b""
    with lock(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("said", [b"\x1b[31m", b"rm -rf", b""])
def test_what_another_wrote_there_is_not_shown(said: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "PATIENCE", 0)
    root = project(tmp_path)
    with held(root):
        (root / ".safecomm" / "lock").write_bytes(said)
        assert "”safecomm” arbetar redan" in run(root, "check").output
