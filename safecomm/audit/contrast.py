"""Text that can be told from its background."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument, AuditedStory
from safecomm.audit.cell_formats import cell_formats
from safecomm.audit.text_format import UNSAID, EffectiveFormatting, TextFormat, over
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.colours import WHITE, Rgb, contrast, hex_name, rgb, theme_colours
from safecomm.ooxml.wordml import CELL, TABLE, P, R, T, is_on, w

LEAST, LEAST_IF_LARGE = 4.5, 3.0
# In half points, as WCAG 1.4.3 has it; Word's own size is ten points.
LARGE, LARGE_IF_BOLD, DEFAULT_SIZE = 36, 28, 20
TEXT_BOX = w("txbxContent")


class LowContrast(NamedTuple):
    """Of a text's colour with that of its background."""

    colour: Rgb
    background: Rgb
    least: float


def low_contrast(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 1.4.3 Contrast (Minimum); each pair of colours once. Text boxes are left out: a picture may lie below."""
    formatting = EffectiveFormatting(document.styles, theme_colours(document.part("theme")))
    page = page_colour(document)
    reported: set[tuple[Rgb, Rgb]] = set()
    for story in document.stories:
        for paragraph, below in paragraph_formats(story, formatting):
            for run in paragraph.iter(R):
                own = formatting.run(run)
                low = contrast_fault(below if own is UNSAID else over(own, below), page)
                if low and (low.colour, low.background) not in reported and has_text(run, paragraph):
                    reported.add((low.colour, low.background))
                    yield story.problem("audit-contrast", run, **values(low))


def paragraph_formats(
    story: AuditedStory, formatting: EffectiveFormatting
) -> Iterator[tuple[etree._Element, TextFormat]]:
    """Each paragraph outside of text boxes."""
    cells = cell_formats(story.elements(TABLE), formatting)
    for paragraph in story.paragraphs:
        holder = next(paragraph.element.iterancestors(CELL, TEXT_BOX), None)
        if holder is None or holder.tag == CELL:
            cell = UNSAID if holder is None else cells.get(holder, UNSAID)
            said = over(formatting.style(paragraph.style), over(cell, formatting.default))
            own = formatting.own(paragraph.element)
            yield paragraph.element, said if own is UNSAID else over(own, said)


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


def page_colour(document: AuditedDocument) -> Rgb:
    """Word shows it only where the settings say so."""
    background = document.body.root.find(w("background"))
    if background is None or not is_on(document.part("settings"), "displayBackgroundShape"):
        return WHITE
    colour = rgb(background.get(w("color")))
    return colour if isinstance(colour, tuple) else WHITE
