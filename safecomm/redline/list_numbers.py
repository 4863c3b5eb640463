"""Lists in both documents: one that goes on in the new document has its number there, the others one of their own."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.numbering import LARGEST
from safecomm.ooxml.wordml import VAL, value, w
from safecomm.redline.plan import BlockMatch, kept_paragraphs
from safecomm.redline.tokens import canonical

NUMBER, DEFINITION = w("num"), w("abstractNum")
NUMBER_ID, DEFINITION_ID = w("numId"), w("abstractNumId")


class ListFormat(NamedTuple):
    """How a list counts and looks, and what is special to this list; equal in lists that look the same."""

    levels: bytes
    overrides: tuple[bytes, ...]


def definitions(numbering: etree._Element) -> dict[str, ListFormat]:
    """Every list's definition by the list's number."""
    levels = {definition.get(DEFINITION_ID): _levels(definition) for definition in numbering.iterchildren(DEFINITION)}
    formats = {}
    for number in numbering.iterchildren(NUMBER):
        overrides = tuple(map(canonical, number.iterchildren(w("lvlOverride"))))
        formats[number.get(NUMBER_ID, "")] = ListFormat(levels.get(value(number, "abstractNumId"), b""), overrides)
    return formats


def _levels(definition: etree._Element) -> bytes:
    return b"".join(map(canonical, definition.iterchildren(w("lvl"))))


def unify(
    pairs: Iterable[BlockMatch], old: Iterable[etree._Element], numbering: etree._Element, new: etree._Element
) -> None:
    """Gives the lists in the `old` stories the numbers of their new forms, or numbers of their own in `new`."""
    before = definitions(numbering)
    numbers = _same_lists(pairs, before, definitions(new))
    for used in (used for root in old for used in root.iter(NUMBER_ID)):
        number = used.get(VAL, "")
        if number not in numbers and number in before:
            numbers[number] = _add(number, numbering, new)
        used.set(VAL, numbers.get(number, number))


def _same_lists(
    pairs: Iterable[BlockMatch], old: Mapping[str, ListFormat], new: Mapping[str, ListFormat]
) -> dict[str, str]:
    """The numbers that a list has in both documents; it goes on where the first of its items does."""
    same: dict[str, str] = {}
    for paragraph, form in kept_paragraphs(pairs):
        number, goes_on = (value(element, "pPr/numPr/numId") or "" for element in (paragraph, form))
        alike = number in old and old[number] == new.get(goes_on)
        if alike and number not in same and goes_on not in same.values():
            same[number] = goes_on
    return same


def _add(number: str, old: etree._Element, new: etree._Element) -> str:
    """The number in the new document of a list that only the old one has."""
    taken = {other.get(NUMBER_ID) for other in new.iterchildren(NUMBER)}
    following = ((int(number) + step) % LARGEST + 1 for step in range(-1, LARGEST))
    free = next(free for free in map(str, following) if free not in taken)
    added = deepcopy(next(other for other in old.iterchildren(NUMBER) if other.get(NUMBER_ID) == number))
    added.set(NUMBER_ID, free)
    for reference in added.iterchildren(DEFINITION_ID):
        reference.set(VAL, _definition_in_new(reference.get(VAL, ""), old, new))
    list(new.iterchildren(NUMBER, DEFINITION))[-1].addnext(added)
    return free


def _definition_in_new(identity: str, old: etree._Element, new: etree._Element) -> str:
    """The id in the new document of the definition that has this one in the old."""
    known = {_levels(other): other.get(DEFINITION_ID, "") for other in new.iterchildren(DEFINITION)}
    definition = next(other for other in old.iterchildren(DEFINITION) if other.get(DEFINITION_ID) == identity)
    if (levels := _levels(definition)) in known:
        return known[levels]
    added = deepcopy(definition)
    # By this Word would take the two for one.
    etree.strip_elements(added, w("nsid"))
    free = str(max(map(int, known.values()), default=0) + 1)
    added.set(DEFINITION_ID, free)
    new.insert(0, added)
    return free
