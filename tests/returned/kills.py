"""Every writing command is killed before each of its changes: the content is the whole old one or the whole new one."""

import itertools
import shutil
import signal
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.returned.commands import CHECK, INITIAL, WRITING, Command, prepare, prepare_nothing, state
from tests.returned.processes import exit_code, start

State = dict[str, bytes]
COUNTS = ("moments", "torn", "unread", "stuck", "left behind")
"""Neither old nor new; `check` fails; the command cannot be run again to its end; files that nobody knows."""
LEFT = "left behind"
"""No harm where Git does not see them and a later run removes them."""


def kill_all() -> Iterator[tuple[str, Counter[str] | None, list[str]]]:
    """The counts of each command, None for one that is not there, and what failed."""
    for command in WRITING:
        faults: list[str] = []
        yield command.name, kill_command(command, faults) if command.available else None, faults


def kill_command(command: Command, faults: list[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        (prepare_nothing if command is INITIAL else prepare)(home)
        trial = KillTrial(command, home)
        for number in itertools.count(1):
            reached, found = trial.kill(number)
            counts += Counter({"moments": reached, **dict.fromkeys((count for count, _ in found), 1)})
            faults += [
                f"{command.name}, killed at change {number}: {count}: {what}" for count, what in found if count != LEFT
            ]
            if not reached:
                return counts
    raise AssertionError


class KillTrial:
    """One command on copies of one prepared folder."""

    def __init__(self, command: Command, home: Path) -> None:
        self.command, self.home = command, home
        self.old = state(home / "project")
        whole = self.copy("whole")
        code, said = command.run(whole)
        assert code == 0, said
        self.new = state(whole)

    def copy(self, name: str) -> Path:
        return Path(shutil.copytree(self.home, self.home.parent / name)) / "project"

    def kill(self, number: int) -> tuple[bool, list[tuple[str, str]]]:
        """Whether there were so many changes, and what was wrong afterwards."""
        project = self.copy(str(number))
        reached = exit_code(start(self.command, project, number, signal.SIGKILL)) == -signal.SIGKILL
        found = [*self.after_kill(project), *self.repeated(project)]
        shutil.rmtree(project.parent)
        return reached, found

    def after_kill(self, project: Path) -> list[tuple[str, str]]:
        found = []
        if self.command is not INITIAL:
            code, said = CHECK.run(project)
            found += [("unread", said)] if code else []
        now = self.known(project)
        torn = [name for name in {*now, *self.old} if now.get(name) not in (self.old.get(name), self.new.get(name))]
        if not torn and self.content(now) not in (self.content(self.old), self.content(self.new)):
            torn = ["some files are the old ones and some the new ones"]
        return [*found, *([("torn", ", ".join(sorted(torn)))] if torn else [])]

    def content(self, files: State) -> State:
        """Of which all must be old or all new; documents are whole one by one, and a new project comes one by one."""
        return {
            name: data for name, data in files.items() if name.startswith("content/") and self.command is not INITIAL
        }

    def repeated(self, project: Path) -> list[tuple[str, str]]:
        done = self.known(project) == self.new
        code, said = self.command.run(project)
        strangers = self.strangers(project)
        found = [(LEFT, ", ".join(strangers))] if strangers else []
        if code not in ((0, 1) if done else (0,)) or self.known(project) != self.new:
            found.append(("stuck", f"exit code {code}: {said}"))
        return found

    def known(self, project: Path) -> State:
        strangers = self.strangers(project)
        return {name: data for name, data in state(project).items() if name not in strangers}

    def strangers(self, project: Path) -> list[str]:
        """Files of neither state that are hidden, by their own name or a folder's."""
        return [
            name
            for name in state(project)
            if name not in self.old and name not in self.new and any(part.startswith(".") for part in Path(name).parts)
        ]
