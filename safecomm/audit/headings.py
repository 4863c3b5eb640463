"""Headings: there, with a text, in steps, and not only made bold."""

import re
from collections.abc import Iterator

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument, AuditedParagraph
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.revisions import mark_change
from safecomm.ooxml.styles import Styles
from safecomm.ooxml.wordml import CELL, R, T, is_on, value

# Styles for what is marked out but is no heading.
MARKED_OUT = re.compile(r"title|subtitle|caption|quote|intensequote|toc.*|signature|date|salutation")
SENTENCE_END = tuple(".,:;!?…")
LONGEST = 100


def no_headings(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 1.3.1 Info and Relationships; PDF/UA-1, 7.4."""
    if not any(each.level for each in document.body.paragraphs):
        yield document.problem("audit-no-headings")


def empty_headings(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 2.4.6 Headings and Labels."""
    for each in document.body.paragraphs:
        if each.level and not each.text.strip() and mark_change(each.element).stands:
            yield document.body.problem("audit-heading-empty", each.element)


def jumps(document: AuditedDocument) -> Iterator[Diagnostic]:
    """PDF/UA-1, 7.4.2: the first is of level 1, and none skips a level on the way down."""
    above = 0
    for each in document.body.paragraphs:
        if each.level and each.text.strip():
            if each.level > above + 1:
                yield document.body.problem(
                    "audit-heading-jump", each.element, level=str(each.level), wanted=str(above + 1)
                )
            above = each.level


def bold_headings(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG failure F2: text that is only made to look like a heading."""
    for each in document.body.paragraphs:
        if _may_be_heading(each, document.styles) and _is_bold(each.element, document.styles):
            yield document.body.problem("audit-heading-bold", each.element)


def _may_be_heading(paragraph: AuditedParagraph, styles: Styles) -> bool:
    text = paragraph.text.strip()
    return (
        0 < len(text) <= LONGEST
        and not text.endswith(SENTENCE_END)
        and not (paragraph.level or paragraph.listed or paragraph.style in styles.bold)
        and not MARKED_OUT.fullmatch(styles.names.get(paragraph.style, ""))
        and next(paragraph.element.iterancestors(CELL), None) is None
    )


def _is_bold(paragraph: etree._Element, styles: Styles) -> bool:
    """Whether all its text has been made bold, where its style is not."""
    runs = [run for run in paragraph.iter(R) if (run.findtext(T) or "").strip()]
    return all(is_on(run, "rPr/b") or value(run, "rPr/rStyle") in styles.bold for run in runs)


HEADING_RULES = (no_headings, empty_headings, jumps, bold_headings)
