"""Text that can be told from its background."""

from collections.abc import Iterator

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument, AuditedStory
from safecomm.audit.cells import cell_formats
from safecomm.audit.text_format import EffectiveFormatting, TextFormat
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.colours import WHITE, Rgb, contrast, hex_name, rgb, theme_colours
from safecomm.ooxml.wordml import CELL, P, R, T, is_on, w

LEAST, LEAST_IF_LARGE = 4.5, 3.0
# In half points, as WCAG 1.4.3 has it; Word's own size is ten points.
LARGE, LARGE_IF_BOLD, DEFAULT_SIZE = 36, 28, 20
TEXT_BOX = w("txbxContent")


def low_contrast(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 1.4.3 Contrast (Minimum); each pair of colours once. Text boxes are left out: a picture may lie below."""
    formatting = EffectiveFormatting(document.styles, theme_colours(document.part("theme")))
    page = page_colour(document)
    reported: set[tuple[Rgb, Rgb]] = set()
    for story in document.stories:
        for run, text in run_formats(story, formatting):
            colour, background = text.get("colour"), background_of(text, page)
            if not isinstance(colour, tuple) or text.get("hidden") or (colour, background) in reported:
                continue
            ratio, least = contrast(colour, background), least_contrast(text)
            if ratio < least:
                reported.add((colour, background))
                # Rounded down, so that what is too little never reads as enough.
                told = {"ratio": f"{int(ratio * 10) / 10:g}", "least": f"{least:g}"}
                colours = {"colour": hex_name(colour), "background": hex_name(background)}
                yield story.problem("audit-contrast", run, **colours, **told)


def page_colour(document: AuditedDocument) -> Rgb:
    """Word shows it only where the settings say so."""
    background = document.body.root.find(w("background"))
    if background is None or not is_on(document.part("settings"), "displayBackgroundShape"):
        return WHITE
    colour = rgb(background.get(w("color")))
    return colour if isinstance(colour, tuple) else WHITE


def background_of(text: TextFormat, page: Rgb) -> Rgb:
    """The nearest that is there."""
    fills = (text.get("run"), text.get("paragraph"), text.get("cell"))
    return next((fill for fill in fills if isinstance(fill, tuple)), page)


def least_contrast(text: TextFormat) -> float:
    large = LARGE_IF_BOLD if text.get("bold") else LARGE
    return LEAST_IF_LARGE if text.get("size", DEFAULT_SIZE) >= large else LEAST


def run_formats(story: AuditedStory, formatting: EffectiveFormatting) -> Iterator[tuple[etree._Element, TextFormat]]:
    """Each run with text."""
    cells = cell_formats(story.root, formatting)
    for paragraph in story.paragraphs:
        holder = next(paragraph.element.iterancestors(CELL, TEXT_BOX), None)
        if holder is None or holder.tag == CELL:
            cell = TextFormat() if holder is None else cells.get(holder, TextFormat())
            style, own = formatting.style(paragraph.style), formatting.own(paragraph.element)
            below = formatting.default | cell | style | own
            for run in paragraph.element.iter(R):
                in_paragraph = next(run.iterancestors(P)) is paragraph.element
                if in_paragraph and any((text.text or "").strip() for text in run.iterchildren(T)):
                    yield run, below | formatting.run(run)


CONTRAST_RULES = (low_contrast,)
