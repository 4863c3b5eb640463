"""The comments of a Word file, each with its answers and whether it is resolved."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.bookmarks import ID
from safecomm.ooxml.walk import paragraph_text
from safecomm.ooxml.wordml import W14, P, w
from safecomm.review.paragraphs import Who, read_who

W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
COMMENT, PARAGRAPH_ID = w("comment"), f"{{{W14}}}paraId"


class Comment(NamedTuple):
    identity: str
    who: Who
    text: str
    answers: "tuple[Comment, ...]" = ()
    resolved: bool = False


def read_comments(comments: etree._Element, extended: etree._Element) -> list[Comment]:
    """Those that answer no other, with their answers in order; `extended` says which answers which."""
    found, keys = {}, {}
    for element in comments.iter(COMMENT):
        comment = _read(element)
        found[comment.identity] = comment
        for paragraph in element.iter(P):
            keys[paragraph.get(PARAGRAPH_ID, "")] = comment.identity
    parents, resolved = {}, set()
    for each in extended:
        identity = keys.get(each.get(f"{W15}paraId", ""), "")
        parents[identity] = keys.get(each.get(f"{W15}paraIdParent", ""), "")
        if each.get(f"{W15}done") in ("1", "true"):
            resolved.add(identity)
    answers = {identity: list(_answers(identity, parents, found)) for identity in found}
    return [
        each._replace(answers=tuple(answers[identity]), resolved=identity in resolved)
        for identity, each in found.items()
        if parents.get(identity, "") not in found.keys() - {identity}
    ]


def _answers(identity: str, parents: Mapping[str, str], found: Mapping[str, Comment]) -> Iterator[Comment]:
    return (found[each] for each, parent in parents.items() if parent == identity != each and each in found)


def _read(element: etree._Element) -> Comment:
    text = "\n".join(paragraph_text(each) for each in element.iter(P)).strip()
    return Comment(element.get(ID, ""), read_who(element), text)
