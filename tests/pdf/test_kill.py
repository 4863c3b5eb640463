"""A build that is killed, at any moment: every file is the whole old one or the whole new one."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.pdf.fake import installed_copier, needs_shell
from tests.test_broken import HERE

pytestmark = needs_shell
KILLED = """
import os, resource, signal, sys

moment, folder = int(sys.argv[1]), sys.argv[-1]
seen = 0

def watch(event, arguments):
    global seen
    if event in ("open", "os.chmod", "os.rename", "os.remove") and str(arguments[0]).startswith(folder):
        seen += 1
        if seen == moment:
            os.kill(os.getpid(), signal.SIGKILL)

if moment:
    sys.addaudithook(watch)
else:
    # The system kills it in the middle of a file.
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
from safecomm.cli.main import main
sys.argv[:] = ["safecomm", "build", "--pdf", *sys.argv[2:]]
main()
"""
MOMENTS = (0, *range(1, 40, 2))


def environment(programs: Path) -> dict[str, str]:
    return os.environ | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PYTHONDONTWRITEBYTECODE": "1"}


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if not file.name.startswith(".")}


def build(programs: Path, project: Path, output: Path, moment: int = 1000) -> int:
    arguments = [sys.executable, "-c", KILLED, str(moment), "--project", str(project), "--output", str(output)]
    return subprocess.run(arguments, env=environment(programs), capture_output=True, check=False).returncode


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path, Path]:
    """Programs and project of the new state, and the documents of the old and of the new."""
    folder = tmp_path_factory.mktemp("states")
    project, old, new = folder / "project", folder / "old", folder / "new"
    shutil.copytree(HERE / "good", project)
    assert build(installed_copier(folder / "bin", "old"), project, old) == 0
    measure = project / "content" / "measures" / "lighting.md"
    measure.write_text(measure.read_text(encoding="utf-8").replace("Belysning", "Ljus"), encoding="utf-8")
    programs = installed_copier(folder / "bin", "new")
    assert build(programs, project, new) == 0
    return programs, project, old, new


def test_every_file_is_the_whole_old_one_or_the_whole_new_one(
    states: tuple[Path, Path, Path, Path], tmp_path: Path
) -> None:
    programs, project, old, new = states
    before, after = contents(old), contents(new)

    def killed(moment: int) -> dict[str, bytes]:
        output = tmp_path / str(moment)
        shutil.copytree(old, output)
        assert build(programs, project, output, moment) < 0
        return contents(output)

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(killed, MOMENTS))
    assert len(before) == 9
    for result in results:
        assert result.keys() == before.keys()
        assert [name for name, data in result.items() if data not in (before[name], after[name])] == []
    assert before in results
    assert any(result not in (before, after) for result in results)


def test_what_a_killed_run_left_is_removed_by_a_later_one_and_not_by_one_at_the_same_time(
    states: tuple[Path, Path, Path, Path], tmp_path: Path
) -> None:
    programs, project, *_ = states
    assert build(programs, project, tmp_path, moment=12) < 0
    left = list(tmp_path.glob(".*-unfinished"))
    assert build(programs, project, tmp_path) == 0
    assert left
    assert all(file.exists() for file in left)
    for file in left:
        os.utime(file, (0, 0))
    assert build(programs, project, tmp_path) == 0
    assert list(tmp_path.glob(".*")) == []
