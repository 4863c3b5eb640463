"""What a template engine left behind."""

import re
from collections.abc import Iterator

from safecomm.audit.audited_document import AuditedDocument
from safecomm.audit.properties import core
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.walk import BOUNDARY
from safecomm.ooxml.wordml import w

OPENING = re.compile(r"\{[{%#]")
# Within a tag none begins: were it not so, a text of opening braces would take the square of its length.
INSIDE = r"(?:(?!\{[{%#]).)*?"
TAG = re.compile(rf"\{{(?:\{{{INSIDE}\}}|%{INSIDE}%|#{INSIDE}#)\}}", re.DOTALL)


def leftover_tags(document: AuditedDocument) -> Iterator[Diagnostic]:
    """Jinja's tags, save those that stand in an allowed text."""
    for story in document.stories:
        texts = [(each.element, each.text) for each in story.paragraphs]
        texts += [(each, each.text or "") for each in story.root.iter(w("instrText"))]
        for element, text in texts:
            for tag in _tags(text, document):
                yield story.problem("audit-tag", element, tag=tag)
    for tag in _tags(core(document, "title"), document):
        yield document.body.problem("audit-tag", document.body.root, tag=tag)


def _tags(text: str, document: AuditedDocument) -> Iterator[str]:
    if OPENING.search(text):
        for each in sorted(filter(OPENING.search, document.allowed), key=len, reverse=True):
            text = text.replace(each, BOUNDARY)
        yield from (match[0] for match in TAG.finditer(text))


TAG_RULES = (leftover_tags,)
