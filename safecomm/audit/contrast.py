"""Text that can be told from its background."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument
from safecomm.audit.audited_story import AuditedStory
from safecomm.audit.cell_formats import cell_formats
from safecomm.audit.text_format import UNSAID, EffectiveFormatting, TextFormat, over
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.colours import Rgb, contrast, hex_name, theme_colours
from safecomm.ooxml.page_colour import page_colour
from safecomm.ooxml.wordml import CELL, P, R, T, w

LEAST, LEAST_IF_LARGE = 4.5, 3.0
# In half points, as WCAG 1.4.3 has it; Word's own size is ten points.
LARGE, LARGE_IF_BOLD, DEFAULT_SIZE = 36, 28, 20
BODY, TEXT_BOX = w("body"), w("txbxContent")


class LowContrast(NamedTuple):
    """Of a text's colour with that of its background."""

    colour: Rgb
    background: Rgb
    least: float


def low_contrast(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 1.4.3 Contrast (Minimum); each pair of colours once. Text boxes are left out: a picture may lie below."""
    formatting = EffectiveFormatting(document.styles, theme_colours(document.package.related_root("theme")))
    page = page_colour(document.package)
    reported: set[tuple[Rgb, Rgb]] = set()
    for story in document.stories:
        for paragraph, below in doubtful_paragraphs(story, formatting, page):
            for run in paragraph.iter(R):
                own = formatting.run(run)
                low = contrast_fault(below if own is UNSAID else over(own, below), page)
                if low and (low.colour, low.background) not in reported and has_text(run, paragraph):
                    reported.add((low.colour, low.background))
                    yield story.problem("audit-contrast", run, **values(low))


def doubtful_paragraphs(
    story: AuditedStory, formatting: EffectiveFormatting, page: Rgb
) -> Iterator[tuple[etree._Element, TextFormat]]:
    """Those outside of text boxes that do not merely hold text in a format that can be read."""
    cells = cell_formats(story, formatting)
    known: dict[tuple[TextFormat, str], tuple[TextFormat, bool]] = {}
    for paragraph in story.paragraphs:
        holder = holder_of(paragraph.element)
        if holder is not None and holder.tag == TEXT_BOX:
            continue
        key = cells.get(holder, UNSAID), paragraph.style
        if key not in known:
            said = over(formatting.style(paragraph.style), over(key[0], formatting.default))
            known[key] = said, contrast_fault(said, page) is None
        said, is_readable = known[key]
        own = formatting.own(paragraph.element) if paragraph.element in story.shaded_elements else UNSAID
        if not (is_readable and own is UNSAID and paragraph.element in story.plain_texts):
            yield paragraph.element, over(own, said)


def holder_of(paragraph: etree._Element) -> etree._Element | None:
    """The cell or text box around it; nearly always its parent."""
    parent = paragraph.getparent()
    if parent is None or parent.tag == BODY:
        return None
    return parent if parent.tag == CELL else next(paragraph.iterancestors(CELL, TEXT_BOX), None)


def has_text(run: etree._Element, paragraph: etree._Element) -> bool:
    """Whether it shows any, and belongs to the paragraph itself and not to a text box in it."""
    in_paragraph = next(run.iterancestors(P)) is paragraph
    return in_paragraph and any((text.text or "").strip() for text in run.iterchildren(T))


@lru_cache(maxsize=4096)
def contrast_fault(text: TextFormat, page: Rgb) -> LowContrast | None:
    background = next((fill for fill in (text.run, text.paragraph, text.cell) if isinstance(fill, tuple)), page)
    if text.hidden or not isinstance(text.colour, tuple):
        return None
    least = least_contrast(text)
    return LowContrast(text.colour, background, least) if contrast(text.colour, background) < least else None


def least_contrast(text: TextFormat) -> float:
    large = LARGE_IF_BOLD if text.bold else LARGE
    return LEAST_IF_LARGE if (DEFAULT_SIZE if text.size is None else text.size) >= large else LEAST


def values(low: LowContrast) -> dict[str, str]:
    """For the message."""
    # Rounded down, so that what is too little never reads as enough.
    ratio = int(contrast(low.colour, low.background) * 10) / 10
    colours = {"colour": hex_name(low.colour), "background": hex_name(low.background)}
    return {**colours, "ratio": f"{ratio:g}", "least": f"{low.least:g}"}
