"""safecomm beside pandoc on the same text, process by process in turn: `python -m benchmarks.compare`."""

import argparse
import math
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import generate
from benchmarks.process import ROOT, Cost, middle, one_after_the_other, run

TWINS = ("programme.sv", "application.en")
GOALS = {"real": 0.9, "1": 0.9, "10": 0.35, "100": 0.35}
"""The most that safecomm's processor time may be of pandoc's, by scale."""
GROWTH_GOAL = 1.05
RUNS = {"10": 3, "100": 2}
ROW = "{:>5} {:>11} {:>11} {:>6} {:>6} {:>4}   {:>10} {:>10}   {:>10} {:>10}"
HEAD = ("scale", "safecomm", "pandoc", "ratio", "goal", "met", "safecomm", "pandoc", "safecomm", "pandoc")

# The twins are written as GitHub's Markdown: they escape `~~`, which it reads, and leave `$`, `@` and `^` alone, which
# pandoc's own `markdown` takes for formulas, citations and the like. Large files cost pandoc the same either way within
# five percent, small ones up to a fifth more as gfm.
READER = "gfm+footnotes"


@dataclass(frozen=True)
class Pair:
    safecomm: Cost
    pandoc: Cost

    @property
    def ratio(self) -> float:
        return self.safecomm.cpu / self.pandoc.cpu


def pandoc() -> str:
    """The path of pypandoc_binary's pandoc."""
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        sys.exit("pandoc is missing: install it with `pip install -e '.[benchmark]'`")


def build(project: Path, output: Path) -> Cost:
    """Into a folder of its own, so that nothing is left from the run before."""
    command = [sys.executable, "-m", "safecomm", "build", "programme", "application.en"]
    return run([*command, "--project", str(project), "--output", str(output)])


def convert(program: str, twins: Path, output: Path) -> Cost:
    output.mkdir()
    return one_after_the_other(
        [
            run([program, "-f", READER, "-t", "docx", "-o", str(output / f"{twin}.docx"), str(twins / f"{twin}.md")])
            for twin in TWINS
        ]
    )


def measure(program: str, project: Path, runs: int, work: Path) -> Pair:
    """The first run of each is not counted: it warms bytecode and disk, and writes the twins that pandoc reads."""
    work.mkdir()
    build(project, work / "twins")
    convert(program, work / "twins", work / "first")
    pairs = [
        (build(project, work / f"safecomm{turn}"), convert(program, work / "twins", work / f"pandoc{turn}"))
        for turn in range(runs)
    ]
    return Pair(middle(each for each, _ in pairs), middle(each for _, each in pairs))


def projects(scales: list[int], real: bool, work: Path) -> Iterator[tuple[str, Path]]:
    if real:
        yield "real", ROOT
    for scale in scales:
        generate(work / f"x{scale}", scale)
        yield str(scale), work / f"x{scale}"


def row(scale: str, pair: Pair) -> str:
    goal = GOALS.get(scale)
    met = "-" if goal is None else verdict(pair.ratio, goal)
    costs = (pair.safecomm, pair.pandoc)
    cpu, wall = [f"{each.cpu:.3f} s" for each in costs], [f"{each.wall:.2f} s" for each in costs]
    memory = [f"{each.memory / 1e6:.0f} MB" for each in costs]
    return ROW.format(scale, *cpu, f"{pair.ratio:.2f}", goal or "-", met, *wall, *memory)


def verdict(found: float, goal: float) -> str:
    return "yes" if found <= goal else "NO"


def growth(pairs: Mapping[str, Pair]) -> Iterator[str]:
    """How processor time grows with content: 1 is in proportion to it, 2 with its square."""
    if {"10", "100"} <= pairs.keys():
        found = math.log10(pairs["100"].safecomm.cpu / pairs["10"].safecomm.cpu)
        peer = math.log10(pairs["100"].pandoc.cpu / pairs["10"].pandoc.cpu)
        met = verdict(found, GROWTH_GOAL)
        yield f"growth from 10 to 100: safecomm {found:.2f} (goal {GROWTH_GOAL}, met: {met}), pandoc {peer:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=__doc__)
    parser.add_argument("--scales", type=int, nargs="*", default=[1, 10, 100], help="of generated content")
    parser.add_argument("--real", action="store_true", help="the project's own content too")
    arguments = parser.parse_args()
    program, pairs = pandoc(), {}
    print(ROW.format("", "CPU", "", "", "", "", "clock", "", "memory", "") + "\n" + ROW.format(*HEAD))
    with tempfile.TemporaryDirectory() as folder:
        for scale, project in projects(arguments.scales, arguments.real, Path(folder)):
            pairs[scale] = measure(program, project, RUNS.get(scale, 5), Path(folder) / f"runs-{scale}")
            print(row(scale, pairs[scale]), flush=True)
    print(*growth(pairs), sep="\n", end="")


if __name__ == "__main__":
    main()
