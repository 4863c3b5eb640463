"""A value of a YAML text replaced, added or emptied, while every other character stays as it is."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from safecomm.content.validate import value_at
from safecomm.content.yaml_data import Key, Value, parse
from safecomm.content.yaml_spans import ValueSpan, spans
from safecomm.diagnostic import ContentError
from safecomm.editing.skeleton import WIDTH, as_yaml
from safecomm.editing.yaml_entries import end_of_line, entry_lines, entry_places, signature

Replacement = tuple[int, int, str]
"""From which to before which character, and what stands there then."""


def replace_value(text: str, key: Key, value: Value, order: Sequence[str] = ()) -> Replacement | None:
    """How the value at a key becomes another; None where nothing is to change.

    `order` are the fields of the record that a new one is put among. An empty value leaves its key behind.
    """
    places = spans(text)
    if key in places:
        return replace_entries(text, places, key, value) or replace_at(text, places[key], key, value)
    return None if value is None else add_value(text, places, key, value, order)


def replace_entries(text: str, places: Mapping[Key, ValueSpan], key: Key, value: Value) -> Replacement | None:
    """Where each entry has lines of its own, those that stay keep theirs; None where that cannot be."""
    span, kept = places[key], entry_lines(text, places, key)
    if not kept or not value or isinstance(value, str):
        return None
    entries = enumerate(value) if isinstance(value, list) else value.items()
    lines = [
        same.pop(0) if (same := kept.get(signature(name, part))) else written_entry(name, part, span.column)
        for name, part in entries
    ]
    end = max(end_of_line(text, place) for place in entry_places(places, key).values())
    written = "\n".join(lines)[span.column :]
    with suppress(ContentError):
        if value_at(parse(text[: span.start] + written + text[end:], "").value, key) == value:
            return span.start, end, written
    return None


def written_entry(name: str | int, value: Value, indent: int) -> str:
    return next(write_entries([value], indent) if isinstance(name, int) else write_fields({name: value}, indent))


def replace_at(text: str, span: ValueSpan, key: Key, value: Value) -> Replacement:
    start, end = span.start, span.end
    # A comment behind it would be taken for a part of what has no quotation marks, or for one of its last line.
    commented = span.flow and text[end:].partition("\n")[0].lstrip().startswith("#")
    inside_flow = len(key) > 1 and in_flow(text, span)
    written = write_value(value, indent_of(text, span), commented or inside_flow)
    if commented and written == value:
        written = as_yaml(written)
    if not written.startswith("\n") and not (span.flow and (written or inside_flow)):
        # What stood in lines of its own comes up to its key; and behind a key with nothing stands no blank.
        start = len(text[:start].rstrip())
    if written and not written.startswith("\n") and text[start - 1 : start] == ":":
        written = f" {written}"
    return start, end, written.removeprefix("\n" if text[:start].endswith("\n") else "")


def add_value(text: str, places: dict[Key, ValueSpan], key: Key, value: Value, order: Sequence[str]) -> Replacement:
    """In the record that is there; where that is not, with it."""
    *parent, name = key
    owner = places.get(tuple(parent))
    if (owner is None or owner.is_empty) and parent:
        whole: Value = [value] if isinstance(name, int) else {name: value}
        found = replace_value(text, tuple(parent), whole, order)
        assert found is not None
        return found
    before = preceding(places, key, order)
    if owner is not None and owner.flow:
        return add_in_flow(text, owner, before, name, value)
    return add_line(text, owner, before, name, value)


def preceding(places: dict[Key, ValueSpan], key: Key, order: Sequence[str]) -> ValueSpan | None:
    """What the new value is put behind: the last of a list, or the nearest field that belongs before it."""
    *parent, name = key
    siblings = {place[-1]: span for place, span in places.items() if place and place[:-1] == tuple(parent)}
    if name in order:
        earlier = [siblings[field] for field in order[: order.index(str(name))] if field in siblings]
        return max(earlier, key=lambda span: span.end, default=None)
    return max(siblings.values(), key=lambda span: span.end, default=None)


def add_in_flow(text: str, owner: ValueSpan, before: ValueSpan | None, name: str | int, value: Value) -> Replacement:
    written = write_value(value, 0, in_flow=True)
    written = written if isinstance(name, int) else f"{name}: {written}"
    if before:
        return before.end, before.end, f", {written}"
    inside = owner.start + 1
    return inside, inside, written if text[inside : owner.end - 1].strip() == "" else f"{written}, "


def add_line(
    text: str, owner: ValueSpan | None, before: ValueSpan | None, name: str | int, value: Value
) -> Replacement:
    indent = owner.column if owner else 0
    written = write_value(value, indent, in_flow=False)
    gap = "" if written.startswith("\n") or not written else " "
    line = f"{' ' * indent}{'-' if isinstance(name, int) else f'{name}:'}{gap}{written}"
    if isinstance(name, int):
        line = " " * indent + "- " + written.strip("\n").lstrip()
    if before is None:
        start = owner.start - owner.column if owner else 0
        return start, start, f"{line}\n"
    end = end_of_line(text, before)
    return end, end, f"\n{line}"


def indent_of(text: str, span: ValueSpan) -> int:
    """Of the line on which the value begins, after the mark of a list's entry."""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return len(line) - len(line.lstrip(" -"))


