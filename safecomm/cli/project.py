"""Which project a command works on, and the paths that it tells."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from safecomm.content.content import Language

CONTENT = "content"
LANGUAGE: "Language" = "sv"
"""Of messages, until the content says which language the project speaks."""


language_option = click.option(
    "--lang", type=click.Choice(["sv", "en"]), help="Meddelandenas språk; annars projektets."
)


def common(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that reads a project."""
    project = click.option(
        "--project",
        type=click.Path(file_okay=False, path_type=Path),
        metavar="MAPP",
        help="Projektets mapp; annars den närmaste mappen uppåt som innehåller content/.",
    )
    return project(language_option(command))


def nearest_project() -> Path:
    """The nearest folder upward that has content/, else this one (whose content/ is then reported missing)."""
    here = Path.cwd()
    return next((each for each in (here, *here.parents) if (each / CONTENT).is_dir()), here)


def complete(project: Path) -> None:
    """Waits for a command that writes, and finishes what a killed one began; raises ContentError where it cannot."""
    from safecomm.journal import recover

    recover(project)


def shown(file: Path) -> str:
    """As the editor would type it: relative to this folder where it lies below it."""
    here = Path.cwd() if file.is_absolute() else Path()
    return str(file.relative_to(here)) if file.is_relative_to(here) else str(file)
