"""Every command that writes, on a small project in which each has something to do."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from safecomm.cli.main import cli
from tests.returned.scenarios import ROOT, has_option, safecomm
from tests.returned.word import MAIN, Copy, plain_runs, run_of, w

GOOD = ROOT / "tests" / "good"
OWN = (".safecomm/", ".git/")
"""What safecomm and Git keep for themselves; of two versions of the same files the ids differ by the time."""
INIT = (
    "--name=Exempelby",
    "--country=Sverige",
    "--county=Län",
    "--code=0001",
    "--languages=sv",
    "--criteria-set=sc6-2002",
)


class Command(NamedTuple):
    """`arguments` are those for a project; only `init` makes its folder itself."""

    name: str
    arguments: Callable[[Path], Sequence[str | Path]]
    available: bool = True

    def run(self, project: Path) -> tuple[int, str]:
        """Its exit code, 3 for a fault of ours as `main` has it, and what it said."""
        result = safecomm(*self.arguments(project))
        if not isinstance(result.exception, SystemExit | OSError | None):
            return 3, repr(result.exception)
        return result.exit_code, result.output


def command(name: str, *arguments: str | Path, available: bool = True) -> Command:
    return Command(name, lambda project: (*arguments, "--project", project), available)


def review(number: int) -> Command:
    def arguments(project: Path) -> Sequence[str | Path]:
        file = project.parent / f"granskare-{number}.docx"
        return "review", file, "--apply", "--yes", "--project", project

    return Command(f"review {number}", arguments)


CHECK = command("check", "check")
REVIEW, REVIEW_2 = review(1), review(2)
UNDO = command("undo", "review", "--undo", "--yes", available=has_option("review", "--undo"))
RENAME = command("rename", "rename", "lighting", "belysning")
NEW = command("new", "new", "measure", "skolvagar")
NEW_2 = command("new 2", "new", "organisation", "hyresgasterna")
TRANSLATED = Command(
    "translated",
    lambda project: ("translated", project / "content/measures/evaluation-measure.md", "--project", project),
)
SCHEMA = command("schema", "schema", "--write")
BUILD = command("build", "build")
SENT = command("sent", "sent", "programme.sv", "--to", "Anna", available="sent" in cli.commands)
INITIAL = Command("init", lambda project: ("init", project, *INIT, "--criteria-set=sc6-2002"))
WRITING = (REVIEW, UNDO, RENAME, NEW, NEW_2, TRANSLATED, SCHEMA, BUILD, SENT, INITIAL)
PAIRS = (
    (REVIEW, CHECK),
    (REVIEW, REVIEW),
    (REVIEW, REVIEW_2),
    (REVIEW, RENAME),
    (REVIEW, NEW_2),
    (REVIEW, TRANSLATED),
    (REVIEW, BUILD),
    (REVIEW, UNDO),
    (UNDO, RENAME),
    (RENAME, CHECK),
    (RENAME, NEW_2),
    (RENAME, TRANSLATED),
    (RENAME, SCHEMA),
    (RENAME, BUILD),
    (NEW, NEW),
    (NEW, NEW_2),
    (NEW_2, TRANSLATED),
    (BUILD, BUILD),
    (BUILD, SENT),
    (INITIAL, INITIAL),
)


def prepare(folder: Path) -> Path:
    """A project with a draft sent, two returned files beside it, and a third one already written in."""
    project = Path(shutil.copytree(GOOD, folder / "project"))
    original = project / "content/measures/evaluation-measure.md"
    original.write_bytes(original.read_bytes().replace(b"Insatsen", "Den här insatsen".encode()))
    assert safecomm("schema", "--write", "--project", project).exit_code == 0
    assert safecomm("build", "--project", project).exit_code == 0
    draft = project / "build/programme.sv.docx"
    for number, places in enumerate(((0,), (1, 3, 5), (2, 4, 6))):
        write_words(draft, folder / f"granskare-{number}.docx", places)
    assert review(0).run(project)[0] == 0
    return project


def prepare_nothing(folder: Path) -> Path:
    return folder / "project"


def write_words(draft: Path, returned: Path, places: Sequence[int]) -> None:
    """Tracked words at the end of some of the texts that have a place in the content."""
    copy = Copy(draft, "Anna")
    marked = [
        paragraph
        for paragraph in copy.root(MAIN).iter(w("p"))
        if any(mark.get(w("name"), "").startswith("_Text_") for mark in paragraph.iter(w("bookmarkStart")))
        and plain_runs(paragraph)
    ]
    for place in places:
        run = run_of(" Och mer.")
        plain_runs(marked[place])[-1].addnext(run)
        copy.wrap([run], "ins")
    copy.save(returned)


def state(project: Path) -> dict[str, bytes]:
    """All but what is kept out of sight, and what begins with a dot and has to be told by its name."""
    files = (file for file in sorted(project.rglob("*")) if file.is_file())
    named = {file.relative_to(project).as_posix(): file for file in files}
    return {name: file.read_bytes() for name, file in named.items() if not name.startswith(OWN)}
