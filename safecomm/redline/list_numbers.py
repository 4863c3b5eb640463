"""Lists in both documents: one that goes on in the new document has its number there, the others one of their own."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.numbering import LARGEST
from safecomm.ooxml.wordml import VAL, value, w
from safecomm.redline.plan import BlockMatch, kept

NUMBER, DEFINITION = w("num"), w("abstractNum")
NUMBER_ID, DEFINITION_ID = w("numId"), w("abstractNumId")


class ListLook(NamedTuple):
    """How a list counts and looks, and what is special to this list; equal in lists that look the same."""

    levels: bytes
    overrides: tuple[bytes, ...]


def definitions(numbering: etree._Element) -> dict[str, ListLook]:
    """Every list's definition by the list's number."""
    levels = {each.get(DEFINITION_ID): _levels(each) for each in numbering.iterchildren(DEFINITION)}
    return {
        each.get(NUMBER_ID, ""): ListLook(
            levels.get(value(each, "abstractNumId"), b""), tuple(map(_canonical, each.iterchildren(w("lvlOverride"))))
        )
        for each in numbering.iterchildren(NUMBER)
    }


def _levels(definition: etree._Element) -> bytes:
    return b"".join(map(_canonical, definition.iterchildren(w("lvl"))))


def _canonical(element: etree._Element) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True, with_tail=False)


def unify(
    pairs: Iterable[BlockMatch], old: Iterable[etree._Element], numbering: etree._Element, new: etree._Element
) -> None:
    """Gives the lists in the `old` stories the numbers of their new forms, or numbers of their own in `new`."""
    before = definitions(numbering)
    numbers = _same_lists(pairs, before, definitions(new))
    for each in (used for root in old for used in root.iter(NUMBER_ID)):
        number = each.get(VAL, "")
        if number not in numbers and number in before:
            numbers[number] = _added(number, numbering, new)
        each.set(VAL, numbers.get(number, number))


def _same_lists(
    pairs: Iterable[BlockMatch], old: Mapping[str, ListLook], new: Mapping[str, ListLook]
) -> dict[str, str]:
    """The numbers that a list has in both documents; it goes on where the first of its items does."""
    found: dict[str, str] = {}
    for paragraph, form in kept(pairs):
        number, goes_on = (value(each, "pPr/numPr/numId") or "" for each in (paragraph, form))
        alike = number in old and old[number] == new.get(goes_on)
        if alike and number not in found and goes_on not in found.values():
            found[number] = goes_on
    return found


def _added(number: str, old: etree._Element, new: etree._Element) -> str:
    """The number in the new document of a list that only the old one has."""
    taken = {each.get(NUMBER_ID) for each in new.iterchildren(NUMBER)}
    following = ((int(number) + step) % LARGEST + 1 for step in range(-1, LARGEST))
    free = next(str(each) for each in following if str(each) not in taken)
    added = deepcopy(next(each for each in old.iterchildren(NUMBER) if each.get(NUMBER_ID) == number))
    added.set(NUMBER_ID, free)
    for reference in added.iterchildren(DEFINITION_ID):
        reference.set(VAL, _defined(reference.get(VAL, ""), old, new))
    list(new.iterchildren(NUMBER, DEFINITION))[-1].addnext(added)
    return free


def _defined(identity: str, old: etree._Element, new: etree._Element) -> str:
    """The id in the new document of the definition that has this one in the old."""
    known = {_levels(each): each.get(DEFINITION_ID, "") for each in new.iterchildren(DEFINITION)}
    definition = next(each for each in old.iterchildren(DEFINITION) if each.get(DEFINITION_ID) == identity)
    if (levels := _levels(definition)) in known:
        return known[levels]
    added = deepcopy(definition)
    # By this Word would take the two for one.
    etree.strip_elements(added, w("nsid"))
    free = str(max(map(int, known.values()), default=0) + 1)
    added.set(DEFINITION_ID, free)
    new.insert(0, added)
    return free
