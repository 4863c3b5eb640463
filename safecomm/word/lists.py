"""Lists: every numbered list counts by itself, and an inserted list does not change the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from zlib import crc32

from lxml import etree

from safecomm.ooxml.numbering import LARGEST
from safecomm.ooxml.wordml import value, w
from safecomm.word.tag_filters import TagError

DEEPEST = 8


class ListKind(NamedTuple):
    """One kind of list in the template: its definition, a list that uses it, and the indent of each level."""

    definition: str
    number: str
    indents: tuple[str, ...]


def list_kinds(numbering: etree._Element, styles: Mapping[str, str]) -> dict[str, ListKind]:
    """The kinds for ListBullet and ListNumber, each the first definition with a level of that style and a list."""
    lists = reversed(numbering.findall(w("num")))
    numbers = {value(number, "abstractNumId"): number.get(w("numId"), "") for number in lists}
    kinds: dict[str, ListKind] = {}
    for definition in numbering.findall(w("abstractNum")):
        for style in ("ListBullet", "ListNumber"):
            identity = definition.get(w("abstractNumId"), "")
            if style not in kinds and identity in numbers and styles.get(style, "") in _level_styles(definition):
                kinds[style] = ListKind(identity, numbers[identity], _indents(definition))
    return kinds


def _level_styles(definition: etree._Element) -> Iterator[str]:
    return (style for level in definition.iter(w("lvl")) if (style := value(level, "pStyle")))


def _indents(definition: etree._Element) -> tuple[str, ...]:
    indents = (level.find(w("pPr/ind")) for level in definition.findall(w("lvl")))
    return tuple("0" if indent is None else indent.get(w("left"), indent.get(w("start"), "0")) for indent in indents)


@dataclass
class Numbering:
    """Gives out the numbers of the lists in one document."""

    kinds: Mapping[str, ListKind]
    taken: set[int]
    added: list[str] = field(default_factory=list)

    def bullets(self) -> str:
        return self.kinds["ListBullet"].number

    def ordered(self, place: str, level: int, start: int) -> str:
        """A new list, numbered after its place: a counter would renumber all lists behind an inserted one."""
        if len(self.taken) >= LARGEST:
            raise TagError("too-many-lists", most=str(LARGEST))
        number = crc32(place.encode()) % LARGEST + 1
        while number in self.taken:
            number = number % LARGEST + 1
        self.taken.add(number)
        self.added.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self.kinds["ListNumber"].definition}"/>'
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
        return str(number)

    def indent(self, style: str, level: int) -> str:
        """Where the text of this level begins, in twentieths of a point."""
        indents = self.kinds[style].indents
        return indents[min(level, len(indents) - 1)]

    def add_to(self, numbering: bytes) -> bytes:
        """The template's numbering part with the new lists, which must follow its own."""
        head, end, tail = numbering.rpartition(b"</w:num>")
        return head + end + "".join(self.added).encode() + tail
