"""What the commands begin with: which project, in which language, and what an interrupted run left to finish."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from safecomm.catalogue import CONTENT
from safecomm.cli.refusal import refuse_on_fault
from safecomm.content.project_language import MESSAGES, project_language, spoken_of

if TYPE_CHECKING:
    from safecomm.content.content import Language


language_option = click.option("--lang", type=click.Choice(MESSAGES), help="Meddelandenas språk; annars projektets.")


def common(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that reads a project."""
    project = click.option(
        "--project",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="MAPP",
        is_eager=True,
        help="Projektets mapp; annars den närmaste mappen uppåt som innehåller content/.",
    )
    return project(language_option(command))


@contextmanager
def in_project(project: Path | None, lang: str | None) -> Iterator[tuple[Path, "Language"]]:
    """The project's folder and the language to answer in; what can be mended ends the command with 1."""
    from safecomm.journal import recover

    root = project or nearest_project()
    language = answer_language(lang, root)
    with refuse_on_fault(language, root):
        recover(root)
        yield root, language


def nearest_project() -> Path:
    """The nearest folder upward that has content/, else this one (whose content/ is then reported missing)."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / CONTENT).is_dir()), here)


def answer_language(lang: str | None, project: Path | None = None) -> "Language":
    """What --lang says, else what the project speaks: the nearest one for a command that works on none."""
    if lang in MESSAGES:
        return lang
    # A folder that is gone speaks no language.
    with suppress(OSError):
        return project_language(project or nearest_project())
    return "en"


def language_of(arguments: Sequence[str]) -> "Language":
    """The language to answer in before the options are read: of help, and of what is wrong with them."""
    given = dict(pairwise(part for argument in arguments for part in argument.split("=", 1)))
    folder = given.get("--project")
    # `init` has no project yet, but says which languages it will have.
    if "--languages" in given and "--lang" not in given:
        return spoken_of(re.findall(r"\w+", given["--languages"]))
    return answer_language(given.get("--lang"), Path(folder) if folder else None)


def display_path(file: Path) -> str:
    """As the editor would type it: relative to this folder where it lies below it."""
    here = Path.cwd() if file.is_absolute() else Path()
    shown = str(file.relative_to(here)) if file.is_relative_to(here) else str(file)
    return "".join(character if character.isprintable() else "�" for character in shown)
