"""The line of a file that a diagnostic is about, with the spot marked under it."""

import stat
from itertools import islice
from pathlib import Path

from safecomm.diagnostic import Diagnostic
from safecomm.report.visible import columns, visible

TAB = "    "
MARGIN = 6
"""Columns for the line's number; three more stand between it and the line."""

NARROWEST = 20
"""Columns that a line gets at least."""

LONGEST = 5_000_000
"""Characters; what is larger is no content file."""


def excerpt(diagnostic: Diagnostic, project: Path, width: int) -> list[str]:
    """The line and the marks under it, at most `width` columns wide; empty when there is nothing to show."""
    location = diagnostic.location
    line = line_of(project / location.path, location.line)
    if line is None or not (location.column or any(map(str.isalnum, line))):
        return []
    # The file may have changed since it was read.
    start = min(max(location.column - 1, 0), len(line))
    length = marked(line[start:], diagnostic)
    before, spot, after = cut(line, start, length, max(width - MARGIN - 3, NARROWEST))
    shown = [f"{location.line:>{MARGIN}} | {before}{spot}{after}"]
    if location.column:
        shown.append(f"{'':{MARGIN}} | {' ' * columns(before)}{'^' * max(columns(spot), 1)}")
    return shown


def line_of(file: Path, number: int) -> str | None:
    """A line of a text file, counted from 1, if the file still is one and still has it."""
    try:
        status = file.stat()
        if number < 1 or not stat.S_ISREG(status.st_mode) or status.st_size > LONGEST:
            return None
        with file.open(encoding="utf-8-sig", errors="replace") as lines:
            return next((line.rstrip("\n") for line in islice(lines, number - 1, number)), None)
    except (OSError, ValueError):
        return None


def marked(rest: str, diagnostic: Diagnostic) -> int:
    """How many characters of the line the problem is about: the value that the message names, where it stands there."""
    quoted = rest[:1] in ("'", '"')
    named = [value for value in diagnostic.values.values() if value and rest.startswith(value, quoted)]
    return len(max(named, key=len)) + 2 * quoted if named else 1


def cut(line: str, start: int, length: int, width: int) -> tuple[str, str, str]:
    """The line before, at and after the spot, each shortened where they do not fit into `width` columns."""
    spot = head(drawn(line[start : start + min(length, width)]), width // 2)
    before = drawn(line[max(start - 2 * width, 0) : start])
    after = drawn(line[start + length : start + length + 2 * width])
    room = width - columns(spot)
    before = tail(before, max(room - columns(after), room // 2))
    return before, spot, head(after, room - columns(before))


def head(text: str, room: int) -> str:
    if columns(text) <= room:
        return text
    while columns(text) > room - 1:
        text = text[:-1]
    return f"{text}…"


def tail(text: str, room: int) -> str:
    if columns(text) <= room:
        return text
    while columns(text) > room - 1:
        text = text[1:]
    return f"…{text}"


def drawn(text: str) -> str:
    return visible(text.replace("\t", TAB))
