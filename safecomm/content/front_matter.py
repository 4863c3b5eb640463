"""A Markdown file to its front matter and its body."""

from typing import NamedTuple

from safecomm.diagnostic import ContentError, Location, problem

FENCE = "---"


class Parts(NamedTuple):
    """The YAML between the fences and the Markdown after them, each with the line that it starts on."""

    front: str
    front_line: int
    body: str
    body_line: int


def split(text: str, path: str) -> Parts:
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise ContentError([problem("front-matter-missing", Location(path, 1))])
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return Parts("\n".join(lines[1:number]), 2, "\n".join(lines[number + 1 :]), number + 2)
    raise ContentError([problem("front-matter-unclosed", Location(path, 1))])
