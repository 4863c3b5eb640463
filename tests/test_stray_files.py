"""What nobody meant as work is passed over everywhere; a copy that a program made is told as what it is."""

import shutil
from pathlib import Path

import pytest

from safecomm.build_id import state_of
from safecomm.comparison import template_files
from safecomm.content.file import FOLDER
from safecomm.content.load import load
from safecomm.editing.rename import rename
from safecomm.stray_files import is_left_behind, is_stray, original_of_copy
from safecomm.watch import is_work
from tests.test_broken import HERE

SYSTEMS = ["Desktop.ini", "desktop.ini", "Thumbs.db", "ehthumbs.db", ".DS_Store", "._lighting.md", "Icon\r"]
"""The first is the second on Windows, where the last can be no file."""

PROGRAMS = ["~$lighting.md", ".~lock.lighting.md#", "~WRL0001.tmp", "lighting.md.tmp"]
EDITORS = ["#lighting.md#", ".#lighting.md", "lighting.md~", ".lighting.md.swp", "lighting.md.swo"]
COPIES = [
    "lighting (1).md",
    "lighting - kopia.md",
    "lighting – Copy (2).md",
    "lighting kopia 3.md",
    "lighting 2.md",
    "Kopia av lighting.md",
    "lighting-DESKTOP-AB12CD.md",
    "lighting (Annas konflikterande kopia 2026-03-01).md",
    "lighting (Anna's conflicted copy 2026-03-01).md",
    "lighting.sync-conflict-20260301-101010-ABCDEFG.md",
]
WORK = ["lighting.md", "lighting.en.md", "karta.png", "programme.docx", "a.tmp.md", "desktop.md", "#1.md", "~a.md"]
NO_COPIES = ["lighting.md", "lighting-1.md", "lighting-2009.md", "lighting-Ny.md", "torg (1).md", "lighting (norra).md"]


@pytest.mark.parametrize("name", SYSTEMS + PROGRAMS + EDITORS)
def test_what_is_left_behind_is_stray(name: str) -> None:
    assert is_left_behind(name)
    assert is_stray(name)


@pytest.mark.parametrize("name", WORK)
def test_work_is_not(name: str) -> None:
    assert not is_stray(name)
    assert is_stray(f".{name}")


def test_nothing_that_looks_for_files_sees_what_is_stray(tmp_path: Path) -> None:
    project = shutil.copytree(HERE / "good", tmp_path / "project")
    shutil.copytree(HERE.parent / "templates", project / "templates")
    folders = [project / FOLDER, project / "templates"]
    before = state_of(folders), template_files(project)
    for name in SYSTEMS[1:-1] + PROGRAMS + EDITORS:
        for folder in (*folders, project / FOLDER / "measures", project / FOLDER / "statistics"):
            (folder / name).write_bytes(b"\xff measure:lighting")
        assert not is_work(None, f"{FOLDER}/{name}")  # type: ignore[arg-type]
    load(project)
    assert (state_of(folders), template_files(project)) == before
    rename(project, "lighting", "belysning")
    assert (project / FOLDER / "measures" / "lighting.md~").read_bytes() == b"\xff measure:lighting"


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_known_beside_its_original_only(name: str) -> None:
    assert original_of_copy(name, {"lighting.md", name}) == "lighting.md"
    assert original_of_copy(name, {name}) is None


@pytest.mark.parametrize("name", NO_COPIES)
def test_what_a_person_may_have_named_is_no_copy(name: str) -> None:
    assert original_of_copy(name, {"lighting.md", name}) is None


def test_a_copied_translation_picture_and_folder() -> None:
    beside = {"lighting.en.md", "karta.png", "measures"}
    for name, original in (("lighting.en (1).md", "lighting.en.md"), ("lighting (1).en.md", "lighting.en.md")):
        assert original_of_copy(name, beside) == original
    assert original_of_copy("karta-LAPTOP-7.png", beside) == "karta.png"
    assert original_of_copy("measures (1)", beside) == "measures"


def test_a_text_may_show_a_picture_with_such_a_name(tmp_path: Path) -> None:
    project = shutil.copytree(HERE / "good", tmp_path / "project")
    shown = HERE / "broken" / "picture-title" / FOLDER / "measures" / "karta.png"
    for name in ("karta.png", "karta (1).png"):
        shutil.copy(shown, project / FOLDER / "measures" / name)
    measure = project / FOLDER / "measures" / "lighting.md"
    shows = "\n![Gatorna](karta.png)\n\n![Torget](<karta (1).png>)\n"
    measure.write_text(measure.read_text(encoding="utf-8") + shows, encoding="utf-8")
    assert len(load(project).pictures) == 2
