"""Questions to elements that several rules ask."""

from collections.abc import Callable, Iterator
from typing import cast

from lxml import etree

from safecomm.ooxml.wordml import CHART, MATH, PICTURE, PLACED, RELATIONSHIP, WORDML

NAMESPACES = {
    "w": WORDML,
    "r": RELATIONSHIP,
    "wp": PLACED,
    "pic": PICTURE,
    "c": CHART,
    "m": MATH,
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}


def selects(path: str) -> Callable[[etree._Element], list[etree._Element]]:
    """The elements at an XPath."""
    return cast("Callable[[etree._Element], list[etree._Element]]", etree.XPath(path, namespaces=NAMESPACES))


def holds(condition: str) -> Callable[[etree._Element], bool]:
    """Whether an XPath finds something or is true."""
    return cast("Callable[[etree._Element], bool]", etree.XPath(f"boolean({condition})", namespaces=NAMESPACES))


def duplicates(elements: Iterator[etree._Element], attribute: str) -> Iterator[etree._Element]:
    """Those whose attribute has the value of an earlier one."""
    seen: set[str] = set()
    for element in elements:
        if (key := element.get(attribute, "")) in seen:
            yield element
        seen.add(key)
