"""A whole new project for another municipality: it builds at once, and everything that it does not say is a gap."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from safecomm.content import criteria_set
from safecomm.content.content import FOLDER, Content
from safecomm.content.folder import SINGLES
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Location, nearest_name, problem
from safecomm.editing import schema_files
from safecomm.editing.skeleton import entry, markdown_file, quoted
from safecomm.output import fault_of

SKELETON = Path(__file__).parent / "project"
FILES = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "evidence.yaml": f"{FOLDER}/evidence.yaml",
}
"""The files that are the same in every project, and their paths there."""

ADOPTS, ANSWERS = "beslutande-organ", "ansvarig-enhet"
"""The ids of the two organisations that a programme needs; the editor gives them names, and other ids."""


class Answers(NamedTuple):
    """What a new project is asked for."""

    name: str
    country: str
    county: str
    code: str
    language: str
    criteria_set: str


def init(folder: Path, answers: Answers) -> Content:
    """Makes the project, whole or not at all; raises ContentError."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise ContentError([problem("folder-taken", Location(str(folder)))])
        ours = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".", dir=folder))
        try:
            make(staging, answers)
            load(staging)
            # Sorted, content/ comes last: a folder that has it is a whole project.
            for each in sorted(staging.iterdir()):
                each.replace(folder / each.name)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
            if ours and not any(folder.iterdir()):
                folder.rmdir()
    except OSError as fault:
        raise ContentError([fault_of(folder, fault)]) from None
    return load(folder)


def make(project: Path, answers: Answers) -> None:
    for path, text in files(answers):
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        # What the command line could not decode goes back to its bytes, which the loader then refuses.
        file.write_bytes(text.encode(errors="surrogateescape"))
    schema_files.write(project)


def files(answers: Answers) -> Iterator[tuple[str, str]]:
    """Each file's path and text."""
    given = {name: quoted(value) for name, value in answers._asdict().items()}
    values = {"community": given, "application": given, "programme": {"adopted_by": ADOPTS, "unit": ANSWERS}}
    for kind in SINGLES:
        yield f"{FOLDER}/{kind}.md", markdown_file(kind, values.get(kind, {}))
    for criterion in wordings(answers.criteria_set):
        yield f"{FOLDER}/criteria/{criterion}.md", markdown_file("criteria", {})
    organisations = "\n".join(entry("organisations", each) for each in (ADOPTS, ANSWERS))
    yield f"{FOLDER}/organisations.yaml", f"{schema_files.comment('organisations')}\n\n{organisations}"
    for name, path in FILES.items():
        yield path, (SKELETON / name).read_text(encoding="utf-8").replace("{name}", answers.name)


def wordings(name: str) -> list[str]:
    if name not in (known := criteria_set.names()):
        nearest, place = nearest_name(name, known), Location(f"{FOLDER}/application.md")
        raise ContentError([problem("unknown-criteria-set", place, nearest=nearest, set=name, known=", ".join(known))])
    return list(criteria_set.wordings(name))
