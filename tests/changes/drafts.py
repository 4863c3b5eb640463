"""Two drafts to compare: the good project, and the same with edits."""

import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.changed_content import change

GOOD = Path(__file__).parents[1] / "good" / "content"
Edit = Callable[[Path], object]


def copied(folder: Path) -> Path:
    """A project of its own with the good content."""
    shutil.copytree(GOOD, folder / "content")
    return folder


def replaced(path: str, old: str, new: str) -> Edit:
    """Puts one text of a content file in the place of another."""
    return partial(change, path=path, old=old, new=new)


def everywhere(old: str, new: str) -> Edit:
    def edit(project: Path) -> None:
        for file in (project / "content").rglob("*.*"):
            file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    return edit


def moved(old: str, new: str) -> Edit:
    """Gives a content file another name, and so its record another id."""

    def edit(project: Path) -> None:
        (project / "content" / old).rename(project / "content" / new)

    return edit


def removed(*paths: str) -> Edit:
    def edit(project: Path) -> None:
        for path in paths:
            (project / "content" / path).unlink()

    return edit


def written(path: str, text: str) -> Edit:
    def edit(project: Path) -> None:
        (project / "content" / path).write_text(text, encoding="utf-8")

    return edit


MANY = (
    replaced("measures/lighting.md", "responsible: kansliet", "responsible: polisen"),
    replaced("measures/lighting.md", "Insatsen görs.", "Insatsen görs *varje* höst @alla."),
    replaced("measures/lighting.en.md", "title: Lighting", "title: Lights"),
    removed("projects/exchange.md", "projects/exchange.en.md"),
    replaced("evidence.yaml", "criteria: [programmes]", "criteria: [networks]"),
    written(
        "measures/new.md", "---\ntitle: Ny_het <x>\ncriterion: networks\norder: 5\nstatus: planned\n---\n\nNy text.\n"
    ),
    replaced("statistics/inhabitants.csv", "12 345", "12 346"),
)
"""Edits of every kind."""


def git(project: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    run = subprocess.run(["git", *identity, *arguments], cwd=project, check=True, capture_output=True)
    return run.stdout.decode()


def committed(project: Path, message: str = "Utkast") -> Path:
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", message)
    return project
