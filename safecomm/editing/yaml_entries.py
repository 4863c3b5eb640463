"""The entries of a list or mapping in YAML that have lines of their own, so that those that stay can keep theirs."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from safecomm.content.validate import value_at
from safecomm.content.yaml_data import Key, parse
from safecomm.content.yaml_spans import ValueSpan

EntryLines = dict[str, list[str]]
"""The lines of entries by what these say, in their order; with them the comments above each."""


def entry_lines(text: str, places: Mapping[Key, ValueSpan], key: Key) -> EntryLines:
    """Empty for what stands in brackets or braces."""
    if places[key].flow:
        return {}
    inside = entry_places(places, key)
    value = value_at(parse(text, "").value, key)
    found: EntryLines = {}
    for name, lines in zip(inside, lines_of(text, places[key], inside.values()), strict=True):
        found.setdefault(signature(name, value_at(value, (name,))), []).append(lines)
    return found


def entry_places(places: Mapping[Key, ValueSpan], key: Key) -> dict[str | int, ValueSpan]:
    """Those of the entries, by name or number."""
    return {place[-1]: span for place, span in places.items() if len(place) == len(key) + 1 and place[:-1] == key}


def lines_of(text: str, whole: ValueSpan, entries: Iterable[ValueSpan]) -> Iterator[str]:
    """Each entry's from the line after the one before to its last; the first, too, from the margin."""
    ends = [end_of_line(text, entry) for entry in entries]
    for number, (start, end) in enumerate(pairwise([whole.start - 1, *ends])):
        yield (" " * whole.column if number == 0 else "") + text[start + 1 : end]


def end_of_line(text: str, span: ValueSpan) -> int:
    """Where the last line of a value ends, with a comment behind it."""
    end = text.find("\n", span.end)
    return len(text) if end < 0 else end


def signature(name: str | int, value: object) -> str:
    """Tells what entries say: of a list it does not matter where, of a mapping the name belongs to it."""
    return json.dumps(["" if isinstance(name, int) else name, value], ensure_ascii=False)
