"""The body of a file to its prose fields: a first-level heading with the field's name opens each."""

from safecomm.diagnostic import Diagnostic, Location, nearest_name, problem
from safecomm.markdown.blocks import Block, Heading
from safecomm.markdown.plain import plain_text

DEFAULT = "text"
"""The field that takes what stands before the first heading of the first level."""

Sections = dict[str, tuple[Block, ...]]


def split(
    blocks: tuple[Block, ...], fields: list[str], path: str
) -> tuple[Sections, dict[str, Location], list[Diagnostic]]:
    """Blocks by field, where each field starts, and what is wrong; a field without any text is left out."""
    found: dict[str, list[Block]] = {}
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
                problems.append(fault := unknown(name, fields, place))
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
        found.setdefault(name, []).append(block)
    return {field: tuple(found[field]) for field in fields if field in found}, places, problems


def is_section(heading: Heading, fields: list[str]) -> bool:
    """Whether a heading inside a text has the name of a text: the editor meant to begin that one."""
    name = plain_text(heading.children).strip()
    return name in fields and name != DEFAULT


def unknown(name: str, fields: list[str], place: Location) -> Diagnostic:
    sections = [field for field in fields if field != DEFAULT]
    if not sections:
        return problem("heading-too-high", place, heading=name)
    listed = ", ".join(f"# {field}" for field in sections)
    return problem("unknown-section", place, nearest=nearest_name(name, sections), section=name, sections=listed)
