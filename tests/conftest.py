"""Golden texts, written anew with `pytest --update`; `--no-skips`; a cache apart; and speed."""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[Path, str], None]
IN_MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory."""

ENOUGH = 4 * 1024**3
"""Bytes; a whole run needs a tenth."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write golden texts anew")
    parser.addoption("--no-skips", action="store_true", help="fail when a test was skipped")


def pytest_configure() -> None:
    """Keeps temporary files in memory where there is room: a project is fifty files, and many a test writes one."""
    if IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ENOUGH:
        os.environ["TMPDIR"] = tempfile.tempdir = str(IN_MEMORY)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The slow files first, so that no worker is left alone with one at the end."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


def pytest_collection_finish() -> None:
    """What has been imported and collected stays to the end: nobody has to ask again whether it is garbage."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter is not None and reporter.stats.get("skipped"):
        reporter.write_line("\n--no-skips: a test was skipped", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the program keeps between runs is not that of the person who tests it."""
    os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a file."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--update"):
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.is_file(), f"{file} is missing; `pytest --update` writes it"
        assert text == file.read_text(encoding="utf-8")

    return compare
