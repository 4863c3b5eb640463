"""What is kept from one build to the next, in a process and between runs, changes nothing in what a build makes."""

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from safecomm.build import build
from safecomm.content.record_memory import RecordMemory
from safecomm.diagnostic import ContentError
from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.package import STYLES, Package
from safecomm.twin.twin import TextMemory
from tests.bilingual import DOCUMENTS

HERE = Path(__file__).parent
BLOCKS = "\n\n- ett\n- två[^n]\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n: Ny tabell {#ny}\n\n[^n]: En not.\n"


def made(project: Path, memory: RecordMemory | None = None, chapters: TextMemory | None = None) -> str:
    """A line for each document, or for each thing that is wrong."""
    try:
        run = build(project, DOCUMENTS, False, None, memory, chapters)
    except ContentError as fault:
        return "\n".join(f"{problem.location} {problem.message('sv')}" for problem in fault.diagnostics)
    parts = ((built.docx, built.twin.encode(), repr(built.draft).encode()) for built in run.built)
    return "\n".join(" ".join(sha256(part).hexdigest() for part in document) for document in parts)


def texts(project: Path) -> list[Path]:
    return sorted((project / "content").rglob("*.md"))


def change_a_letter(project: Path, chance: random.Random) -> None:
    """The file stays as long as it was."""
    file = chance.choice(texts(project))
    letters = list(file.read_text(encoding="utf-8"))
    place = chance.choice([place for place, letter in enumerate(letters) if letter.isalpha()])
    letters[place] = chance.choice("abcdefgh")
    file.write_text("".join(letters), encoding="utf-8")


def add_blocks(project: Path, chance: random.Random) -> None:
    with chance.choice(texts(project)).open("a", encoding="utf-8") as stream:
        stream.write(BLOCKS)


def add_a_record(project: Path, chance: random.Random) -> None:
    measure = chance.choice([file for file in texts(project) if file.parent.name == "measures"])
    shutil.copy(measure, measure.with_name(f"new-{chance.randrange(9)}.md"))


def remove_a_translation(project: Path, chance: random.Random) -> None:
    chance.choice([file for file in texts(project) if file.name.endswith(".en.md")]).unlink()


def change_a_phrase(project: Path, chance: random.Random) -> None:
    file = project / "templates" / chance.choice(("phrases.sv.jinja", "phrases.en.jinja"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("en ", f"en {chance.choice('abc')}", 1), encoding="utf-8")


def change_a_figure(project: Path, chance: random.Random) -> None:
    with chance.choice(sorted((project / "content").rglob("*.csv"))).open("rb+") as stream:
        # In the last row, before the end of the file.
        stream.seek(-2, os.SEEK_END)
        stream.write(chance.choice("0123456789").encode())


def change_a_template(project: Path, chance: random.Random) -> None:
    file = project / "templates" / chance.choice(("programme.docx", "application.docx"))
    parts = Package(file.read_bytes()).parts()
    size = f'<w:sz w:val="{chance.randrange(10, 99)}"/>'.encode()
    file.write_bytes(write_parts(parts | {STYLES: re.sub(rb'<w:sz w:val="\d+"/>', size, parts[STYLES], count=1)}))


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    change_a_letter,
    change_a_letter,
    add_blocks,
    add_a_record,
    remove_a_translation,
    change_a_phrase,
    change_a_figure,
    change_a_template,
)


def fresh(project: Path) -> str:
    """The same in a process of its own that knows of no earlier one."""
    code = "import sys; from pathlib import Path; from tests.test_rebuild import made; print(made(Path(sys.argv[1])))"
    environment = os.environ | {"SAFECOMM_CACHE": "off", "PYTHONPATH": str(HERE.parent), "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run([sys.executable, "-c", code, str(project)], env=environment, capture_output=True, check=True)
    return run.stdout.decode().rstrip()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_a_process_makes_what_a_fresh_one_makes(seed: int, tmp_path: Path) -> None:
    project, right, chance = tmp_path / "project", tmp_path / "right", random.Random(seed)
    shutil.copytree(HERE / "good" / "content", project / "content")
    shutil.copytree(HERE.parent / "templates", project / "templates")
    memory, chapters = RecordMemory(), TextMemory()
    before = made(project, memory, chapters)
    for _ in range(4):
        shutil.copytree(project, right)
        for edit in chance.choices(EDITS, k=2):
            edit(project, chance)
        after = made(project, memory, chapters)
        assert after == fresh(project)
        # Half of the edits are taken back, mistakes among them: what a process has seen, it must also forget.
        if chance.random() < 0.5:
            shutil.rmtree(project)
            right.rename(project)
            assert made(project, memory, chapters) == before
        else:
            shutil.rmtree(right)
            before = after
