"""The line of a file that a diagnostic is about, with the spot marked under it."""

from collections.abc import Mapping
from pathlib import Path

from safecomm.bounded_read import read_bounded
from safecomm.diagnostic import Diagnostic
from safecomm.report.terminal_text import columns, visible

TAB = "    "
MARGIN = 6
"""Columns for the line's number; three more stand between it and the line."""

NARROWEST = 20
"""Columns that a line gets at least."""

LARGEST = 5_000_000
"""Bytes; what is larger is no content file."""


def excerpt(diagnostic: Diagnostic, files: Mapping[str, list[str]], width: int) -> list[str]:
    """The line and the marks under it, at most `width` columns wide; empty when there is nothing to show."""
    location = diagnostic.location
    # The file may have changed since it was read.
    line = next(iter(files[location.path][location.line - 1 : location.line]), "") if location.line else ""
    if not line or not (location.column or any(map(str.isalnum, line))):
        return []
    start = min(max(location.column - 1, 0), len(line))
    length = spot_length(line[start:], diagnostic)
    before, spot, after = cut(line, start, length, max(width - MARGIN - 3, NARROWEST))
    shown = [f"{location.line:>{MARGIN}} | {before}{spot}{after}"]
    if location.column:
        shown.append(f"{'':{MARGIN}} | {' ' * columns(before)}{'^' * max(columns(spot), 1)}")
    return shown


class Lines(dict[str, list[str]]):
    """The lines of a project's files by their paths; each file is read once, and one that is gone has no lines."""

    def __init__(self, project: Path) -> None:
        super().__init__()
        self.project = project

    def __missing__(self, path: str) -> list[str]:
        self[path] = lines_of(self.project / path)
        return self[path]


def lines_of(file: Path) -> list[str]:
    try:
        text = read_bounded(file, LARGEST).decode("utf-8-sig", errors="replace")
    except (OSError, ValueError):
        return []
    # As reading text does.
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def spot_length(rest: str, diagnostic: Diagnostic) -> int:
    """How many characters of the line the problem is about: the value that the message names, where it stands there."""
    quoted = rest[:1] in ("'", '"')
    named = [value for value in diagnostic.values.values() if value and rest.startswith(value, quoted)]
    return len(max(named, key=len)) + 2 * quoted if named else 1


def cut(line: str, start: int, length: int, width: int) -> tuple[str, str, str]:
    """The line before, at and after the spot, each shortened where they do not fit into `width` columns."""
    spot = head(printable(line[start : start + min(length, width)]), width // 2)
    before = printable(line[max(start - 2 * width, 0) : start])
    after = printable(line[start + length : start + length + 2 * width])
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


def printable(text: str) -> str:
    return visible(text.replace("\t", TAB))
