"""Identities: each is given once, and whatever names one finds it."""

from collections.abc import Iterable, Iterator

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument
from safecomm.audit.audited_story import CONTROL
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.bookmarks import END, NAME, START
from safecomm.ooxml.wordml import DRAWING_PROPERTIES, ENDNOTE_CALL, FOOTNOTE_CALL, ID, VAL, w


def missing_relationships(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-2, 6.5: Word calls a document unreadable that names a relationship which is not there."""
    for story in document.stories:
        for element, identity in story.used_relationships:
            if identity not in story.relationships:
                yield story.problem("audit-relationship", element, id=identity)


def missing_parts(document: AuditedDocument) -> Iterator[Diagnostic]:
    """Word shows a red cross in the place of such a picture."""
    for story in document.stories:
        leads = {story.relationships[id_]: by for by, id_ in story.used_relationships if id_ in story.relationships}
        for relationship, element in leads.items():
            if not relationship.external and relationship.target not in document.package.names:
                yield story.problem("audit-part", element, target=relationship.target)


def missing_notes(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 17.11: a reference names a note by its id."""
    for kind, call in (("footnote", FOOTNOTE_CALL), ("endnote", ENDNOTE_CALL)):
        notes = {note.get(ID) for note in document.package.related_root(f"{kind}s").iter(w(kind))}
        for reference in document.body.elements(call):
            if reference.get(ID) not in notes:
                yield document.body.problem("audit-note", reference, id=reference.get(ID, ""))


def duplicate_drawings(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 20.4.2.5 docPr: within one part, for Word itself counts each part anew."""
    for story in document.stories:
        for element in duplicates(story.elements(DRAWING_PROPERTIES), "id"):
            yield story.problem("audit-drawing-id", element, id=element.get("id", ""))


def duplicate_controls(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 17.5.2.18 id: within the whole document."""
    stories = {id_: story for story, control in document.elements(CONTROL) for id_ in control.iterchildren(ID)}
    for element in duplicates(stories, VAL):
        yield stories[element].problem("audit-control-id", element, id=element.get(VAL, ""))


def duplicate_notes(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 17.11.2 and 17.11.10."""
    for story in document.stories:
        for kind in (w("footnote"), w("endnote")):
            for element in duplicates(story.root.iterchildren(kind), ID):
                yield story.problem("audit-note-id", element, id=element.get(ID, ""))


def duplicates(elements: Iterable[etree._Element], attribute: str) -> Iterator[etree._Element]:
    """Those whose attribute has the value of an earlier one."""
    seen: set[str] = set()
    for element in elements:
        if (key := element.get(attribute, "")) in seen:
            yield element
        seen.add(key)


def unclosed_bookmarks(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 17.13.6: each has a beginning, an end, and a name and id of its own."""
    for story in document.stories:
        starts, ends = story.elements(START), story.elements(END)
        start_ids, end_ids = ({half.get(ID) for half in halves} for halves in (starts, ends))
        for halves, single_ids in ((starts, start_ids - end_ids), (ends, end_ids - start_ids)):
            for half in halves if single_ids else ():
                if half.get(ID) in single_ids:
                    yield story.problem("audit-bookmark-open", half, bookmark=half.get(NAME, half.get(ID, "")))


def duplicate_bookmark_ids(document: AuditedDocument) -> Iterator[Diagnostic]:
    """Within one part: the end names the beginning by it."""
    for story in document.stories:
        for bookmark in duplicates(story.elements(START), ID):
            yield story.problem("audit-bookmark-id", bookmark, bookmark=bookmark.get(NAME, ""))


def duplicate_bookmark_names(document: AuditedDocument) -> Iterator[Diagnostic]:
    """Within the document, without regard to capitals: Word drops the second, and links lead to the first."""
    seen: set[str] = set()
    for story, bookmark in document.elements(START):
        name = bookmark.get(NAME, "")
        if name.lower() in seen:
            yield story.problem("audit-bookmark-name", bookmark, bookmark=name)
        seen.add(name.lower())
