"""The comments of a Word file, each with its answers and whether it is resolved."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lxml import etree

from safecomm.ooxml.walk import paragraph_text
from safecomm.ooxml.wordml import ID, W14, P, w
from safecomm.review.reviewed_paragraph import Who, read_who

W15_NAMESPACE = "http://schemas.microsoft.com/office/word/2012/wordml"
COMMENT, PARAGRAPH_ID = w("comment"), f"{{{W14}}}paraId"
ENTRY, ENTRY_KEY, PARENT_KEY, DONE = (
    f"{{{W15_NAMESPACE}}}{name}" for name in ("commentEx", "paraId", "paraIdParent", "done")
)


class Comment(NamedTuple):
    identity: str
    who: Who
    text: str
    answers: "tuple[Comment, ...]" = ()
    resolved: bool = False


def read_comments(comments: etree._Element, extended: etree._Element) -> list[Comment]:
    """Those that answer no other, with all answers below them in order; `extended` says which answers which."""
    elements = list(comments.iter(COMMENT))
    read = {comment.identity: comment for comment in map(read_comment, elements)}
    # Some programs give ids to resolved comments only.
    owners = {key: element.get(ID, "") for element in elements for p in element.iter(P) if (key := p.get(PARAGRAPH_ID))}
    parents, resolved = {}, set()
    for entry in extended:
        identity = owners.get(entry.get(ENTRY_KEY, ""), "")
        parents[identity] = owners.get(entry.get(PARENT_KEY, ""), "")
        if entry.get(DONE) in ("1", "true"):
            resolved.add(identity)
    threads: dict[str, list[Comment]] = defaultdict(list)
    firsts = firsts_of_threads(read, parents)
    for identity, comment in read.items():
        threads[firsts[identity]].append(comment)
    return [
        read[identity]._replace(
            answers=tuple(comment for comment in thread if comment.identity != identity), resolved=identity in resolved
        )
        for identity, thread in threads.items()
    ]


def firsts_of_threads(identities: Iterable[str], parents: Mapping[str, str]) -> Mapping[str, str]:
    """What each comment answers in the end, itself where it answers none; of a circle, which no program makes, one."""
    firsts: dict[str, str] = {}
    for identity in identities:
        last, path = identity, {identity}
        while last not in firsts and (parent := parents.get(last, "")) and parent not in path:
            last = parent
            path.add(parent)
        firsts |= dict.fromkeys(path, firsts.get(last, last))
    return firsts


def read_comment(element: etree._Element) -> Comment:
    text = "\n".join(map(paragraph_text, element.iter(P))).strip()
    return Comment(element.get(ID, ""), read_who(element), text)
