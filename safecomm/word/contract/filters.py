"""What each filter of a template takes and gives; one that is not named here takes and gives anything."""

from collections.abc import Mapping

from safecomm.word.contract.kinds import ANYTHING, NUMBER, TEXT, Anything, Kind, Listed, kind_name

TAKES: Mapping[str, str] = {
    "below": "Prose",
    "kept": "Prose",
    "anchor": "Title",
    "labelled": "Chart",
    "described": "Chart",
}
"""Filters of our own (tag_filters.py) that take one kind of value, as docs/templates.md names it."""

KEEPING = TAKES.keys() | {"in_style", "select", "selectattr", "reject", "rejectattr", "sort", "unique", "list"}
PICKING = frozenset({"first", "last"})
COUNTING = frozenset({"length", "count"})
WRITING = frozenset({"capitalize", "lower", "upper", "title", "trim", "replace", "plain"})
"""They take a word that can be printed, and give a text."""
PUTTING_TOGETHER = frozenset({"join", "listed", "counted"})
"""They give a text, whatever they take."""


def takes(name: str, kind: Kind) -> bool:
    return name not in TAKES or isinstance(kind, Anything) or kind_name(kind) == TAKES[name]


def gives(name: str, kind: Kind) -> Kind:
    if name in KEEPING:
        return kind
    if name in PICKING and isinstance(kind, Listed):
        return kind.item
    if name in COUNTING:
        return NUMBER
    return TEXT if name in WRITING | PUTTING_TOGETHER else ANYTHING
