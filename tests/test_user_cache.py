"""What is kept between runs for one user: read only when it is whole and this user's own, missed by nobody."""

import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from safecomm import user_cache
from safecomm.user_cache import MOST_FILES, keep, key_of, remember
from tests.interruption import ACTS, interrupted, needs_fork

GOOD = Path(__file__).parent / "good"
needs_posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder of a user from others by itself")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(sys, "platform", "win32" if os.name == "nt" else "linux")
    return tmp_path / "safecomm"


class Making:
    """Makes something, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return b"made" * 100

    def again(self) -> bool:
        """Whether what was kept is not there, and so made again, the same."""
        before = self.times
        assert remember("test", b"source", self) == b"made" * 100
        return self.times > before


def test_what_was_made_is_not_made_again_from_the_same_source() -> None:
    making = Making()
    assert making.again()
    assert not making.again()
    remember("test", b"another source", making)
    remember("another test", b"source", making)
    assert making.times == 3


@needs_posix
def test_nobody_else_can_look_into_the_folder(folder: Path) -> None:
    Making().again()
    assert folder.stat().st_mode & 0o777 == 0o700


@needs_posix
@pytest.mark.parametrize("umask", [0, 0o002, 0o077])
def test_what_is_kept_is_read_again_whatever_files_are_otherwise_open_to(umask: int, folder: Path) -> None:
    before = os.umask(umask)
    try:
        making = Making()
        assert making.again()
        assert not making.again()
    finally:
        os.umask(before)
    assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}


def flip(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1] + b"!")


def take_place(file: Path) -> None:
    """What was kept of another source."""
    keep(key := key_of("test", b"evil"), b"evil")
    file.with_name(key).replace(file)


def link(place: Path) -> None:
    """Leads to what stood there."""
    place.symlink_to(place.rename(place.with_name("elsewhere")))


def replaced_by(make: Callable[[Path], object], file: Path) -> None:
    file.unlink()
    make(file)


ATTACKS: dict[str, Callable[[Path], object]] = {
    "cut off": lambda file: os.truncate(file, 200),
    "empty": lambda file: os.truncate(file, 0),
    "changed": flip,
    "of another source": take_place,
    "a folder": partial(replaced_by, Path.mkdir),
    "grown": lambda file: file.write_bytes(file.read_bytes() * 10_000),
}
POSIX_ATTACKS: dict[str, Callable[[Path], object]] = {
    "a pipe": partial(replaced_by, lambda file: os.mkfifo(file)),
    "a link": link,
    "in a folder that is a link": lambda file: link(file.parent),
    "writable by others": lambda file: file.chmod(0o666),
    "in a folder that others can write in": lambda file: file.parent.chmod(0o777),
}


def attacked(attack: Callable[[Path], object], folder: Path) -> None:
    making = Making()
    making.again()
    attack(folder / key_of("test", b"source"))
    assert making.again()


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_not_as_it_was_kept_is_not_read(attack: str, folder: Path) -> None:
    attacked(ATTACKS[attack], folder)


@needs_posix
@pytest.mark.parametrize("attack", POSIX_ATTACKS)
def test_what_others_could_have_put_there_is_not_read(attack: str, folder: Path) -> None:
    attacked(POSIX_ATTACKS[attack], folder)


@needs_posix
def test_what_another_user_owns_is_not_read(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    making = Making()
    making.again()
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    assert making.again()
    assert making.again()


def test_off_is_off(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    making = Making()
    making.again()
    monkeypatch.setenv("SAFECOMM_CACHE", "off")
    shutil.rmtree(folder)
    assert making.again()
    assert not folder.exists()


@needs_posix
@pytest.mark.parametrize("home", ["relative", "/dev/null", "/proc/no/home"])
def test_without_a_home_it_goes_on(home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", home)
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.chdir(tmp_path)
    making = Making()
    assert making.again()
    assert making.again()
    assert list(tmp_path.iterdir()) == []


@needs_posix
def test_who_has_no_home_does_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: int) -> None:
        raise KeyError

    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr("pwd.getpwuid", unknown)
    making = Making()
    assert making.again()
    assert making.again()


@needs_fork
@pytest.mark.parametrize("act", ACTS)
def test_a_kill_or_a_full_disk_is_without_effect(act: str, folder: Path) -> None:
    for number in itertools.count(1):
        shutil.rmtree(folder, ignore_errors=True)
        if not interrupted(partial(remember, "test", b"source", Making()), number, ACTS[act]):
            break
        making = Making()
        making.again()
        assert not making.again()
    assert number > 3


def test_runs_at_once_do_not_meet() -> None:
    making = Making()
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: remember("test", b"source", making), range(50))) == {b"made" * 100}
    assert not making.again()


def test_what_is_oldest_goes_when_there_is_much_and_what_is_not_ours_stays(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    (folder / "mine").write_text("mine")
    for number in range(MOST_FILES + 10):
        remember("test", str(number).encode(), Making())
        os.utime(folder / key_of("test", str(number).encode()), (number, number))
    names = {file.name for file in folder.iterdir()}
    assert len(names) <= MOST_FILES
    assert names >= {"mine", key_of("test", str(MOST_FILES + 9).encode())}
    assert key_of("test", b"0") not in names


def test_so_it_does_when_it_is_large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_cache, "MOST_BYTES", 4_000)
    for number in range(100):
        remember("test", str(number).encode(), Making())
        assert sum(file.stat().st_size for file in folder.iterdir()) <= 4_000


BUILD = """
import sys
from safecomm.cli.main import cli
try:
    cli(["build", "application", "--lang", "sv", "--force", *sys.argv[1:]])
finally:
    print(*sorted({"docxtpl", "markdown_it", "xlsxwriter", "yaml"} & sys.modules.keys()))
"""


@pytest.mark.slow
def test_a_later_run_needs_no_compiler_nor_parser_and_makes_the_same_bytes(tmp_path: Path, folder: Path) -> None:
    shutil.copytree(GOOD / "content", tmp_path / "content")

    def build(name: str, **environment: str) -> tuple[str, dict[str, bytes]]:
        output = tmp_path / name
        command = [sys.executable, "-c", BUILD, "--project", str(tmp_path), "--output", str(output)]
        run = subprocess.run(command, env=os.environ | environment, capture_output=True, check=True)
        return run.stdout.decode().splitlines()[-1], {file.name: file.read_bytes() for file in output.iterdir()}

    off, first, later = build("off", SAFECOMM_CACHE="off"), build("first"), build("later")
    for file in folder.iterdir():
        flip(file)
    poisoned = build("poisoned")
    everything = "docxtpl markdown_it xlsxwriter yaml"
    assert [imported for imported, _ in (off, first, later, poisoned)] == [everything, everything, "", everything]
    assert off[1] == first[1] == later[1] == poisoned[1] != {}
