"""The comments of a Word file, each with its answers and whether it is resolved."""

from collections import defaultdict
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.walk import paragraph_text
from safecomm.ooxml.wordml import ID, W14, P, w
from safecomm.review.reviewed_paragraph import Who, read_who

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
    elements = list(comments.iter(COMMENT))
    read = {comment.identity: comment for comment in map(read_comment, elements)}
    owners = {p.get(PARAGRAPH_ID, ""): element.get(ID, "") for element in elements for p in element.iter(P)}
    parents, resolved = {}, set()
    for entry in extended:
        identity = owners.get(entry.get(f"{W15}paraId", ""), "")
        parents[identity] = owners.get(entry.get(f"{W15}paraIdParent", ""), "")
        if entry.get(f"{W15}done") in ("1", "true"):
            resolved.add(identity)
    answers: dict[str, list[Comment]] = defaultdict(list)
    for identity, parent in parents.items():
        if identity in read and identity != parent:
            answers[parent].append(read[identity])
    return [
        comment._replace(answers=tuple(answers[identity]), resolved=identity in resolved)
        for identity, comment in read.items()
        if parents.get(identity, "") not in read.keys() - {identity}
    ]


def read_comment(element: etree._Element) -> Comment:
    text = "\n".join(map(paragraph_text, element.iter(P))).strip()
    return Comment(element.get(ID, ""), read_who(element), text)
