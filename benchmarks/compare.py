"""safecomm beside pandoc on the same text, process by process in turn: `python -m benchmarks.compare`."""

import argparse
import math
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.process import Cost, add, median_cost, run
from benchmarks.project import ROOT, Checkout
from benchmarks.tasks import BUILD, Task, tasks

GROWTH_GOAL = 1.1
"""How processor time may grow with content: 1 is in proportion to it, 2 with its square."""
TWINS = ("programme.sv", "application.en")
# The twins are written as GitHub's Markdown: they escape `~~`, which it reads, and leave `$`, `@` and `^` alone, which
# pandoc's own `markdown` takes for formulas, citations and the like. Large files cost pandoc the same either way within
# five percent, small ones up to a fifth more as gfm.
READER = "gfm+footnotes"

Costs = Mapping[str, Cost]
"""By what was run: `pandoc`, `before`, `now`."""


def find_pandoc() -> str:
    """The path of pypandoc_binary's pandoc."""
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        sys.exit("pandoc is missing: install it with `pip install -e '.[benchmark]'`")


class Comparison:
    """Tasks of one or two checkouts, each beside pandoc."""

    def __init__(self, checkouts: Mapping[str, Checkout]) -> None:
        self.checkouts = checkouts
        self.pandoc = find_pandoc()
        self.twins: dict[int | None, Path] = {}

    def measure(self, task: Task, runs: int) -> Costs:
        """The first of several runs is not counted: it warms the disk."""
        runners = {name: task.begin(checkout) for name, checkout in self.checkouts.items()}
        runners["pandoc"] = self.convert(task.scale)
        uncounted = int(runs > 1)
        turns = [{name: next(runner) for name, runner in runners.items()} for _ in range(uncounted + runs)]
        return {name: median_cost(turn[name] for turn in turns[uncounted:]) for name in runners}

    def convert(self, scale: int | None) -> Iterator[Cost]:
        """pandoc makes a Word file of each twin."""
        folder = self.write_twins(scale)
        commands = [[self.pandoc, "-f", READER, "-t", "docx", "-o", f"{twin}.docx", f"{twin}.md"] for twin in TWINS]
        while True:
            yield add([run(command, folder) for command in commands])

    def write_twins(self, scale: int | None) -> Path:
        if scale not in self.twins:
            now = self.checkouts["now"]
            project = now.new_project(f"twins-{scale}", scale)
            now.run(project, *BUILD)
            self.twins[scale] = project.folder / "build"
        return self.twins[scale]


def heading(names: Sequence[str]) -> str:
    columns = "".join(f"{name:>9}{'ratio':>7}{'peak':>8}" for name in names)
    return f"{'':34}{'pandoc':>9}{columns}{'reach':>8}{'aim':>6}  met"


def row(task: Task, costs: Costs, names: Sequence[str]) -> str:
    """Medians of processor time, and what it is of pandoc's."""
    pandoc = costs["pandoc"].cpu
    columns = "".join(f"{seconds(costs[name])}{costs[name].cpu / pandoc:7.2f}{peak(costs[name])}" for name in names)
    met = "yes" if costs["now"].cpu <= task.goal * pandoc else "NO"
    return f"{task.title:34}{seconds(costs['pandoc'])}{columns}{task.goal:8}{task.aim:6}  {met}"


def seconds(cost: Cost) -> str:
    return f"{cost.cpu:7.3f} s"


def peak(cost: Cost) -> str:
    return f"{cost.memory / 1e6:5.0f} MB"


def growth(smaller: Costs, larger: Costs) -> str:
    exponents = ", ".join(f"{name} {math.log10(larger[name].cpu / cost.cpu):.2f}" for name, cost in smaller.items())
    return f"growth from x10 to x100: {exponents} (to reach: {GROWTH_GOAL})"


def main() -> None:
    known = tasks()
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=known, default=list(known), metavar="TASK", help=", ".join(known))
    parser.add_argument(
        "--before", type=Path, metavar="FOLDER", help="another checkout, measured in turn with this one"
    )
    parser.add_argument("--runs", type=int, help="how many, instead of each task's own number")
    arguments = parser.parse_args()
    roots = {"before": arguments.before.resolve()} if arguments.before else {}
    roots["now"] = ROOT
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        checkouts = {name: Checkout(root, work / name) for name, root in roots.items()}
        print(f"{sys.executable}, Python {sys.version.split()[0]}")
        print(*(f"{name}: {checkout.root}, {checkout.commit}" for name, checkout in checkouts.items()), sep="\n")
        print(heading(list(roots)), flush=True)
        comparison, measured = Comparison(checkouts), {}
        for name in arguments.only:
            measured[name] = comparison.measure(known[name], arguments.runs or known[name].runs)
            print(row(known[name], measured[name], list(roots)), flush=True)
        if {"x10", "x100"} <= measured.keys():
            print(growth(measured["x10"], measured["x100"]), flush=True)


if __name__ == "__main__":
    main()
