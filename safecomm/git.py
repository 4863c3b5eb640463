"""Git as a source of data: whatever the configuration of a repository names as a program, none of it is run.

A repository may come from anybody, and so may its `.git/config`; the configuration of the user and of the computer is
their own. So only commands are asked that know no filters, signatures, pagers or text converters (`rev-parse`,
`rev-list`, `cat-file`; of those that write, `versions/saving.py` says which), and what any command may start by itself
is switched off.
"""

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import NamedTuple

PATIENCE = 20
"""Seconds that Git may take for one answer."""
LONGEST = 60
"""Seconds that the objects of a repository are read."""
LARGEST = 30_000_000
"""Bytes of one object; no Word file or picture that safecomm reads is larger."""

SETTINGS = {
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.pager": "cat",
    "gc.auto": "0",
    "log.showSignature": "false",
    "maintenance.auto": "false",
    "protocol.allow": "never",
    # A folder of the project that looks like a repository is none.
    "safe.bareRepository": "explicit",
}
"""Stronger than the repository's own."""

ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_ASKPASS": "",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_TERMINAL_PROMPT": "0",
    # Its messages are told apart by their words.
    "LC_ALL": "C",
    "LANGUAGE": "",
}
"""What a clone lacks is not fetched: by versions of Git before 2.39.4 for want of an allowed protocol."""

USERS_OWN = {
    "GIT_CEILING_DIRECTORIES",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_SYSTEM",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXEC_PATH",
}
"""Variables that lead to no other repository; the others may come from a hook that runs safecomm."""

HEADER = re.compile(rb"[0-9a-f]+ (blob|tree|commit|tag) (\d+)\n")


class HistoryError(Exception):
    """A code of codes/, with the values of its text."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.values = values


class GitResult(NamedTuple):
    output: bytes
    errors: str
    failed: bool


def ask_git(
    project: Path, *arguments: str, lines: Iterable[str] = (), end: str = "\n", index: Path | None = None
) -> GitResult:
    """What Git says in the project's folder, `lines` being its input; raises HistoryError when it does not run.

    Without an `index` of its own it goes by the user's.
    """
    given = b"".join(os.fsencode(line + end) for line in lines)
    try:
        run = subprocess.run(
            command(*arguments),
            cwd=project,
            env=environment() | ({} if index is None else {"GIT_INDEX_FILE": str(index)}),
            input=given,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise HistoryError("git-slow", seconds=PATIENCE) from None
    except OSError:
        raise HistoryError("git-missing") from None
    return GitResult(run.stdout, run.stderr.decode(errors="replace"), run.returncode != 0)


def author_options(project: Path, community: str) -> list[str]:
    """For what is committed: its author is whom Git knows, else the community of that name."""
    known = all(not ask_git(project, "config", key).failed for key in ("user.name", "user.email"))
    return [] if known else ["-c", f"user.name={community}", "-c", "user.email="]


def command(*arguments: str) -> list[str]:
    settings = [part for key, value in SETTINGS.items() for part in ("-c", f"{key}={value}")]
    return [git_program(), "--no-pager", *settings, *arguments]


def git_program() -> str:
    """Raises HistoryError; never a program of the folder that we stand in, where Windows looks first."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        program = Path(folder) / name
        if program.is_absolute() and program.is_file() and os.access(program, os.X_OK):
            return str(program)
    raise HistoryError("git-missing")


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in USERS_OWN}
    return kept | ENVIRONMENT


@contextmanager
def open_objects(project: Path) -> Iterator["Objects"]:
    """Raises HistoryError when Git does not run."""
    try:
        process = subprocess.Popen(
            command("cat-file", "--batch"),
            cwd=project,
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        raise HistoryError("git-missing") from None
    alarm = Timer(LONGEST, process.kill)
    alarm.start()
    try:
        yield Objects(process)
    finally:
        alarm.cancel()
        process.kill()
        with suppress(BrokenPipeError):
            process.communicate()


class Objects:
    """What Git keeps, by its ids: one process answers for all of them, until it has `ended`, for whatever reason."""

    ended = False

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin
        assert process.stdout
        self.questions, self.answers = process.stdin, process.stdout

    def read(self, id_: str, kind: str) -> bytes | None:
        """None where the repository has no such object; raises HistoryError for one that is too large."""
        try:
            self.questions.write(f"{id_}\n".encode())
            self.questions.flush()
        except OSError:
            self.ended = True
            return None
        answer = self.answers.readline()
        self.ended = not answer
        header = HEADER.fullmatch(answer)
        if header is None:
            return None
        size = int(header[2])
        if size > LARGEST:
            self.skip(size + 1)
            raise HistoryError("revision-too-big")
        data = self.answers.read(size + 1)[:-1]
        self.ended = len(data) < size
        return data if len(data) == size and header[1].decode() == kind else None

    def skip(self, size: int) -> None:
        while size > 0 and (data := self.answers.read(min(size, 1 << 20))):
            size -= len(data)
