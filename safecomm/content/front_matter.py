"""A Markdown file to its front matter and its body."""

import re
from typing import NamedTuple

from safecomm.diagnostic import ContentError, Location, problem

FENCE = "---"
LOOKALIKE = re.compile(r"\s*[-‐‑–—−]{2,}(\s.*)?|\s*[–—−]\s*")
"""What a fence becomes in a word processor, with a dash too many, or with the text on its line."""


class Parts(NamedTuple):
    """The YAML between the fences and the Markdown after them, each with the line that it starts on."""

    front: str
    front_line: int
    body: str
    body_line: int


def split(text: str, path: str) -> Parts:
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise ContentError([problem(fence_code(lines[0], "front-matter-missing"), Location(path, 1))])
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            return Parts("\n".join(lines[1:number]), 2, "\n".join(lines[number + 1 :]), number + 2)
    meant = next((number for number, line in enumerate(lines[1:], start=2) if LOOKALIKE.fullmatch(line)), 1)
    raise ContentError([problem(fence_code(lines[meant - 1], "front-matter-unclosed"), Location(path, meant))])


def fence_code(line: str, otherwise: str) -> str:
    return "front-matter-fence" if line.rstrip() != FENCE and LOOKALIKE.fullmatch(line) else otherwise
