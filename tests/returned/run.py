"""Returned drafts by the hundred: `python -m tests.returned.run --seed 0 --count 200`; a failure names its seed."""

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.returned.judgement import COUNTS, HARM
from tests.returned.scenarios import ROOT, SCENARIOS, Scenario
from tests.returned.trial import trial

SHOWN = 5
"""Faults of one draft that are told."""


def run_scenario(name: str, scenario: Scenario, seeds: range) -> tuple[Counter[str], Counter[str]]:
    """Tells each failure at once."""
    counts: Counter[str] = Counter()
    unsaid: Counter[str] = Counter()
    for seed in seeds:
        outcome = trial(scenario, seed)
        counts += outcome.counts
        unsaid += outcome.unsaid
        if outcome.faults:
            more = [f"and {len(outcome.faults) - SHOWN} more"] if len(outcome.faults) > SHOWN else []
            print(
                f"--scenario {name} --seed {seed} --count 1", *outcome.faults[:SHOWN], *more, sep="\n    ", flush=True
            )
    return counts, unsaid


def row(name: str, values: list[object]) -> str:
    return f"{name:12}" + "".join(f"{value!s:>13}" for value in values)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="of the first draft; each next one has the next number")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--scenario", choices=SCENARIOS, action="append", help="may be repeated; all by default")
    asked = parser.parse_args()
    seeds = range(asked.seed, asked.seed + asked.count)
    rows = [row("", list(COUNTS))]
    failed = False
    for name in asked.scenario or SCENARIOS:
        if not SCENARIOS[name].available():
            rows.append(f"{name:12} not available")
            continue
        with tempfile.TemporaryDirectory() as home:
            counts, unsaid = run_scenario(name, SCENARIOS[name](Path(home), ROOT / "content"), seeds)
        rows.append(row(name, [counts[count] for count in COUNTS]))
        if unsaid:
            rows.append(f"{'':12} unsaid: " + ", ".join(f"{kind} {count}" for kind, count in unsaid.most_common()))
        failed |= any(counts[count] for count in HARM)
    print(*rows, sep="\n")
    sys.exit(failed)


if __name__ == "__main__":
    main()
