"""Identities that only one thing may have: drawings, content controls, notes."""

from collections.abc import Iterator

from safecomm.audit.audited_document import AuditedDocument
from safecomm.audit.elements import duplicates
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.wordml import DRAWING_PROPERTIES, VAL, w


def drawings(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 20.4.2.5 docPr: within one part, for Word itself counts each part anew."""
    for story in document.stories:
        for element in duplicates(story.root.iter(DRAWING_PROPERTIES), "id"):
            yield story.problem("audit-drawing-id", element, id=element.get("id", ""))


def content_controls(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 17.5.2.18 id: within the whole document."""
    stories = {each.root: each for each in document.stories}
    found = (each for root in stories for each in root.iterfind(f".//{w('sdtPr/id')}"))
    for element in duplicates(found, VAL):
        story = stories[element.getroottree().getroot()]
        yield story.problem("audit-control-id", element, id=element.get(VAL, ""))


def notes(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 17.11.2 and 17.11.10."""
    for story in document.stories:
        for kind in (w("footnote"), w("endnote")):
            for element in duplicates(story.root.iterchildren(kind), w("id")):
                yield story.problem("audit-note-id", element, id=element.get(w("id"), ""))


IDENTITY_RULES = (drawings, content_controls, notes)
