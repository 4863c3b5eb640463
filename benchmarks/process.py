"""Commands as whole processes: what each cost in processor time and in memory."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import IO, NamedTuple

PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


class Cost(NamedTuple):
    """Seconds of processor time (user and system, child processes too), and bytes at the peak."""

    cpu: float
    memory: float


def run(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Ends the program with the command's message when it fails."""
    with start(command, folder, environment) as (process, output):
        cost = wait(process)
        if process.returncode:
            stop(process, output)
    return cost


@contextmanager
def start(
    command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None
) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    """The process and the file in which all that it says goes."""
    with tempfile.TemporaryFile() as output:
        yield (
            subprocess.Popen(
                command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output
            ),
            output,
        )


def wait(process: subprocess.Popen[bytes]) -> Cost:
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * PEAK_UNIT)


def stop(process: subprocess.Popen[bytes], output: IO[bytes]) -> None:
    """Ends the program with what the process said last."""
    output.seek(0)
    words = process.args if isinstance(process.args, list | tuple) else [process.args]
    sys.exit(f"{' '.join(map(str, words))}\nended with {process.returncode}:\n{output.read().decode()[-2000:]}")


def add(costs: Sequence[Cost]) -> Cost:
    """What processes that run one after the other cost together."""
    return Cost(sum(cost.cpu for cost in costs), max(cost.memory for cost in costs))


def median_cost(costs: Iterable[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*map(median, zip(*costs, strict=True)))
