"""What is measured: a checkout of the program, and projects that are changed between the runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.process import Cost, run

ROOT = Path(__file__).parent.parent


class Checkout:
    """One state of the program; `work` is a folder for its projects and its cache."""

    def __init__(self, root: Path, work: Path) -> None:
        self.root, self.work = root, work
        self.python = [sys.executable, "-m"]
        unset = ("PYTHONDONTWRITEBYTECODE", "SAFECOMM_CACHE")
        self.environment = {name: value for name, value in os.environ.items() if name not in unset}
        self.environment |= {"PYTHONPATH": str(root), "XDG_CACHE_HOME": str(work / "cache")}
        # Else the first run would pay for all that follow.
        run([*self.python, "compileall", "-q", "safecomm"], root, self.environment)

    def command(self, *arguments: str | Path) -> list[str | Path]:
        return [*self.python, "safecomm", *arguments]

    def run(self, project: "Project", *arguments: str | Path) -> Cost:
        return run(self.command(*arguments), project.folder, self.environment)

    def run_first(self, project: "Project", *arguments: str | Path) -> Cost:
        """As on a machine where the program has not kept anything yet."""
        environment = self.environment | {"XDG_CACHE_HOME": str(project.folder / "cache")}
        return run(self.command(*arguments), project.folder, environment)

    def new_project(self, name: str, scale: int | None = None) -> "Project":
        """This checkout's content and the program's own templates, or generated content, as a Git repository."""
        folder = self.work / name
        if scale is None:
            shutil.copytree(ROOT / "content", folder / "content", symlinks=True)
            shutil.copytree(self.root / "templates", folder / "templates", symlinks=True)
        else:
            generate(folder, scale)
        return Project(folder)

    @property
    def commit(self) -> str:
        return git(self.root, "describe", "--always", "--dirty")


class Project:
    """A copy that is changed and built, never the working tree."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        translation = min(folder.glob("content/measures/*.en.md"))
        measure = translation.with_name(translation.name.replace(".en.md", ".md"))
        self.texts = {file: file.read_text(encoding="utf-8") for file in (measure, translation)}
        git(folder, "init", "-q")
        git(folder, "add", "content")
        git(folder, "-c", "user.name=b", "-c", "user.email=b@example.org", "commit", "-q", "-m", "Before")

    def change(self, sentence: str, *, translation: bool = False) -> None:
        """One measure gets this sentence at its end, instead of the one before; so does its translation if asked."""
        for file, text in list(self.texts.items())[: 1 + translation]:
            file.write_text(f"{text}\n{sentence}\n", encoding="utf-8")


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()
