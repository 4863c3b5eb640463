"""Paragraphs that are only typed: lists made of characters, and empty lines for spacing."""

import re
from collections.abc import Iterator

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument, AuditedParagraph
from safecomm.audit.elements import holds
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.styles import Styles
from safecomm.ooxml.wordml import TABLE, P, w

BULLET = re.compile(r"\s*[-*•·▪◦●○■□\uf0b7]\s+\S")
NUMBER = re.compile(r"\s*(\d{1,2}[.)]|[a-zA-Z]\))\s+\S")
BLOCKS = (P, TABLE, w("sdt"))
# What a paragraph may be there for, though it shows no text.
FILLED = holds(
    ".//w:drawing | .//w:pict | .//w:object | .//w:sym | .//w:fldChar | .//w:fldSimple | .//w:ptab | .//w:br[@w:type]"
    " | .//w:footnoteReference | .//w:endnoteReference | .//w:footnoteRef | .//w:endnoteRef"
    " | .//w:separator | .//w:continuationSeparator | .//m:oMath"
    " | w:pPr/w:sectPr | w:pPr/w:rPr/w:del | .//w:delText"
)


def typed_lists(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 1.3.1, technique H48: a bullet alone tells a list, a number only together with a second one."""
    for story in document.stories:
        numbered = None
        for each in story.paragraphs:
            text = "" if _has_number(each, document.styles) else each.text
            second = numbered is not None and numbered is each.element.getprevious()
            number = NUMBER.match(text)
            if BULLET.match(text) or (number and second):
                yield story.problem("audit-list-typed", each.element)
            numbered = each.element if number else None


def _has_number(paragraph: AuditedParagraph, styles: Styles) -> bool:
    """Whether Word itself sets what stands before the text, as in a list of contents, or it is a heading's."""
    return paragraph.listed or bool(paragraph.level) or styles.names.get(paragraph.style, "").startswith("toc")


def empty_paragraphs(document: AuditedDocument) -> Iterator[Diagnostic]:
    """A screen reader says “blank” for each of them (PDF/UA-1, 7.1); a row of them is one finding."""
    for story in document.stories:
        last = None
        for each in story.paragraphs:
            if _is_spacing(each):
                if last is None or last is not each.element.getprevious():
                    yield story.problem("audit-empty-paragraph", each.element)
                last = each.element


def _is_spacing(paragraph: AuditedParagraph) -> bool:
    if paragraph.text.strip() or paragraph.level or paragraph.listed or FILLED(paragraph.element):
        return False
    return not _is_needed(paragraph.element)


def _is_needed(paragraph: etree._Element) -> bool:
    """Word wants a paragraph in each cell, header and note, behind a table that ends one, and between two tables."""
    before = next(paragraph.itersiblings(*BLOCKS, preceding=True), None)
    after = next(paragraph.itersiblings(*BLOCKS), None)
    if before is None:
        return after is None
    return before.tag == TABLE and (after is None or after.tag == TABLE)


PARAGRAPH_RULES = (typed_lists, empty_paragraphs)
