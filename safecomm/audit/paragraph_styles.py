"""Paragraphs that are what they look like: headings in steps, lists and spacing made by styles and not typed."""

import re
from collections.abc import Iterator

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument
from safecomm.audit.audited_story import AuditedParagraph, holds
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.revisions import mark_change
from safecomm.ooxml.styles import Styles
from safecomm.ooxml.wordml import CELL, TABLE, P, R, T, is_on, value, w

# Styles for what is marked out but is no heading.
MARKED_OUT = re.compile(r"title|subtitle|caption|quote|intensequote|toc.*|signature|date|salutation")
SENTENCE_END = tuple(".,:;!?…")
LONGEST = 100
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


def no_headings(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 1.3.1 Info and Relationships; PDF/UA-1, 7.4."""
    if not any(paragraph.level for paragraph in document.body.paragraphs):
        yield document.problem("audit-no-headings")


def empty_headings(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 2.4.6 Headings and Labels."""
    for paragraph in document.body.paragraphs:
        if paragraph.level and not paragraph.text.strip() and mark_change(paragraph.element).stands:
            yield document.body.problem("audit-heading-empty", paragraph.element)


def heading_jumps(document: AuditedDocument) -> Iterator[Diagnostic]:
    """PDF/UA-1, 7.4.2: the first is of level 1, and none skips a level on the way down."""
    above = 0
    for paragraph in document.body.paragraphs:
        if paragraph.level and paragraph.text.strip():
            if paragraph.level > above + 1:
                yield document.body.problem(
                    "audit-heading-jump", paragraph.element, level=str(paragraph.level), wanted=str(above + 1)
                )
            above = paragraph.level


def bold_headings(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG failure F2: text that is only made to look like a heading."""
    # Most paragraphs hold nothing but plain text, which nobody has made bold.
    marked = (found for found in document.body.paragraphs if found.element not in document.body.plain_texts)
    for paragraph in marked:
        if _may_be_heading(paragraph, document.styles) and _is_bold(paragraph.element, document.styles):
            yield document.body.problem("audit-heading-bold", paragraph.element)


def _may_be_heading(paragraph: AuditedParagraph, styles: Styles) -> bool:
    if paragraph.level or paragraph.listed or paragraph.style in styles.bold_styles:
        return False
    text = paragraph.text.strip()
    return (
        0 < len(text) <= LONGEST
        and not text.endswith(SENTENCE_END)
        and not MARKED_OUT.fullmatch(styles.names.get(paragraph.style, ""))
        and next(paragraph.element.iterancestors(CELL), None) is None
    )


def _is_bold(paragraph: etree._Element, styles: Styles) -> bool:
    """Whether all its text has been made bold, where its style is not."""
    runs = [run for run in paragraph.iter(R) if (run.findtext(T) or "").strip()]
    return all(is_on(run, "rPr/b") or value(run, "rPr/rStyle") in styles.bold_styles for run in runs)


def typed_lists(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 1.3.1, technique H48: a bullet alone tells a list, a number only together with a second one."""
    for story in document.stories:
        numbered = None
        for paragraph in story.paragraphs:
            text = "" if _has_number(paragraph, document.styles) else paragraph.text
            second = numbered is not None and numbered is paragraph.element.getprevious()
            number = NUMBER.match(text)
            if BULLET.match(text) or (number and second):
                yield story.problem("audit-list-typed", paragraph.element)
            numbered = paragraph.element if number else None


def _has_number(paragraph: AuditedParagraph, styles: Styles) -> bool:
    """Whether Word itself sets what stands before the text, as in a list of contents, or it is a heading's."""
    return paragraph.listed or bool(paragraph.level) or styles.names.get(paragraph.style, "").startswith("toc")


def empty_paragraphs(document: AuditedDocument) -> Iterator[Diagnostic]:
    """A screen reader says “blank” for each of them (PDF/UA-1, 7.1); a row of them is one finding."""
    for story in document.stories:
        last = None
        for paragraph in story.paragraphs:
            if _is_spacing(paragraph):
                if last is None or last is not paragraph.element.getprevious():
                    yield story.problem("audit-empty-paragraph", paragraph.element)
                last = paragraph.element


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
