"""The lines of one text, and the problems found in them."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from safecomm.diagnostic import Diagnostic, Location, problem

if TYPE_CHECKING:
    from markdown_it.token import Token

# What XML cannot hold, or nobody can see, or some programs count as a line end; and U+FFFD, the trace of a character
# that was lost on the way here. A file that holds one is refused before it is parsed; a file's entities and escapes can
# spell one out all the same.
FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]")

# The first and the last line of what Git could not merge, and the one before what both come from; editors indent them
# with the list or quote that they stand in. Seven bars alone are a row of empty cells.
CONFLICT = re.compile(r"(?:[ \t]*>(?=[ \t]))?[ \t]*(?:(<|>)\1{6}(?: .*)?|\|{7} .*)")
FOLLOWING = ("<>", "<|", "|>")
"""The marks of one conflict after each other."""
MOST_MERGES = 10
"""Conflicts that are reported of a file."""


@dataclass(frozen=True)
class Source:
    """`first_line` is the file's number of lines[0]; a line is counted from 0 here and from 1 in a Location.

    `indent` is how far the lines stand in from the file's margin.
    """

    path: str
    first_line: int
    lines: list[str]
    indent: int = 0
    problems: list[Diagnostic] = field(default_factory=list)

    def report(self, code: str, line: int, column: int = 0, nearest: str | None = None, **values: object) -> None:
        location = Location(self.path, self.first_line + line, self.in_file(column))
        self.problems.append(problem(code, location, nearest=nearest, **values))

    def in_file(self, column: int) -> int:
        """The column in the file; 0 stays the whole line."""
        return column and column + self.indent


@dataclass
class HolderPlaces:
    """Finds in the file what stands in a holder, whose content has lost the list and quote marks before each line."""

    source: Source
    holder: "Token"

    @cached_property
    def starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.holder.content))]

    @cached_property
    def first(self) -> int:
        """The line of the content's first line; a line of no-break spaces before it belongs to the block too."""
        begin, end = self.holder.map or (0, 0)
        shown = self.holder.content.split("\n", 1)[0].strip()
        return next((number for number in range(begin, end) if shown in self.source.lines[number]), begin)

    @cached_property
    def columns(self) -> list[int | None]:
        """The column of each start, None where the same text occurs twice in its line: two equal cells of a table."""
        lines = self.source.lines[self.first :]
        return [_column(*pair) for pair in zip(self.holder.content.split("\n"), lines, strict=False)]

    def at(self, position: int) -> tuple[int, int]:
        number = bisect_right(self.starts, position) - 1
        column = self.columns[number]
        return self.first + number, 0 if column is None else column + position - self.starts[number]


def _column(content: str, line: str) -> int | None:
    shown = content.strip()
    return line.index(shown) - content.index(shown) + 1 if line.count(shown) == 1 else None


def start_of(token: "Token") -> int:
    """Its first line, or in the running text its first character; markdown-it leaves both open for closing tokens."""
    return token.map[0] if token.map else 0


def unfinished_merges(text: str, path: str) -> list[Diagnostic]:
    """The first line of each conflict that Git has left in the text, or its last where the first is gone."""
    if not any(mark * 7 in text for mark in "<|>"):
        return []
    lines = text.split("\n")
    marks = [(number, found[1] or "|") for number, line in enumerate(lines, 1) if (found := CONFLICT.fullmatch(line))]
    begun = [number for (_, before), (number, mark) in pairwise([(0, ""), *marks]) if before + mark not in FOLLOWING]
    return [problem("merge-unfinished", Location(path, number)) for number in begun[:MOST_MERGES]]
