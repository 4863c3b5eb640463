"""A form as a Word file, made from its template like any document, but no draft: nobody reviews it."""

from safecomm.audit.audit import audit_package
from safecomm.catalogue import DocumentKind, phrases_file, template_file, templates
from safecomm.content.content import Content, Language
from safecomm.diagnostic import ContentError
from safecomm.documents.edition import Edition
from safecomm.drafts.kept import DOCUMENT
from safecomm.word.document import render
from safecomm.word.own_parts import Properties
from safecomm.word.template import read_template

View = tuple[object, ...]
AS_WRITTEN = "audit-list-typed"
"""A form shows texts as they are written in content/, where a list is typed."""


def form_file(content: Content, kind: DocumentKind, language: Language, view: View, part: str = "") -> bytes:
    """In the language; the file says which form it is. Raises ContentError for a fault of the template."""
    folder = templates(content.project)
    template = read_template(template_file(folder, kind.name), phrases_file(folder, language))
    edition = Edition(content, language)
    origin = {DOCUMENT: ".".join(filter(None, (kind.name, part, language)))}
    community = edition.records.community.name
    properties = Properties(kind.title, community, language, origin, edition.community_words())
    package = render(template, view, properties, None)
    found = audit_package(package, template.name, package.printed)
    if faults := [fault for fault in found if fault.code != AS_WRITTEN]:
        raise ContentError(faults)
    return package.data
