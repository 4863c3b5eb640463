"""A whole new project for another municipality: it builds at once, and everything that it does not say is a gap."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from safecomm.catalogue import packaged_guides
from safecomm.content import criteria_set
from safecomm.content.content import Content, Language
from safecomm.content.file import FOLDER
from safecomm.content.folder import SINGLES
from safecomm.content.load import load
from safecomm.diagnostic import ContentError, Location, nearest_name, problem
from safecomm.editing.schema_files import HIDDEN, comment, schema_files
from safecomm.editing.skeleton import NewLabels, as_yaml, entry, markdown_file, new_labels
from safecomm.language import country_name
from safecomm.lock import LOCK, lock
from safecomm.output import faults_of, sweep, write
from safecomm.state import STATE, state_folder
from safecomm.stray_files import is_left_behind

SKELETON = Path(__file__).parent / "project"
FILES = {
    "README.{language}.md": "README.md",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "evidence.{language}.yaml": f"{FOLDER}/evidence.yaml",
}
"""The files that are the same in every project of a language, and their paths there."""

GUIDES = "docs"
PAGES = {
    "sv": (
        "redaktor.md",
        "skrivbordet.md",
        "granskning.md",
        "blanketter.md",
        "siffror.md",
        "siffror-visas.md",
        "versioner.md",
        "markdown.sv.md",
    ),
    "en": (
        "editor.md",
        "desk.md",
        "reviewing.md",
        "forms.md",
        "figures.md",
        "figures-shown.md",
        "versions.md",
        "markdown.md",
    ),
}
"""What an officer reads, by language, in the folder of this name; the pages of a language lead to each other."""
PAGES_FOR_ALL = ("content.md", "fidelity.md")
NOT_IN_A_PROJECT = re.compile(r"\s(?:In English|På svenska):\s\[[^\]]*\]\([^)]*\)\.|^!\[.*\n\n", re.MULTILINE)
"""What leads from a page to the same one in the other language, and pictures."""
LINK = re.compile(r"\[([^\]]*)\]\(([\w.-]+\.md)(?:#[^)]*)?\)")
"""To another page, which a project may not have."""

BESIDE = [
    *(path for path in FILES.values() if "/" not in path),
    *(f"{GUIDES}/{page}" for pages in (*PAGES.values(), PAGES_FOR_ALL) for page in pages),
]
"""Those that lie beside content/."""

STAGING = "init"
STAGED = re.compile(
    rf"{'|'.join(map(re.escape, BESIDE))}|{FOLDER}/({re.escape(HIDDEN)}/|[a-z]+/)?[\w.-]+\.(md|yaml|json)"
)
"""The files of a new project, while they lie in the program's own folder."""


class Answers(NamedTuple):
    """What a new project is asked for."""

    name: str
    country: str
    county: str
    code: str
    languages: tuple[Language, ...]
    criteria_set: str
    kind: str = ""


def refuse_taken(folder: Path) -> None:
    """Raises ContentError where no project can be made, before anybody is asked about one.

    What a run that was cut short has left is sorted out when the project is made.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        raise folder_taken(folder)
    with faults_of(folder):
        if folder.is_dir() and not (folder / STATE / STAGING).is_dir() and names_in(folder) - {STATE}:
            raise folder_taken(folder)


def init(folder: Path, answers: Answers, spoken: Language) -> Content:
    """Makes the project, whole or not at all; raises ContentError. `spoken` is the language of the messages."""
    # First: what is missing of the program itself is no fault of the folder.
    texts = list(project_files(answers, new_labels(folder, answers.languages, spoken)))
    if ours := not folder.exists():
        with faults_of(folder):
            folder.mkdir(parents=True)
    try:
        if not folder.is_dir():
            raise folder_taken(folder)
        with lock(folder), faults_of(folder):
            make_whole(folder, texts)
    finally:
        if ours:
            with suppress(OSError):
                folder.rmdir()
    return load(folder)


def make_whole(folder: Path, texts: Iterable[tuple[str, str]]) -> None:
    """Makes the project in the program's own folder, and brings it from there into its place."""
    staging = state_folder(folder, STAGING)
    remove_unfinished(folder, staging)
    if names_in(folder) != {STATE} or names_in(staging.parent) != {LOCK}:
        raise folder_taken(folder)
    try:
        write_project(staging, texts)
        load(staging)
        # The staged files stay until content/ has come: by them a later run knows what this one wrote, if it is killed.
        staged = {name: (staging / name).read_bytes() for name in BESIDE if (staging / name).is_file()}
        write({folder / name: data for name, data in staged.items()})
        (staging / FOLDER).replace(folder / FOLDER)
    finally:
        remove_unfinished(folder, staging)


