"""Returned drafts by the hundred, and commands cut short: `python -m tests.returned.run --seed 0 --count 200`.

A draft that fails is told by its seed. `kills` and `together` take neither seed nor count: they try every moment.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from tests.returned import kills, together
from tests.returned.judgement import COUNTS, HARM
from tests.returned.scenarios import ROOT, SCENARIOS, Scenario
from tests.returned.trial import trial

SHOWN = 5
"""Faults of one draft that are told."""
MOST = 40
"""Faults of one command cut short that are told."""
Tried = Iterable[tuple[str, Counter[str] | None, list[str]]]
CUT_SHORT: dict[str, tuple[Sequence[str], Callable[[], Tried]]] = {
    "kills": (kills.COUNTS, kills.kill_all),
    "together": (together.COUNTS, together.run_pairs),
}


Found = tuple[Counter[str], Counter[str], Counter[str]]
"""The counts, what was not said by kinds, and all edits by kinds."""


def run_drafts(name: str, seeds: range) -> Found | None:
    """Tells each failure at once; None where the scenario needs what is not there."""
    if not SCENARIOS[name].available():
        return None
    with tempfile.TemporaryDirectory() as home:
        return try_drafts(name, SCENARIOS[name](Path(home), ROOT / "content"), seeds)


def try_drafts(name: str, scenario: Scenario, seeds: range) -> Found:
    counts: Counter[str] = Counter()
    unsaid: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for seed in seeds:
        outcome = trial(scenario, seed)
        counts += outcome.counts
        unsaid += outcome.unsaid
        kinds += outcome.kinds
        if outcome.faults:
            more = [f"and {len(outcome.faults) - SHOWN} more"] if len(outcome.faults) > SHOWN else []
            print(
                f"--scenario {name} --seed {seed} --count 1", *outcome.faults[:SHOWN], *more, sep="\n    ", flush=True
            )
    return counts, unsaid, kinds


def row(name: str, columns: Sequence[str], counts: Counter[str] | None) -> str:
    if counts is None:
        return f"{name:24}not available"
    return f"{name:24}" + "".join(f"{counts[column]:>{len(column) + 2}}" for column in columns)


def head(columns: Sequence[str]) -> str:
    return f"{'':24}" + "".join(f"  {column}" for column in columns)


def drafts_table(names: Sequence[str], seeds: range) -> tuple[list[str], bool]:
    lines, failed = [head(COUNTS)], False
    for name in names:
        found = run_drafts(name, seeds)
        lines.append(row(name, COUNTS, found and found[0]))
        if found and found[1]:
            lines.append(f"{'':24}  unsaid: " + ", ".join(f"{kind} {count}" for kind, count in found[1].most_common()))
        lines += [f"{'':24}  {len(found[2])} kinds, the fewest {min(found[2].values())} times"] if found else []
        failed |= found is not None and any(found[0][count] for count in ("unsaid", *HARM))
    return lines, failed


def cut_short(name: str) -> bool:
    """Tells of each command at once; whether anything failed."""
    columns, run = CUT_SHORT[name]
    print(head(columns), flush=True)
    failed = False
    for what, counts, faults in run():
        more = [f"and {len(faults) - MOST} more"] if len(faults) > MOST else []
        print(row(what, columns, counts), *faults[:MOST], *more, sep="\n    ", flush=True)
        failed |= bool(faults)
    return failed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="of the first draft; each next one has the next number")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--scenario", choices=[*SCENARIOS, *CUT_SHORT], action="append", help="may be repeated")
    asked = parser.parse_args()
    names = asked.scenario or [*SCENARIOS, *CUT_SHORT]
    seeds = range(asked.seed, asked.seed + asked.count)
    lines, failed = drafts_table([name for name in names if name in SCENARIOS], seeds)
    print(*lines if len(lines) > 1 else [], sep="\n")
    sys.exit(any([failed, *(cut_short(name) for name in names if name in CUT_SHORT)]))


if __name__ == "__main__":
    main()
