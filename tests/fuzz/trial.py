"""What must hold for any project: a result, or diagnostics that can be said and lead to a place."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from safecomm import report
from safecomm.build import build
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Diagnostic, Severity
from safecomm.editing.new import new
from safecomm.editing.rename import rename
from safecomm.editing.translated import confirm
from safecomm.rules.all_rules import check
from tests.bilingual import DOCUMENTS
from tests.fuzz.mutations import Files, Odd, mutated

TENTH = 10
"""Every tenth project is built and edited too."""


def trial(seed: int) -> None:
    """Raises whatever should not have happened."""
    folder = Path(tempfile.mkdtemp())
    try:
        project = write(folder / "project", mutated(seed))
        said = found(project)
        for each in said:
            assert_placed(project, each)
        assert_sayable(said)
        if seed % TENTH == 0:
            assert_built(project, said)
            assert_edited(project)
    finally:
        shutil.rmtree(folder)


def write(project: Path, files: Files) -> Path:
    for name, data in files.items():
        path = project / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(data, Odd):
            data.make(path)
        else:
            path.write_bytes(data)
    return project


def found(project: Path) -> list[Diagnostic]:
    try:
        content = load(project)
    except ContentError as fault:
        return fault.diagnostics or pytest.fail("refused without a reason")
    return [each.diagnostic for language in ("sv", "en") for each in check(content, language)]


def assert_placed(project: Path, each: Diagnostic) -> None:
    """In the project, and where a line is told, on a line of that file."""
    path, line, column = each.location
    assert path == "content" or path.startswith("content/"), each
    assert ".." not in path.split("/"), each
    if line > 1:
        data = (project / path).read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = data.decode("utf-8-sig", "replace").split("\n")
        assert line <= len(lines), each
        assert column <= len(lines[line - 1]) + 1, each


def assert_sayable(said: Sequence[Diagnostic]) -> None:
    for language in ("sv", "en"):
        for form in report.FORMATS.values():
            # A file's name may hold bytes that are no text; the console shows a question mark.
            assert form(said, language).encode(errors="replace") or not said


def assert_built(project: Path, said: Iterable[Diagnostic]) -> None:
    """What `check` finds without errors can be built, and nothing else can."""
    if any(each.severity is Severity.ERROR for each in said):
        with pytest.raises(ContentError):
            build(project, DOCUMENTS, False, None)
    else:
        build(project, DOCUMENTS, False, None)


def assert_edited(project: Path) -> None:
    """Commands that write do it, or refuse; nothing half done stays behind."""
    translations = [project / "content" / "measures" / "lighting.en.md"]
    commands: list[Callable[[], object]] = [
        *(lambda kind=kind: new(project, kind, "nytt-id") for kind in ("measures", "evidence", "criteria")),
        lambda: confirm(project, translations),
        lambda: rename(project, "polisen", "polismyndigheten"),
        lambda: rename(project, "lighting", "belysning"),
    ]
    for command in commands:
        with suppress(ContentError):
            command()
    assert not (project / ".safecomm").exists()
