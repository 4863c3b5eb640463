"""A build that is killed, at any moment: every file is the whole old one or the whole new one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from safecomm.output import TEMPORARY, write
from tests.pdf.fake import installed_copier, needs_shell
from tests.test_broken import HERE
from tests.test_cli import run as safecomm

pytestmark = [needs_shell, pytest.mark.slow]
# One process makes the documents, and then has a child of its own killed at each moment of writing them.
KILLED = """
import os, resource, shutil, signal, sys
from pathlib import Path
from safecomm import build as stops
from tests.bilingual import DOCUMENTS

def kill_at(moment, folder):
    seen = 0
    def watch(event, arguments):
        nonlocal seen
        if event in ("open", "os.chmod", "os.rename", "os.remove") and str(arguments[0]).startswith(folder):
            seen += 1
            if seen == moment:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(watch)

def kill_within_a_file():
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

project, old, folder = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
run = stops.build(project, DOCUMENTS, False, None)
run = stops.publish(folder, run, folder, final=False, pdf=True, tell=len)
for moment in range(int(sys.argv[4]) + 1):
    output = folder / str(moment)
    shutil.copytree(old, output)
    child = os.fork()
    if not child:
        kill_at(moment, str(output)) if moment else kill_within_a_file()
        stops.save(run.built, output)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
MOMENTS = 36
"""Each of nine files is begun, opened to its readers, put in its place, and has its temporary file looked for."""


@pytest.fixture
def bin_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    return tmp_path / "bin"


def built(project: Path, output: Path) -> dict[str, bytes]:
    assert safecomm("build", "--pdf", "--project", str(project), "--output", str(output)).exit_code == 0
    return contents(output)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.startswith(".")}


def test_every_file_is_the_whole_old_one_or_the_whole_new_one(bin_: Path, tmp_path: Path) -> None:
    project, old = tmp_path / "project", tmp_path / "old"
    shutil.copytree(HERE / "good", project)
    installed_copier(bin_, "old")
    before = built(project, old)
    measure = project / "content" / "measures" / "lighting.md"
    measure.write_text(measure.read_text(encoding="utf-8").replace("Belysning", "Ljus"), encoding="utf-8")
    installed_copier(bin_, "new")
    after = built(project, tmp_path / "new")

    arguments = [str(project), str(old), str(tmp_path / "killed"), str(MOMENTS)]
    ends = subprocess.run([sys.executable, "-c", KILLED, *arguments], stdout=subprocess.PIPE, check=True).stdout.split()
    results = [contents(tmp_path / "killed" / str(moment)) for moment in range(MOMENTS + 1)]
    assert ends == [b"-25", *[b"-9"] * MOMENTS]
    assert len(before) == 9
    for result in results:
        assert result.keys() == before.keys()
        assert [name for name, data in result.items() if data not in (before[name], after[name])] == []
    assert before in results
    assert after in results
    assert any(result not in (before, after) for result in results)


def test_what_a_killed_build_left_is_removed_by_a_later_one(tmp_path: Path) -> None:
    old, new = (tmp_path / f".programme.sv.md.{name}{TEMPORARY}" for name in ("old", "new"))
    for file in (old, new):
        file.write_text("unfinished")
    os.utime(old, (0, 0))
    write({tmp_path / "programme.sv.md": b""})
    # The new one may belong to a build that is at work.
    assert {file.name for file in tmp_path.iterdir()} == {new.name, "programme.sv.md"}
