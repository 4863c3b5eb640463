"""What a person waits for: each task prepares a project, then gives the cost of one run after the other."""

import shutil
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from subprocess import Popen
from typing import IO, NamedTuple

from benchmarks.process import Cost, start, stop, wait
from benchmarks.project import Checkout, Project

BUILD = ("build", "programme", "application.en")
"""The two documents whose twins pandoc gets."""
SAVES = 6
PATIENCE = 120
"""Seconds until a saved file must have been built."""
BODY = "word/document.xml"


class Task(NamedTuple):
    """`goal` and `aim` are the most that its processor time may and should be of pandoc's."""

    title: str
    begin: Callable[[Checkout], Iterator[Cost]]
    goal: float
    aim: float
    scale: int | None = None
    runs: int = 5


def changed(checkout: Checkout, scale: int | None = None) -> Iterator[Cost]:
    project = checkout.new_project("changed" if scale is None else f"x{scale}", scale)
    checkout.run(project, *BUILD)
    for turn in count():
        project.change(f"Ändring {turn}.")
        yield checkout.run(project, *BUILD)


def first(checkout: Checkout) -> Iterator[Cost]:
    """Nothing is kept from any run before but the bytecode."""
    for turn in count():
        yield checkout.run_first(checkout.new_project(f"first-{turn}"), *BUILD)


def unchanged(checkout: Checkout, *options: str) -> Iterator[Cost]:
    project = checkout.new_project("-".join(("unchanged", *options)))
    checkout.run(project, *BUILD, *options)
    while True:
        yield checkout.run(project, *BUILD, *options)


def watch(checkout: Checkout) -> Iterator[Cost]:
    """What each save after the first costs in a process that also starts, builds once and looks for changes."""
    project = checkout.new_project("watch")
    for turn in count():
        one, many = (watched(checkout, project, saves, turn) for saves in (1, 1 + SAVES))
        yield Cost((many.cpu - one.cpu) / SAVES, many.memory)


def watched(checkout: Checkout, project: Project, saves: int, turn: int) -> Cost:
    """A process that builds once, and again after each of so many saves."""
    twin = project.folder / "build" / "programme.sv.md"
    first, *rest = (f"Sparad {turn}-{saves}-{save}." for save in range(1 + saves))
    project.change(first)
    with start(checkout.command(*BUILD, "--watch"), project.folder, checkout.environment) as (process, output):
        wait_until_built(twin, first, process, output)
        for sentence in rest:
            project.change(sentence)
            wait_until_built(twin, sentence, process, output)
        process.terminate()
        return wait(process)


def wait_until_built(twin: Path, sentence: str, process: Popen[bytes], output: IO[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while not twin.is_file() or sentence not in twin.read_text(encoding="utf-8"):
        if process.poll() is not None or time.monotonic() > end:
            process.kill()
            stop(process, output)
        time.sleep(0.02)


def check(checkout: Checkout) -> Iterator[Cost]:
    project = checkout.new_project("check")
    for turn in count():
        project.change(f"Ändring {turn}.")
        yield checkout.run(project, "check")


def diff(checkout: Checkout) -> Iterator[Cost]:
    """Every document, of which most show the one text that has changed since the last commit."""
    project = checkout.new_project("diff")
    for turn in count():
        project.change(f"Ändring {turn}.", translation=True)
        yield checkout.run(project, "diff", "HEAD", "--docx")


def review(checkout: Checkout) -> Iterator[Cost]:
    """A file in which the reviewer has changed a word, of the draft that was built last."""
    project = checkout.new_project("review")
    checkout.run(project, *BUILD)
    returned = project.folder / "returned.docx"
    change_word(project.folder / "build" / "application.en.docx", returned)
    while True:
        yield checkout.run(project, "review", returned)


def change_word(draft: Path, returned: Path) -> None:
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(returned, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b" the ", b" that ", 1) if name == BODY else part)


def tasks() -> Mapping[str, Task]:
    """Those that can be run here."""
    pdf = Task("nothing changed, build --pdf", lambda checkout: unchanged(checkout, "--pdf"), 0.25, 0.18)
    return {
        "changed": Task("one changed text, a new process", changed, 1.4, 1.0),
        "first": Task("first build ever on a machine", first, 2.2, 1.6),
        "unchanged": Task("nothing changed, build", unchanged, 0.25, 0.18),
        **({"unchanged-pdf": pdf} if shutil.which("soffice") else {}),
        "watch": Task("one saved measure, --watch", watch, 0.45, 0.25, runs=3),
        "x10": Task("one changed text, x10", lambda checkout: changed(checkout, 10), 1.0, 0.65, 10, 3),
        "x100": Task("one changed text, x100", lambda checkout: changed(checkout, 100), 1.0, 0.65, 100, 1),
        "check": Task("check", check, 0.65, 0.5),
        "diff": Task("diff HEAD --docx, every document", diff, 5, 2.5, runs=3),
        "review": Task("review of one file", review, 1.8, 1.2),
    }
