"""`build --watch`: what a change touches, and a run that survives mistakes until it is stopped."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from threading import Timer

import pytest

from safecomm.catalogue import documents
from safecomm.cli.watching import PAUSES, keep_building
from safecomm.last_build import BuildRequest
from safecomm.watch import changes, documents_reached, is_work
from tests.bilingual import DOCUMENTS, LANGUAGES

GOOD = Path(__file__).parent / "good" / "content"
MEASURE = "content/measures/lighting.md"
ALL = documents(LANGUAGES)
TRANSLATED = [document.stem for document in ALL if document.kind.every_language]


@pytest.mark.parametrize(
    ("path", "stems"),
    [
        (MEASURE, [document.stem for document in ALL]),
        ("content/measures/lighting.en.md", TRANSLATED),
        ("content/picture.png", [document.stem for document in ALL]),
        ("templates/programme.docx", ["programme.sv"]),
        ("templates/phrases.en.jinja", [document.stem for document in ALL if document.language == "en"]),
        ("templates/phrases.sv.jinja", [document.stem for document in ALL if document.language == "sv"]),
        ("templates/old.docx", []),
        ("templates", [document.stem for document in ALL]),
        ("content", [document.stem for document in ALL]),
    ],
)
def test_what_a_change_touches(path: str, stems: list[str]) -> None:
    assert {document.stem for document in documents_reached([path], LANGUAGES)} == set(stems)


@pytest.mark.parametrize("name", [".lighting.md.swp", "~$programme.docx", ".#lighting.md"])
def test_files_that_programs_keep_beside_an_open_one_are_no_change(name: str) -> None:
    assert not is_work(None, f"content/{name}")  # type: ignore[arg-type]


def switch_branch(project: Path) -> None:
    """As Git does it, and programs that synchronise."""
    (project / "content").rename(project / "old")
    shutil.copytree(project / "old", project / "content")


def take_folder_away(project: Path) -> None:
    shutil.rmtree(project / "content")
    shutil.copytree(GOOD, project / "content")


def add_templates(project: Path) -> None:
    (project / "templates").mkdir()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "folder"), [(switch_branch, "content"), (take_folder_away, "content"), (add_templates, "templates")]
)
def test_a_folder_that_comes_or_takes_the_place_of_another_is_watched(
    change: Callable[[Path], None], folder: str, tmp_path: Path
) -> None:
    shutil.copytree(GOOD, tmp_path / "content")
    looks = changes(tmp_path)
    assert next(looks) == []
    change(tmp_path)
    assert any(folder in look for look in islice(looks, 20))
    # What still comes of the change itself.
    assert any(look == [] for look in islice(looks, 20))
    (tmp_path / folder / "late.md").touch()
    assert any(f"{folder}/late.md" in look for look in islice(looks, 20))


@pytest.fixture
def asked(tmp_path: Path) -> BuildRequest:
    shutil.copytree(GOOD, tmp_path / "content")
    return BuildRequest(tmp_path, tmp_path / "build", DOCUMENTS, False, False, None)


def test_a_document_that_was_open_in_word_is_written_once_it_is_closed(
    asked: BuildRequest, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    replace = Path.replace

    def refuse(file: Path, target: Path) -> Path:
        """As Windows does."""
        if target == asked.output / "programme.sv.docx":
            raise PermissionError(13, "Permission denied", str(file))
        return replace(file, target)

    def looks() -> Iterator[list[str]]:
        with monkeypatch.context() as word:
            word.setattr(Path, "replace", refuse)
            yield []
            yield from [[]] * 3 * PAUSES
        assert not list(asked.output.glob("*.docx"))
        yield from [[]] * PAUSES

    keep_building(asked, looks())
    said = capsys.readouterr()
    assert said.err.count("[file-locked]") == said.err.count("körningen avbröts") == 1
    assert said.out.count("skrev ") == len(DOCUMENTS) == len(list(asked.output.glob("*.docx")))


def test_what_failed_is_built_as_soon_as_it_can(asked: BuildRequest, capsys: pytest.CaptureFixture[str]) -> None:
    measure = asked.project / MEASURE
    right = measure.read_text(encoding="utf-8")

    def looks() -> Iterator[list[str]]:
        yield []
        measure.write_text(right.replace("status: planned", "status: plan"), encoding="utf-8")
        yield [MEASURE]
        # What the content lacks does not come by waiting.
        yield from [[]] * 3 * PAUSES
        measure.write_text(right.rstrip() + " Nytt i kväll.\n", encoding="utf-8")
        yield ["templates/phrases.en.jinja"]

    keep_building(asked, looks())
    assert capsys.readouterr().err.count("inget dokument skrevs") == 1
    assert "Nytt i kväll." in (asked.output / "programme.sv.md").read_text(encoding="utf-8")


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    shutil.copytree(GOOD, tmp_path / "content")
    # A shell that starts the tests in the background lets what it starts ignore Ctrl-C.
    heed = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{heed}; import sys; from safecomm.cli.main import main; sys.argv[0] = 'safecomm'; main()"
    arguments = ["build", "programme", "--watch", "--project", str(tmp_path)]
    command = [sys.executable, "-u", "-c", code, *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", cwd=tmp_path
    ) as process:
        # A word that never comes must not hold up the tests.
        alarm = Timer(60, process.kill)
        alarm.start()
        yield process
        alarm.cancel()
        process.kill()


def until(process: subprocess.Popen[str], text: str) -> str:
    """What it says up to the line with that text."""
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if text in line:
            return said
    raise AssertionError(f"it ended without {text!r}: {said}")


@pytest.mark.slow
def test_a_change_is_built_a_mistake_survived_and_the_end_is_clean(
    watching: subprocess.Popen[str], tmp_path: Path
) -> None:
    until(watching, "väntar på ändringar")
    twin, measure = tmp_path / "build/programme.sv.md", tmp_path / MEASURE
    text = measure.read_text(encoding="utf-8")

    measure.write_text(text.replace("status: planned", "status: plan"), encoding="utf-8")
    assert f"ändrat: {MEASURE}" in until(watching, "inget dokument skrevs")
    measure.write_text(text.rstrip() + " Nytt i kväll.\n", encoding="utf-8")
    until(watching, "skrev ")
    assert "Nytt i kväll." in twin.read_text(encoding="utf-8")

    watching.send_signal(signal.SIGINT)
    assert "avslutat" in until(watching, "avslutat")
    assert watching.wait() == 0
