"""The numbers of list items, which no Word file holds: they are counted as Word counts them."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.styles import Styles
from safecomm.ooxml.wordml import PARAGRAPH_PROPERTIES, value, w

NUMBERING = w("numPr")
LARGEST = 32_767
"""The largest number of a list: Word keeps them in sixteen bits with a sign."""


class ListItemNumber(NamedTuple):
    """`number` is None for a bullet."""

    level: int
    number: int | None


class ListDefinition(NamedTuple):
    """How one list counts: those with the same `abstract` do so together; `overrides` are levels that start anew."""

    abstract: str
    bullets: frozenset[int]
    starts: dict[int, int]
    overrides: dict[int, int]


class CounterState(NamedTuple):
    """How far a ListCounter has counted: the counts by level of each abstract list, and the levels that began anew."""

    counts: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    begun: frozenset[tuple[str, int]]


class ListCounter:
    """Counts the items of all lists, in the order in which they are asked for."""

    def __init__(self, numbering: etree._Element, styles: Styles) -> None:
        self.definitions = dict(_definitions(numbering))
        self.styled = {style: _list_of_style(style, styles) for style in styles.elements}
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: frozenset[tuple[str, int]] = frozenset()

    @property
    def state(self) -> CounterState:
        counts = tuple((abstract, tuple(levels.items())) for abstract, levels in self.counts.items())
        return CounterState(counts, self.begun)

    @state.setter
    def state(self, state: CounterState) -> None:
        self.counts = {abstract: dict(levels) for abstract, levels in state.counts}
        self.begun = state.begun

    def item(self, properties: etree._Element | None, style: str) -> ListItemNumber | None:
        """The place in its list of a paragraph with these properties; None when it stands in none."""
        number, level = _named_list(properties) or self.styled.get(style, ("", 0))
        if (definition := self.definitions.get(number)) is None:
            return None
        counts = self.counts.setdefault(definition.abstract, {})
        if level in definition.overrides and (number, level) not in self.begun:
            counts[level] = definition.overrides[level]
            self.begun |= {(number, level)}
        else:
            counts[level] = counts[level] + 1 if level in counts else definition.starts.get(level, 1)
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        return ListItemNumber(level, None if level in definition.bullets else counts[level])


def _named_list(properties: etree._Element | None) -> tuple[str, int] | None:
    """The list and level that the properties of a paragraph or a style name."""
    numbering = None if properties is None else next(properties.iterchildren(NUMBERING), None)
    if numbering is None:
        return None
    return value(numbering, "numId") or "", _whole(value(numbering, "ilvl"))


def _list_of_style(style: str, styles: Styles) -> tuple[str, int]:
    """The list and level of the style, its own or that of a style on which it is based."""
    own = (_named_list(element.find(PARAGRAPH_PROPERTIES)) for element in styles.chain(style))
    return next(filter(None, own), ("", 0))


def _definitions(numbering: etree._Element) -> Iterator[tuple[str, ListDefinition]]:
    abstracts = {
        abstract.get(w("abstractNumId"), ""): _levels(abstract) for abstract in numbering.findall(w("abstractNum"))
    }
    for number in numbering.findall(w("num")):
        identity = value(number, "abstractNumId") or ""
        if identity in abstracts:
            changed = number.findall(w("lvlOverride"))
            overrides = {_level(level): _whole(start) for level in changed if (start := value(level, "startOverride"))}
            yield number.get(w("numId"), ""), ListDefinition(identity, *abstracts[identity], overrides)


def _levels(abstract: etree._Element) -> tuple[frozenset[int], dict[int, int]]:
    """The levels with bullets, and where each level starts."""
    levels = {_level(level): level for level in abstract.findall(w("lvl"))}
    bullets = frozenset(key for key, level in levels.items() if value(level, "numFmt") in ("bullet", "none"))
    return bullets, {key: _whole(value(level, "start") or "1") for key, level in levels.items()}


def _level(element: etree._Element) -> int:
    return _whole(element.get(w("ilvl")))


def _whole(said: str | None) -> int:
    """0 where a damaged file says something else, or more than Word counts."""
    return min(int(said), LARGEST) if said and said.isascii() and said.isdecimal() and len(said) < 10 else 0
