"""Whether all that a part leads to is in the package (ISO/IEC 29500-2, 6.5)."""

from collections.abc import Iterator

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument, AuditedStory
from safecomm.audit.elements import selects
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.wordml import RELATIONSHIP, w

USERS = selects("//*[@r:*]")
ID = f"{{{RELATIONSHIP}}}"


def used(story: AuditedStory) -> Iterator[tuple[etree._Element, str]]:
    """Every id of a relationship, with the element that names it; an empty one is none."""
    for element in USERS(story.root):
        for name, identity in element.items():
            if str(name).startswith(ID) and identity:
                yield element, str(identity)


def missing_relationships(document: AuditedDocument) -> Iterator[Diagnostic]:
    """Word calls a document with such an id unreadable."""
    for story in document.stories:
        for element, identity in used(story):
            if identity not in story.relationships:
                yield story.problem("audit-relationship", element, id=identity)


def missing_parts(document: AuditedDocument) -> Iterator[Diagnostic]:
    """Word shows a red cross in the place of such a picture."""
    for story in document.stories:
        leads = {story.relationships[each]: by for by, each in used(story) if each in story.relationships}
        for relationship, element in leads.items():
            if not relationship.external and relationship.target not in document.package.names:
                yield story.problem("audit-part", element, target=relationship.target)


def missing_notes(document: AuditedDocument) -> Iterator[Diagnostic]:
    """ISO/IEC 29500-1, 17.11: a reference names a note by its id."""
    for kind in ("footnote", "endnote"):
        notes = {each.get(w("id")) for each in document.part(f"{kind}s").iter(w(kind))}
        for reference in document.body.root.iter(w(f"{kind}Reference")):
            if reference.get(w("id")) not in notes:
                yield document.body.problem("audit-note", reference, id=reference.get(w("id"), ""))


REFERENCE_RULES = (missing_relationships, missing_parts, missing_notes)
