"""A text of a Markdown file, under the heading with its name, as it is written there; and another put in its place."""

from collections.abc import Sequence
from typing import NamedTuple

from safecomm.content.markdown_parts import DEFAULT, is_section
from safecomm.editing.yaml_edit import Replacement
from safecomm.markdown.blocks import Heading
from safecomm.markdown.parse import parse
from safecomm.markdown.traversal import plain_text


class SectionLines(NamedTuple):
    """The lines of the body, counted from 0, that a text stands in: from its heading, if there is one, to the next."""

    heading: int
    first: int
    end: int


def section_text(body: str, fields: Sequence[str], name: str) -> str:
    """The Markdown of a text as its writer sees it; empty where there is none."""
    place = sections(body, fields).get(name)
    return text_in_lines(body.split("\n"), place) if place else ""


def text_in_lines(lines: Sequence[str], place: SectionLines) -> str:
    return "\n".join(lines[place.first : place.end]).strip("\n")


def sections(body: str, fields: Sequence[str]) -> dict[str, SectionLines]:
    """Where each text of the body stands."""
    blocks, _ = parse(body, "", 1, "en")
    starts = {
        plain_text(block.children).strip(): block.line - 1
        for block in reversed(blocks)
        if isinstance(block, Heading) and (block.level == 1 or is_section(block, list(fields)))
    }
    ordered = sorted((line, name) for name, line in starts.items())
    ends = [*(line for line, _ in ordered), len(body.split("\n"))]
    found = {name: SectionLines(line, line + 1, end) for (line, name), end in zip(ordered, ends[1:], strict=True)}
    if DEFAULT in fields and ends[0] > 0:
        found[DEFAULT] = SectionLines(0, 0, ends[0])
    return found


def replace_section(body: str, fields: Sequence[str], name: str, text: str) -> Replacement:
    """How the text becomes another; an empty one goes with its heading."""
    places, lines = sections(body, fields), body.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines) + 1)]
    written = section_source(name, text)
    if place := places.get(name):
        start, end = starts[place.heading], min(starts[place.end], len(body))
        if name == DEFAULT:
            # The line between the fence and the text stays, or comes.
            written = f"\n{written}" if written else ""
        return start, end, written if end == len(body) else with_gap(written)
    later = [places[field].heading for field in fields[list(fields).index(name) + 1 :] if field in places]
    if later:
        start = starts[min(later)]
        return start, start, with_gap(written)
    end = len(body.rstrip("\n"))
    return end, len(body), f"\n\n{written}" if body.strip() else f"\n{written}"


def section_source(name: str, text: str) -> str:
    stripped = text.strip("\n")
    if not stripped.strip():
        return ""
    return f"{stripped}\n" if name == DEFAULT else f"# {name}\n\n{stripped}\n"


def with_gap(written: str) -> str:
    return f"{written}\n" if written else ""
