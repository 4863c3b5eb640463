"""The officers' pages are true: their commands run in order in the installed program, and say what the page shows.

A block that begins with ```console has commands behind `$`, and below each some of what it says (`…` for what is left
out); with ```console refused the command ends with 1. A block of another language with a file's name behind it, as
```csv list.csv, is what the reader writes in that file; of a .docx it is what the Word document says, with # before
each heading.
"""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.installed import REPOSITORY, environment, install, needs_builder
from tests.old_documents.sample import heading, word_file

PAGES = [
    "README.md",
    "README.sv.md",
    "docs/editor.md",
    "docs/redaktor.md",
    "docs/reviewing.md",
    "docs/granskning.md",
    "docs/forms.md",
    "docs/blanketter.md",
    "docs/figures.md",
    "docs/siffror.md",
    "docs/versions.md",
    "docs/versioner.md",
    "docs/markdown.md",
    "docs/markdown.sv.md",
]
PROJECT = "trygghet"
INIT = ("--country", "Sverige", "--criteria-set", "sc6-2002", "--name", "Exempelby kommun")
LANGUAGES = {"sv": "sv,en", "en": "en,sv"}
PLAIN = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
BLOCK = re.compile(r"^( *)```(\w+) ?([^\n]*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    """A file to write, or a command with what it is to say."""

    what: str
    text: str
    refused: bool = False


def steps(page: Path) -> Iterator[Step]:
    for indent, language, rest, block in BLOCK.findall(page.read_text(encoding="utf-8")):
        text = "".join(line.removeprefix(indent) for line in block.splitlines(keepends=True))
        if language == "console":
            for command, _, shown in (part.partition("\n") for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]):
                yield Step(command, shown, rest == "refused")
        elif rest:
            yield Step(rest, text)


def is_swedish(page: str) -> bool:
    return page.endswith(".sv.md") or Path(page).stem in {
        "redaktor",
        "granskning",
        "blanketter",
        "siffror",
        "versioner",
    }


@pytest.mark.slow
@needs_builder
@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_the_steps_of_every_page(tmp_path_factory: pytest.TempPathFactory) -> None:
    installed = tmp_path_factory.mktemp("installed")
    install(installed)
    faults = [fault for page in PAGES for fault in faults_of(page, installed, tmp_path_factory.mktemp("page"))]
    assert not faults, "\n\n".join(faults)


def faults_of(page: str, installed: Path, folder: Path) -> Iterator[str]:
    """What does not go as the page says; a page that makes no project has one already."""
    taken = list(steps(REPOSITORY / page))
    assert taken, page
    if not any(step.what.startswith("safecomm init") for step in taken):
        language = "sv" if is_swedish(page) else "en"
        run(installed, folder, ["safecomm", "init", PROJECT, *INIT, "--languages", LANGUAGES[language]])
        folder /= PROJECT
    for step in taken:
        words = shlex.split(step.what)
        if words[0] == "cd":
            folder /= words[1]
        elif words[0] in ("safecomm", "git"):
            ended = run(installed, folder, words)
            if ended.returncode != step.refused:
                yield f"{page}: {step.what} ended with {ended.returncode}:\n{ended.stdout}{ended.stderr}"
            yield from (f"{page}: {step.what} does not say: {line}" for line in unsaid(step, ended))
        else:
            write_file(folder / step.what, step.text)


def write_file(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.suffix != ".docx":
        file.write_text(text, encoding="utf-8")
        return
    lines = (line.rpartition("# ") for line in text.splitlines())
    word_file(
        file, "".join(heading(len(marks) + 1, words) if mark else PLAIN.format(words) for marks, mark, words in lines)
    )


def run(installed: Path, folder: Path, words: list[str]) -> subprocess.CompletedProcess[str]:
    place = environment(installed)
    program = shutil.which(words[0], path=place["PATH"]) or words[0]
    return subprocess.run(
        [program, *words[1:]],
        cwd=folder,
        env=place,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )


def unsaid(step: Step, ended: subprocess.CompletedProcess[str]) -> list[str]:
    said = ended.stdout + ended.stderr
    patterns = {line: ".*".join(map(re.escape, line.strip().split("…"))) for line in step.text.splitlines()}
    return [line for line, pattern in patterns.items() if not re.search(pattern, said)]


def test_what_a_page_shows_is_looked_for() -> None:
    ended = subprocess.CompletedProcess([], 0, "skrev build/a.docx och b\n", "")
    assert unsaid(Step("", "skrev … och b\nskrev c\n"), ended) == ["skrev c"]


def test_the_pages_lead_to_each_other() -> None:
    """What a new project gets of them is whole without the clone."""
    for page in PAGES:
        text = (REPOSITORY / page).read_text(encoding="utf-8")
        links = re.findall(r"\]\(((?!https?:|#|\w+:)[^)#]+)", re.sub(r"`[^`]*`", "", text))
        assert [link for link in links if not (REPOSITORY / page).parent.joinpath(link).exists()] == [], page