def in_flow(text: str, span: ValueSpan) -> bool:
    """Whether brackets or braces are open around the value."""
    return any(
        other.flow and other.start < span.start and span.end < other.end and text[other.start] in "[{"
        for other in spans(text).values()
    )


def write_value(value: Value, indent: int, in_flow: bool) -> str:
    """As YAML; what needs lines of its own begins with a line's end, and they are indented by two more."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return write_text(value, indent, in_flow)
    if in_flow or is_short(value):
        return write_flow(value)
    lines = write_entries(value, indent + 2) if isinstance(value, list) else write_fields(value, indent + 2)
    return "\n" + "\n".join(lines)


def write_text(text: str, indent: int, in_flow: bool) -> str:
    """As it is where YAML reads it like this, in quotation marks otherwise; of several lines each on its own."""
    if "\n" in text and not in_flow and not text.startswith((" ", "\n")) and "\t" not in text:
        end = "|-" if not text.endswith("\n") else "|"
        block = "\n".join(f"{' ' * (indent + 2)}{line}".rstrip() for line in text.removesuffix("\n").split("\n"))
        return f"{end}\n{block}"
    holder = f"[{text}]" if in_flow else text
    expected: Value = [text] if in_flow else text
    with suppress(ContentError):
        read = parse(f"a: {holder}\n", "")
        if read.value == {"a": expected} and not read.problems:
            return text
    return as_yaml(text)


def is_short(value: Value) -> bool:
    """Whether a list or a mapping of texts fits on its line."""
    parts = list(value.values()) if isinstance(value, dict) else value
    texts = all(isinstance(part, str) and "\n" not in part for part in parts or ())
    return not value or (texts and len(write_flow(value)) < WIDTH)


def write_flow(value: Value) -> str:
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(f"{write_text(name, 0, True)}: {write_flow(part)}".rstrip() for name, part in value.items())
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(write_flow, value)) + "]"
    return write_text(value, 0, in_flow=True) if value else ""


def write_fields(value: dict[str, Value], indent: int) -> Iterator[str]:
    for name, part in value.items():
        written = write_value(part, indent, in_flow=False)
        gap = "" if not written or written.startswith("\n") else " "
        yield f"{' ' * indent}{write_text(name, 0, True)}:{gap}{written}"


def write_entries(value: list[Value], indent: int) -> Iterator[str]:
    for part in value:
        if isinstance(part, dict) and not is_short(part):
            lines = "\n".join(write_fields(part, indent + 2))
            yield f"{' ' * indent}- {lines.lstrip()}"
        else:
            yield f"{' ' * indent}- {write_value(part, indent, in_flow=False).lstrip()}"
