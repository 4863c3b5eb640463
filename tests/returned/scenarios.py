"""The states in which a project is when its draft comes back."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from click.testing import CliRunner, Result

from safecomm.cli.main import cli
from tests.returned.objects import png

MORE = (Path(__file__).parent / "more.md").read_text(encoding="utf-8")
ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "tests/communities/sv/content/statistics"
"""So many that a chart is drawn."""
DRAFTS = ".safecomm"


def safecomm(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, list(map(str, arguments)))


def has_option(command: str, option: str) -> bool:
    found = cli.commands.get(command)
    return found is not None and any(option in parameter.opts for parameter in found.params)


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "core.autocrlf=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "content")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)


def copy_content(content: Path, copy: Path) -> None:
    """With texts that hold everything a text may hold: the content itself has not all."""
    shutil.copytree(content, copy)
    (copy / "pictures").mkdir(exist_ok=True)
    (copy / "pictures" / "returned.png").write_bytes(png(Random(1)))
    for file in FIGURES.glob("fallskador.*"):
        shutil.copy(file, copy / "statistics")
    for name, town in (("programme.md", "centrum"), ("community.md", "förorten")):
        file, more = copy / name, MORE.replace("ORTEN", town)
        file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + f"\n\n{more}", encoding="utf-8")


@cache
def built(content: Path) -> TemporaryDirectory[str]:
    """A project with its documents and drafts, from which most scenarios begin."""
    folder = TemporaryDirectory()
    copy_content(content, Path(folder.name) / "content")
    result = safecomm("build", "--project", folder.name)
    assert result.exit_code == 0, result.output
    return folder


class Scenario:
    """A project without Git, as `init` makes it, with the drafts that `build` keeps; `home` is where it is made."""

    keeps_drafts = True
    finds_draft = True

    def __init__(self, home: Path, content: Path) -> None:
        self.base, self.content = home / "base", content
        copy_content(content, self.base / "content")
        self.begin()

    @classmethod
    def available(cls) -> bool:
        return True

    def begin(self) -> None:
        shutil.copytree(built(self.content).name, self.base, dirs_exist_ok=True)

    def draft(self, document: str) -> Path:
        return self.base / "build" / f"{document}.docx"

    def sent(self, folder: Path) -> Path:
        """The project as it was when the draft was sent."""
        left = ("build",) if self.keeps_drafts else ("build", DRAFTS)
        return Path(
            shutil.copytree(self.base, folder / "project", ignore=lambda _folder, names: set(left) & set(names))
        )

    def back(self, project: Path) -> Path:
        """The project as it is when the draft comes back, after the officer's changes."""
        return project

    def options(self, draft: Path) -> Sequence[str | Path]:
        del draft
        return ()


class NoDraft(Scenario):
    """Nothing is left of the draft."""

    keeps_drafts = finds_draft = False


class InGit(Scenario):
    """The draft is the last commit."""

    keeps_drafts = False

    def begin(self) -> None:
        super().begin()
        git(self.base, "init", "-q", "-b", "main")
        commit(self.base, "Utskickat")


class Shallow(InGit):
    """A clone of the last commit only, with the draft before it."""

    finds_draft = False

    def back(self, project: Path) -> Path:
        commit(project, "Senare")
        clone = project.parent / "clone"
        git(project.parent, "clone", "-q", "--depth", "1", f"file://{project}", str(clone))
        return clone


class Upgraded(Scenario):
    """The draft was built by an earlier safecomm, whose templates said other things."""

    def begin(self) -> None:
        earlier = self.base.parent / "earlier"
        for name in ("safecomm", "templates"):
            shutil.copytree(ROOT / name, earlier / name, ignore=shutil.ignore_patterns("__pycache__"))
        phrases = earlier / "templates" / "phrases.sv.jinja"
        old = phrases.read_text(encoding="utf-8")
        new = re.sub(r'": "(Insatser|Projekt) som rör ', r'": "\1 som angår ', old)
        assert new != old
        phrases.write_text(new, encoding="utf-8")
        environment = os.environ | {"PYTHONPATH": str(earlier)}
        command = [sys.executable, "-m", "safecomm", "build", "--project", str(self.base)]
        subprocess.run(command, cwd=earlier, env=environment, check=True, capture_output=True)


class WithDraft(Scenario):
    """On a colleague's machine, who has nothing but the file that was sent."""

    keeps_drafts = False

    @classmethod
    def available(cls) -> bool:
        return has_option("review", "--draft")

    def options(self, draft: Path) -> Sequence[str | Path]:
        return ("--draft", draft)


class Merged(Scenario):
    """The draft is in Git only, on a side branch that was merged after its changes had been made on the main one."""

    keeps_drafts = False

    def begin(self) -> None:
        git(self.base, "init", "-q", "-b", "main")
        file = self.base / "content" / "programme.md"
        sent = file.read_bytes()
        file.write_bytes(sent.replace(b"trygghet", "säkerhet".encode(), 1))
        commit(self.base, "Först")
        git(self.base, "checkout", "-q", "-b", "side")
        file.write_bytes(sent)
        commit(self.base, "Utskickat")
        super().begin()

    def back(self, project: Path) -> Path:
        git(project, "symbolic-ref", "HEAD", "refs/heads/main")
        commit(project, "Senare")
        git(project, "merge", "-q", "-s", "ours", "-m", "Ihop", "side")
        git(project, "branch", "-qD", "side")
        return project


SCENARIOS: dict[str, type[Scenario]] = {
    "no-git": Scenario,
    "git": InGit,
    "no-draft": NoDraft,
    "shallow": Shallow,
    "upgraded": Upgraded,
    "draft-given": WithDraft,
    "merged": Merged,
}
