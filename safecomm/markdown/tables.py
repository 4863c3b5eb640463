"""Tables, whose rows markdown-it would fill up or cut to the width of the header."""

import re

from markdown_it.token import Token

from safecomm.markdown.source import HolderPlaces, Source, start_of

PIPE = re.compile(r"(?<!\\)\|")
# The line beneath a header; in a paragraph it shows that the header has another number of columns.
RULER = re.compile(r"^(?=.*-)(?=.*\|)[ \t|:-]+$", re.MULTILINE)


def report_width(row: Token, width: int, source: Source) -> None:
    """Counts in the line of the file: the tokens have already been made to fit."""
    cells = PIPE.split(source.lines[start_of(row)].lstrip(" \t>").rstrip())
    found = len(cells) - (not cells[0]) - (not cells[-1])
    if found != width:
        source.report("table-row", start_of(row), found=found, width=width)


def report_broken(holder: Token, source: Source) -> None:
    if match := RULER.search(holder.content):
        source.report("table-broken", *HolderPlaces(source, holder).at(match.start()))
