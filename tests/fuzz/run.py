"""Broken projects by the thousand: `python -m tests.fuzz.run --seed 0 --count 1000`; a failure names its seed."""

import argparse
import multiprocessing
import resource
import sys
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import NamedTuple

MEMORY = 2_000_000_000
"""Bytes that one process may take in all."""
PATIENCE = 20
"""Seconds of computing after which an input counts as a hang; the usual is a thirtieth of one."""


class Outcome(NamedTuple):
    seed: int
    seconds: float
    failure: str = ""


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def attempt(seed: int) -> Outcome:
    """One trial, in a process that the system ends when it computes for too long."""
    from tests.fuzz.trial import trial

    start = time.process_time()
    resource.setrlimit(resource.RLIMIT_CPU, (int(start) + PATIENCE, resource.RLIM_INFINITY))
    try:
        trial(seed)
    except BaseException:
        return Outcome(seed, time.process_time() - start, traceback.format_exc())
    return Outcome(seed, time.process_time() - start)


def outcomes(seeds: range) -> Iterator[Outcome]:
    """One after the other; a process that was ended has a successor."""
    pool = process()
    for seed in seeds:
        try:
            yield pool.submit(attempt, seed).result()
        except BrokenProcessPool:
            yield Outcome(seed, PATIENCE, "the process was ended: it computed for too long, or crashed\n")
            pool = process()
    pool.shutdown()


def process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=limit)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="of the first input; each next one has the next number")
    parser.add_argument("--count", type=int, default=1000)
    asked = parser.parse_args()
    failures, slowest = 0, Outcome(asked.seed, 0)
    for each in outcomes(range(asked.seed, asked.seed + asked.count)):
        slowest = max(slowest, each, key=lambda outcome: outcome.seconds)
        if each.failure:
            failures += 1
            print(f"--seed {each.seed} --count 1\n{each.failure}", flush=True)
    print(f"{asked.count} inputs, {failures} failures; slowest: {slowest.seconds:.1f} s, seed {slowest.seed}")
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