def names_in(folder: Path) -> set[str]:
    """Without what the system leaves in every folder that somebody has looked into."""
    return {file.name for file in folder.iterdir() if not is_left_behind(file.name)}


def folder_taken(folder: Path) -> ContentError:
    code = "project-there" if (folder / FOLDER).is_dir() else "folder-taken"
    return ContentError([problem(code, Location(str(folder)))])


def remove_unfinished(folder: Path, staging: Path) -> None:
    """What a run has made, and nothing else; a folder that has content/ is a whole project."""
    if not (folder / FOLDER).exists():
        for swept in (folder, folder / GUIDES):
            sweep(swept, age=0)
        for name in BESIDE:
            if is_copy(folder / name, staging / name):
                (folder / name).unlink()
        with suppress(OSError):
            (folder / GUIDES).rmdir()
    for place, _, names in os.walk(staging, topdown=False):
        for name in names:
            if STAGED.fullmatch((Path(place) / name).relative_to(staging).as_posix()):
                (Path(place) / name).unlink()
        with suppress(OSError):
            Path(place).rmdir()


def is_copy(file: Path, of: Path) -> bool:
    return not file.is_symlink() and file.is_file() and of.is_file() and file.read_bytes() == of.read_bytes()


def write_project(project: Path, texts: Iterable[tuple[str, str]]) -> None:
    for path, text in texts:
        # What the command line could not decode goes back to its bytes, which the loader then refuses.
        write_file(project / path, text.encode(errors="surrogateescape"))
    for path, data in schema_files(project).items():
        write_file(project / path, data)


def write_file(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def project_files(answers: Answers, labels: NewLabels) -> Iterator[tuple[str, str]]:
    """Each file's path and text."""
    languages = f"[{', '.join(answers.languages)}]"
    named = answers._replace(country=country_name(answers.country, answers.languages[0]))
    texts = {name: as_yaml(value) for name, value in named._asdict().items() if isinstance(value, str) and value}
    given = {**texts, "languages": languages}
    # The two organisations that a programme needs: the editor gives them names, and other ids.
    ids = {name: labels.texts.phrase("first_ids", name) or name.replace("_", "-") for name in ("adopted_by", "unit")}
    criteria = {"criteria_set": given["criteria_set"]}
    values = {"community": given, "application": criteria, "programme": ids}
    for kind in SINGLES:
        yield f"{FOLDER}/{kind}.md", markdown_file(kind, values.get(kind, {}), labels)
    for criterion in criteria_in(answers.criteria_set):
        yield f"{FOLDER}/criteria/{criterion}.md", markdown_file("criteria", {}, labels)
    organisations = "\n".join(entry("organisations", id_, labels) for id_ in ids.values())
    yield f"{FOLDER}/organisations.yaml", f"{comment('organisations')}\n\n{organisations}"
    for name, path in FILES.items():
        text = (SKELETON / name.format(language=labels.comments.language)).read_text(encoding="utf-8")
        known = {"placeholder": labels.texts.phrase("placeholder"), "id": ids["adopted_by"], "name": answers.name}
        for name_in_text, value in known.items():
            text = text.replace(f"{{{name_in_text}}}", value)
        yield path, text
    pages = (*PAGES[labels.comments.language], *PAGES_FOR_ALL)
    for page in pages:
        text = NOT_IN_A_PROJECT.sub("", (packaged_guides() / page).read_text(encoding="utf-8"))
        yield f"{GUIDES}/{page}", LINK.sub(lambda link: link[0] if link[2] in pages else link[1], text)


def criteria_in(name: str) -> list[str]:
    if name not in criteria_set.NAMES:
        nearest, place = nearest_name(name, criteria_set.NAMES), Location(f"{FOLDER}/application.md")
        known = ", ".join(criteria_set.NAMES)
        raise ContentError([problem("unknown-criteria-set", place, nearest=nearest, set=name, known=known)])
    return list(criteria_set.wordings_of(name))
