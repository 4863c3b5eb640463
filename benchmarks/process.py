"""Commands as whole processes: what each cost in processor time, in time on the clock and in memory."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Cost:
    """Seconds (`cpu`: user and system) and bytes."""

    cpu: float
    wall: float
    memory: int


def run(command: Sequence[str]) -> Cost:
    """Runs the command here in the checkout; ends the program with its message when it fails."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)}\nended with {process.returncode}:\n{said.read().decode()[-2000:]}")
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * PEAK_UNIT)


def one_after_the_other(costs: Sequence[Cost]) -> Cost:
    """What several processes cost together."""
    return Cost(sum(each.cpu for each in costs), sum(each.wall for each in costs), max(each.memory for each in costs))


def middle(costs: Iterable[Cost]) -> Cost:
    """The median of each figure."""
    found = list(costs)
    return Cost(
        median(each.cpu for each in found),
        median(each.wall for each in found),
        round(median(each.memory for each in found)),
    )
