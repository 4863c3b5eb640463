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


class ListCounter:
    """Counts the items of all lists, in the order in which they are asked for."""

    def __init__(self, numbering: etree._Element, styles: Styles) -> None:
        self.definitions = dict(_definitions(numbering))
        self.styled = {style: _styled(style, styles) for style in styles.elements}
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()

    def item(self, properties: etree._Element | None, style: str) -> ListItemNumber | None:
        """The place in its list of a paragraph with these properties; None when it stands in none."""
        number, level = _numbered(properties) or self.styled.get(style, ("", 0))
        if (definition := self.definitions.get(number)) is None:
            return None
        counts = self.counts.setdefault(definition.abstract, {})
        if level in definition.overrides and (number, level) not in self.begun:
            counts[level] = definition.overrides[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else definition.starts.get(level, 1)
        self.begun.add((number, level))
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return ListItemNumber(level, None if level in definition.bullets else counts[level])


def _numbered(properties: etree._Element | None) -> tuple[str, int] | None:
    """The list and level that the properties of a paragraph or a style name."""
    if properties is None or (numbering := properties.find(NUMBERING)) is None:
        return None
    return value(numbering, "numId") or "", int(value(numbering, "ilvl") or 0)


def _styled(style: str, styles: Styles) -> tuple[str, int]:
    """The list and level of the style, its own or that of a style on which it is based."""
    found = (_numbered(element.find(PARAGRAPH_PROPERTIES)) for element in styles.chain(style))
    return next(filter(None, found), ("", 0))


def _definitions(numbering: etree._Element) -> Iterator[tuple[str, ListDefinition]]:
    abstracts = {each.get(w("abstractNumId"), ""): _levels(each) for each in numbering.findall(w("abstractNum"))}
    for number in numbering.findall(w("num")):
        identity = value(number, "abstractNumId") or ""
        if identity in abstracts:
            changed = ((_level(each), value(each, "startOverride")) for each in number.findall(w("lvlOverride")))
            overrides = {level: int(start) for level, start in changed if start}
            yield number.get(w("numId"), ""), ListDefinition(identity, *abstracts[identity], overrides)


def _levels(abstract: etree._Element) -> tuple[frozenset[int], dict[int, int]]:
    """The levels with bullets, and where each level starts."""
    levels = {_level(level): level for level in abstract.findall(w("lvl"))}
    bullets = frozenset(key for key, level in levels.items() if value(level, "numFmt") in ("bullet", "none"))
    return bullets, {key: int(value(level, "start") or 1) for key, level in levels.items()}


def _level(element: etree._Element) -> int:
    return int(element.get(w("ilvl"), "0"))
