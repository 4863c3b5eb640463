"""A document as the content makes it now: the Word file, the page that shows it, and what is wrong with it."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from safecomm.build import concerns, render_document
from safecomm.catalogue import Document, templates
from safecomm.content.content import Content
from safecomm.desk.desk import Desk, DeskState
from safecomm.desk.findings import findings_of
from safecomm.diagnostic import ContentError, Diagnostic, Severity
from safecomm.preview.page_tree import WordPage
from safecomm.preview.word_page import PageMemory, read_page
from safecomm.rules.all_rules import document_gaps
from safecomm.rules.rule_finding import Finding
from safecomm.word.document import RenderedPackage
from safecomm.word.view_texts import facts_in


class MadeDocument(NamedTuple):
    """`facts` say of which field of a record each of its short texts comes; `time` is when it was made."""

    document: Document
    content: Content
    package: RenderedPackage
    facts: Mapping[str, Mapping[str, str]]
    page: WordPage
    time: datetime


class LastMade(dict[str, MadeDocument]):
    """The documents as they could last be made, by their stems."""


class ShownDocument(NamedTuple):
    """The document as it could last be made; `faults` are why it cannot be made now."""

    made: MadeDocument
    faults: tuple[Diagnostic, ...]


def show_document(desk: Desk, document: Document) -> ShownDocument:
    """Raises ContentError where it could not be made since the desk began."""
    state, last = desk.state(), desk.kept(LastMade)
    try:
        made = state.remembered(("document", document.stem), lambda: make_document(desk, state, document))
    except ContentError as fault:
        if document.stem not in last:
            raise
        return ShownDocument(last[document.stem], tuple(fault.diagnostics))
    last[document.stem] = made
    return ShownDocument(made, ())


def make_document(desk: Desk, state: DeskState, document: Document) -> MadeDocument:
    content = state.require_content()
    package, seen = render_document(content, document, templates(desk.project), state.files, final=False)
    return MadeDocument(
        document, content, package, facts_in(seen), read_page(package, desk.kept(PageMemory)), datetime.now()
    )


def gaps_of(desk: Desk, made: MadeDocument) -> list[Finding]:
    """What a reader of the document misses."""
    document = made.document
    gaps = [*findings_of(desk), *document_gaps(made.content, desk.language, {document.name})]
    return [gap for gap in gaps if gap.diagnostic.severity is Severity.WARNING and concerns(gap, document)]
