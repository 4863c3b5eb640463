"""Files replaced all or none: what cannot be replaced leaves the others as they were."""

import os
from pathlib import Path

import pytest

from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.output import TEMPORARY, write

OPEN, MESSAGE = "b.docx", "file-locked"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.docx", "b.docx", "gone.docx"):
        (tmp_path / name).write_bytes(b"old " + name.encode())
    return tmp_path


def everything(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def refusal(folder: Path) -> list[Diagnostic]:
    names = ("a.docx", "made.docx", "b.docx", "c.docx")
    with pytest.raises(ContentError) as caught:
        write({folder / "gone.docx": None, **{folder / name: b"new" for name in names}})
    return caught.value.diagnostics


@pytest.fixture
def open_in_word(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that Windows lets nobody replace; what Python asks the system for, as Windows answers."""
    names, replace = [OPEN], Path.replace

    def refuse(file: Path, target: Path) -> Path:
        if Path(target).name in names:
            raise PermissionError(13, "Permission denied", str(file))
        return replace(file, target)

    monkeypatch.setattr(Path, "replace", refuse)
    return names


@pytest.mark.usefixtures("open_in_word")
@pytest.mark.parametrize("links", [True, False])
def test_a_document_that_is_open_is_named_and_all_others_are_as_before(
    links: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unable(*_: object) -> None:
        raise OSError(1, "no second names on this disk")

    if not links:
        monkeypatch.setattr(os, "link", unable)
    before = everything(folder)
    assert [(fault.code, fault.location.path) for fault in refusal(folder)] == [(MESSAGE, (folder / OPEN).as_posix())]
    assert everything(folder) == before


def test_what_cannot_be_put_back_is_told(
    folder: Path, open_in_word: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def then_open(file: Path, target: Path) -> Path:
        done = replace(file, target)
        open_in_word.append(Path(target).name)
        return done

    monkeypatch.setattr(Path, "replace", then_open)
    assert [(fault.code, Path(fault.location.path).name) for fault in refusal(folder)] == [
        ("not-put-back", "a.docx"),
        ("file-locked", "b.docx"),
    ]
    assert everything(folder) == {"a.docx": b"new", "b.docx": b"old b.docx", "gone.docx": b"old gone.docx"}


def test_a_run_that_is_interrupted_puts_back_what_it_replaced(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def interrupted(file: Path, target: Path) -> Path:
        if Path(target).name == "b.docx" and file.read_bytes() == b"new":
            replace(file, target)
            raise KeyboardInterrupt
        return replace(file, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    before = everything(folder)
    with pytest.raises(KeyboardInterrupt):
        write({folder / name: b"new" for name in ("a.docx", "b.docx", "c.docx")})
    assert everything(folder) == before


def test_all_are_written_and_nothing_is_left(folder: Path) -> None:
    write({folder / "gone.docx": None, folder / "deep" / "er" / "c.docx": b"c", folder / "a.docx": b"a"})
    assert {file.name for file in folder.rglob("*") if file.is_file()} == {"a.docx", "b.docx", "c.docx"}
    assert (folder / "a.docx").read_bytes() == b"a"
    assert not [file for file in folder.rglob("*") if file.name.endswith(TEMPORARY)]
