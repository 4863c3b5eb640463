"""An equation in one line, as one would type it: `(a+b)/c`, `x^2`, `√(y)` (ISO/IEC 29500-1, 22.1)."""

from collections.abc import Callable

from lxml import etree

from safecomm.ooxml.revisions import REMOVED
from safecomm.ooxml.wordml import MATH


def m(name: str) -> str:
    return f"{{{MATH}}}{name}"


MATH_TEXT = m("t")


def linear(element: etree._Element) -> str:
    if element.tag == MATH_TEXT:
        return element.text or ""
    shape = SHAPES.get(element.tag)
    return shape(element) if shape else "".join(linear(child) for child in element if child.tag not in REMOVED)


def part(element: etree._Element, name: str) -> str:
    found = element.find(m(name))
    return "" if found is None else linear(found)


def grouped(text: str) -> str:
    """In brackets, unless it is one word or number."""
    return text if text.isalnum() or len(text) < 2 else f"({text})"


def scripts(element: etree._Element, base: str) -> str:
    """With what stands below and above it."""
    limit = "sup" if element.tag == m("limUpp") else "sub"
    for name, mark in (("sub", "_"), ("sup", "^")):
        if script := part(element, name) or (part(element, "lim") if name == limit else ""):
            base += f"{mark}{grouped(script)}"
    return base


def symbol(element: etree._Element, name: str, usual: str) -> str:
    """The character that its properties name, `usual` where they name none."""
    found = element.find(f"*/{m(name)}")
    return usual if found is None else found.get(m("val"), "")


def fraction(element: etree._Element) -> str:
    return f"{grouped(part(element, 'num'))}/{grouped(part(element, 'den'))}"


def root(element: etree._Element) -> str:
    return f"{part(element, 'deg')}√({part(element, 'e')})"


def sum_over(element: etree._Element) -> str:
    return f"{scripts(element, symbol(element, 'chr', '∫'))} {part(element, 'e')}"


def brackets(element: etree._Element) -> str:
    inside = symbol(element, "sepChr", "|").join(map(linear, element.iterchildren(m("e"))))
    return f"{symbol(element, 'begChr', '(')}{inside}{symbol(element, 'endChr', ')')}"


def rows(element: etree._Element) -> str:
    """Those of a matrix, or equations below each other."""
    lines = element.iterchildren(m("mr"), m("e"))
    return "; ".join(", ".join(map(linear, line.iterchildren(m("e")))) or linear(line) for line in lines)


def function(element: etree._Element) -> str:
    return f"{part(element, 'fName')} {part(element, 'e')}"


def scripted(element: etree._Element) -> str:
    return scripts(element, grouped(part(element, "e")))


def accented(element: etree._Element) -> str:
    return part(element, "e") + symbol(element, "chr", "\u0302")


SHAPES: dict[str, Callable[[etree._Element], str]] = {
    m("f"): fraction,
    m("rad"): root,
    m("nary"): sum_over,
    m("d"): brackets,
    m("m"): rows,
    m("eqArr"): rows,
    m("func"): function,
    m("acc"): accented,
    **dict.fromkeys(map(m, ("sSub", "sSup", "sSubSup", "sPre", "limLow", "limUpp")), scripted),
}
