"""Two writing commands at once: what they leave is what one after the other would have left."""

import itertools
import os
import shutil
import signal
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.returned.commands import CHECK, INITIAL, PAIRS, Command, prepare, prepare_nothing, state
from tests.returned.processes import NEVER, exit_code, start, stopped, waits

State = dict[str, bytes]
COUNTS = ("rounds", "lost", "unread", "crashed", "refused", "waited")
RACES = 10


def run_pairs() -> Iterator[tuple[str, Counter[str] | None, list[str]]]:
    """The counts of each pair, None where one of the two is not there, and what failed."""
    for first, second in PAIRS:
        faults: list[str] = []
        there = first.available and second.available
        yield f"{first.name} | {second.name}", run_pair(first, second, faults) if there else None, faults


def run_pair(first: Command, second: Command, faults: list[str]) -> Counter[str]:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        (prepare_nothing if first is INITIAL else prepare)(home)
        trial = PairTrial(first, second, home, faults)
        for one, other in ((first, second), (second, first))[: 1 if first is second else 2]:
            for number in itertools.count(1):
                if not trial.paused(one, other, number):
                    break
        for number in range(RACES):
            trial.raced(number)
        return trial.counts


class PairTrial:
    """Two commands on copies of one prepared folder."""

    def __init__(self, first: Command, second: Command, home: Path, faults: list[str]) -> None:
        self.first, self.second, self.home, self.faults = first, second, home, faults
        self.counts: Counter[str] = Counter()
        self.name = 0
        self.serial = [self.one_by_one(first, second), self.one_by_one(second, first)]
        self.alone = {command.name: self.one_by_one(command) for command in (first, second)}
        self.before = state(home / "project")

    def copy(self) -> Path:
        self.name += 1
        return Path(shutil.copytree(self.home, self.home.parent / str(self.name))) / "project"

    def one_by_one(self, *commands: Command) -> State:
        project = self.copy()
        for command in commands:
            command.run(project)
        return state(project)

    def paused(self, one: Command, other: Command, number: int) -> bool:
        """The one stops before its `number`th change until the other has ended, or waits; whether it came so far."""
        project = self.copy()
        said = [project.parent / "first.txt", project.parent / "second.txt"]
        first = start(one, project, number, signal.SIGSTOP, said[0])
        reached = stopped(first)
        heard, waiting = os.pipe()
        second = start(other, project, NEVER, signal.SIGSTOP, said[1], waiting)
        if reached:
            self.counts["waited"] += waits(second, heard)
            os.kill(first, signal.SIGCONT)
        codes = {one.name: exit_code(first)} if one is not other else {f"{one.name} ": exit_code(first)}
        codes[other.name] = exit_code(second)
        os.close(heard)
        os.close(waiting)
        self.judge(project, codes, f"{one.name} stopped at change {number}, then {other.name}", said)
        return reached

    def raced(self, number: int) -> None:
        project = self.copy()
        said = [project.parent / "first.txt", project.parent / "second.txt"]
        children = [start(self.first, project, NEVER, signal.SIGSTOP, said[0])]
        children.append(start(self.second, project, NEVER, signal.SIGSTOP, said[1]))
        names = (self.first.name, self.second.name if self.first is not self.second else f"{self.second.name} ")
        codes = dict(zip(names, map(exit_code, children), strict=True))
        self.judge(project, codes, f"{self.first.name} and {self.second.name}, race {number}", said)

    def judge(self, project: Path, codes: dict[str, int], what: str, said: list[Path]) -> None:
        self.counts["rounds"] += 1
        self.counts["refused"] += sum(code == 1 for code in codes.values())
        if any(code not in (0, 1) for code in codes.values()):
            self.fault("crashed", f"{what}: {codes}: {self.told(said)}")
        if not (self.first is INITIAL or self.second is INITIAL):
            code, output = CHECK.run(project)
            if code:
                self.fault("unread", f"{what}: {output}")
        now = {name: data for name, data in state(project).items() if not Path(name).name.startswith(".safecomm")}
        if self.plain(now) not in map(self.plain, self.allowed(codes)):
            wrong = sorted(name for name in {*now, *self.serial[0]} if now.get(name) != self.serial[0].get(name))
            self.fault("lost", f"{what}: {codes}: {', '.join(wrong)[:200]}: {self.told(said)}")
        shutil.rmtree(project.parent)

    def plain(self, files: State) -> State:
        """Documents may be of the content before or after the other command; they are looked at by `build` alone."""
        return {
            name: data for name, data in files.items() if not name.startswith("build/") and "unfinished" not in name
        }

    def allowed(self, codes: dict[str, int]) -> list[State]:
        """Both serial orders; what one leaves alone where the other was refused."""
        found = [*self.serial]
        for name, code in codes.items():
            if code == 1:
                found += [files for other, files in self.alone.items() if other != name.strip() or len(self.alone) == 1]
        return [*found, self.before] if list(codes.values()) == [1, 1] else found

    def told(self, said: list[Path]) -> str:
        return " | ".join(file.read_text(encoding="utf-8").strip()[-150:] for file in said if file.exists())

    def fault(self, count: str, what: str) -> None:
        self.counts[count] += 1
        self.faults.append(f"{count}: {what}")
