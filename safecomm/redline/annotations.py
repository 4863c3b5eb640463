"""What stands in a document beside its content: marks of changes, places of comments; each has an id of its own."""

from collections.abc import Iterable

from lxml import etree

from safecomm.ooxml.bookmarks import END, START
from safecomm.ooxml.free_names import free_ids
from safecomm.ooxml.package import Package
from safecomm.ooxml.revisions import CELL_KINDS, DELETED, INSERTED, KINDS
from safecomm.ooxml.wordml import ID, take_out, w
from safecomm.redline.stories import story_parts

EARLIER_FORMS = tuple(
    w(f"{properties}Change")
    for properties in ("pPr", "rPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid", "numbering")
)
"""Marks that hold the properties as they were."""
WRITTEN = INSERTED, DELETED, w("pPrChange")
"""The marks that a redline of ours consists of."""
CHANGES = (*KINDS, *CELL_KINDS, w("cellMerge"), *EARLIER_FORMS)
RANGES = tuple(
    w(f"{kind}Range{end}")
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
"""Where a move, or the change of a wrapper, begins and ends."""
COMMENT_PLACES = tuple(map(w, ("commentRangeStart", "commentRangeEnd")))
PERMISSIONS = tuple(map(w, ("permStart", "permEnd")))
PLACES = START, END, *COMMENT_PLACES, *PERMISSIONS
"""What stands between the words without being one: no change can track it."""
COMMENT_CALL, COMMENT_MARK = w("commentReference"), w("annotationRef")


def number_marks(roots: Iterable[etree._Element]) -> None:
    """Gives every change an id that no other annotation of the document has."""
    roots = list(roots)
    taken = {element.get(ID) for root in roots for element in root.iter(*PLACES, COMMENT_CALL)}
    free = free_ids(taken)
    for root in roots:
        for mark in root.iter(*WRITTEN):
            mark.set(ID, next(free))


def is_marked(root: etree._Element) -> bool:
    """Whether it has a tracked change."""
    return next(root.iter(*CHANGES, *RANGES), None) is not None


def drop_comment_places(root: etree._Element) -> None:
    """Takes out where the comments of a document are anchored, whose comments are not taken over."""
    for call in list(root.iter(COMMENT_CALL)):
        take_out(call)
    etree.strip_elements(root, *COMMENT_PLACES, *PERMISSIONS, with_tail=False)


def calls_comment(run: etree._Element) -> bool:
    """Whether it is the run in which Word keeps the number of a comment."""
    return next(run.iterchildren(COMMENT_CALL), None) is not None


def count_changes(package: Package) -> int:
    """How many changes are tracked in it."""
    return sum(1 for part in story_parts(package) for _ in package.root(part).iter(*CHANGES))
