"""A Markdown file in its parts: front matter and body, and the body in sections, one for each prose field."""

import re
from typing import NamedTuple

from safecomm.diagnostic import ContentError, Diagnostic, Location, nearest_name, problem
from safecomm.markdown.blocks import Block, Heading
from safecomm.markdown.traversal import plain_text

FENCE = "---"
LOOKALIKE = re.compile(r"\s*[-‐‑–—−]{2,}(\s.*)?|\s*[–—−]\s*")
"""What a fence becomes in a word processor, with a dash too many, or with the text on its line."""

DEFAULT = "text"
"""The field that takes what stands before the first heading of the first level."""

Sections = dict[str, tuple[Block, ...]]


class Parts(NamedTuple):
    """The YAML between the fences and the Markdown after them, each with the line that it starts on."""

    front: str
    front_line: int
    body: str
    body_line: int


def split_front_matter(text: str, path: str) -> Parts:
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


def split_sections(
    blocks: tuple[Block, ...], fields: list[str], path: str
) -> tuple[Sections, dict[str, Location], list[Diagnostic]]:
    """Blocks by field, where each field starts, and what is wrong; a field without any text is left out."""
    texts: dict[str, list[Block]] = {}
    places: dict[str, Location] = {}
    problems: list[Diagnostic] = []
    name = DEFAULT
    for block in blocks:
        place = Location(path, block.line)
        if isinstance(block, Heading) and (block.level == 1 or is_section(block, fields)):
            name = plain_text(block.children).strip()
            if block.level > 1:
                problems.append(problem("section-level", place, marks="#" * block.level, section=name))
            if name not in fields or name == DEFAULT:
                problems.append(fault := unknown_section(name, fields, place))
                name = DEFAULT if DEFAULT in fields else fault.nearest or name
            elif name in places:
                problems.append(problem("duplicate-section", place, section=name, first=places[name].line))
            places.setdefault(name, place)
            continue
        if name == DEFAULT and name not in fields and name not in places:
            problems.append(
                problem("text-outside-section", place, sections=", ".join(f"# {field}" for field in fields))
            )
        places.setdefault(name, place)
        texts.setdefault(name, []).append(block)
    return {field: tuple(texts[field]) for field in fields if field in texts}, places, problems


def is_section(heading: Heading, fields: list[str]) -> bool:
    """Whether a heading inside a text has the name of a text: the editor meant to begin that one."""
    name = plain_text(heading.children).strip()
    return name in fields and name != DEFAULT


def unknown_section(name: str, fields: list[str], place: Location) -> Diagnostic:
    sections = [field for field in fields if field != DEFAULT]
    if not sections:
        return problem("heading-too-high", place, heading=name)
    listed = ", ".join(f"# {field}" for field in sections)
    return problem("unknown-section", place, nearest=nearest_name(name, sections), section=name, sections=listed)
