"""Places of records: where a template prints a title with `|anchor`, and the links in texts that lead there."""

from collections.abc import Set

from lxml import etree

from safecomm.ooxml.bookmarks import bookmark_name, mark
from safecomm.ooxml.wordml import ANCHOR, HYPERLINK, P, w

STYLE = w("rStyle")
KIND = "Record"
INSTRUCTION = "anchor"


def anchor_mark(target: str) -> str:
    """What stands before a printed title until its paragraph is marked; no text can hold a processing instruction."""
    return f"<?{INSTRUCTION} {target}?>"


def record_bookmark(target: str) -> str:
    """`target` names the record, as `measure:hearings`; that of a form's row is a bookmark's name itself."""
    return target if target.startswith("_") else bookmark_name(KIND, target)


def place_anchors(root: etree._Element) -> set[str]:
    """Marks the paragraph of each printed title, the first where one is printed twice, and tells the bookmarks."""
    placed: set[str] = set()
    for instruction in root.iter(etree.ProcessingInstruction):
        name = record_bookmark(instruction.text or "")
        if name not in placed:
            placed.add(name)
            mark(next(instruction.iterancestors(P)), name)
    etree.strip_elements(root, etree.ProcessingInstruction, with_tail=False)
    return placed


def drop_dead_links(root: etree._Element, placed: Set[str]) -> None:
    """Makes plain text of the links to records that have no place in this document."""
    for link in list(root.iter(HYPERLINK)):
        if link.get(ANCHOR, "").startswith(f"_{KIND}_") and link.get(ANCHOR) not in placed:
            for style in list(link.iter(STYLE)):
                properties = style.getparent()
                properties.remove(style)  # type: ignore[union-attr]
            _unwrap(link)


def _unwrap(link: etree._Element) -> None:
    parent = link.getparent()
    assert parent is not None, "a hyperlink stands in a paragraph"
    place = parent.index(link)
    parent[place : place + 1] = list(link)
