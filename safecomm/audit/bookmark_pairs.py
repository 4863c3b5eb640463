"""Bookmarks: each has a beginning, an end, and a name and id of its own (ISO/IEC 29500-1, 17.13.6)."""

from collections.abc import Iterator

from safecomm.audit.audited_document import AuditedDocument
from safecomm.audit.elements import duplicates
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.bookmarks import END, ID, NAME, START


def unclosed_bookmarks(document: AuditedDocument) -> Iterator[Diagnostic]:
    for story in document.stories:
        starts, ends = (list(story.root.iter(tag)) for tag in (START, END))
        for these, others in ((starts, ends), (ends, starts)):
            ids = {other.get(ID) for other in others}
            for half in these:
                if half.get(ID) not in ids:
                    yield story.problem("audit-bookmark-open", half, bookmark=half.get(NAME, half.get(ID, "")))


def duplicate_ids(document: AuditedDocument) -> Iterator[Diagnostic]:
    """Within one part: the end names the beginning by it."""
    for story in document.stories:
        for bookmark in duplicates(story.root.iter(START), ID):
            yield story.problem("audit-bookmark-id", bookmark, bookmark=bookmark.get(NAME, ""))


def duplicate_names(document: AuditedDocument) -> Iterator[Diagnostic]:
    """Within the document, without regard to capitals: Word drops the second, and links lead to the first."""
    seen: set[str] = set()
    for story, bookmark in document.elements(START):
        name = bookmark.get(NAME, "")
        if name.lower() in seen:
            yield story.problem("audit-bookmark-name", bookmark, bookmark=name)
        seen.add(name.lower())


BOOKMARK_RULES = (unclosed_bookmarks, duplicate_ids, duplicate_names)
