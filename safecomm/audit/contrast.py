"""Text that can be told from its background."""

from collections.abc import Iterator

from lxml import etree

from safecomm.audit.audited_document import AuditedDocument, AuditedStory
from safecomm.audit.cells import cell_looks
from safecomm.diagnostic import Diagnostic
from safecomm.ooxml.colours import WHITE, Colour, Rgb, contrast, hex_name, rgb, shading, theme_colours
from safecomm.ooxml.formatting import NOTHING, RUN, Appearance, EffectiveFormatting
from safecomm.ooxml.wordml import CELL, P, R, T, is_on, value, w

LEAST, LEAST_IF_LARGE = 4.5, 3.0
TEXT_BOX = w("txbxContent")


def low_contrast(document: AuditedDocument) -> Iterator[Diagnostic]:
    """WCAG 1.4.3 Contrast (Minimum); each pair of colours once. Text boxes are left out: a picture may lie below."""
    looks = EffectiveFormatting(document.styles, theme_colours(document.part("theme")))
    page = page_colour(document)
    told: set[tuple[Colour | None, Rgb]] = set()
    for story in document.stories:
        for run, look in run_looks(story, looks):
            pair = (look.colour, look.background(page))
            if pair not in told and (values := unreadable(look, page)):
                told.add(pair)
                yield story.problem("audit-contrast", run, **values)


def unreadable(look: Appearance, page: Rgb) -> dict[str, str]:
    """What the message says of text with too little contrast, empty of text that has enough."""
    colour, background = look.colour, look.background(page)
    if look.hidden or not isinstance(colour, tuple):
        return {}
    ratio, least = contrast(colour, background), LEAST_IF_LARGE if look.is_large() else LEAST
    if ratio >= least:
        return {}
    # Rounded down, so that what is too little never reads as enough.
    shown = f"{int(ratio * 10) / 10:g}"
    return {"colour": hex_name(colour), "background": hex_name(background), "ratio": shown, "least": f"{least:g}"}


def page_colour(document: AuditedDocument) -> Rgb:
    """Word shows it only where the settings say so."""
    background = document.body.root.find(w("background"))
    if background is None or not is_on(document.part("settings"), "displayBackgroundShape"):
        return WHITE
    found = rgb(background.get(w("color")))
    return found if isinstance(found, tuple) else WHITE


def run_looks(story: AuditedStory, looks: EffectiveFormatting) -> Iterator[tuple[etree._Element, Appearance]]:
    """Each run with text, save those that look like an earlier one."""
    below = paragraph_looks(story, looks)
    seen: set[tuple[object, ...]] = set()
    for run in story.root.iter(R):
        paragraph, properties = next(run.iterancestors(P), None), next(run.iterchildren(RUN), None)
        formats = () if properties is None else ((each.tag, *each.items()) for each in properties)
        key = (below.get(paragraph), *formats)
        if paragraph in below and key not in seen and any((each.text or "").strip() for each in run.iterchildren(T)):
            seen.add(key)
            style = looks.style(value(run, "rPr/rStyle") or "")
            yield run, looks.run(properties).over(style).over(below[paragraph])


def paragraph_looks(story: AuditedStory, looks: EffectiveFormatting) -> dict[etree._Element | None, Appearance]:
    cells = cell_looks(story.root, looks)
    found: dict[etree._Element | None, Appearance] = {}
    known: dict[tuple[object, ...], Appearance] = {}
    for each in story.paragraphs:
        holder = next(each.element.iterancestors(CELL, TEXT_BOX), None)
        if holder is None or holder.tag == CELL:
            below = NOTHING if holder is None else cells.get(holder, NOTHING)
            own = NOTHING if each.shading is None else Appearance(paragraph_fill=shading(each.shading, looks.theme))
            if (key := (own, each.style, below)) not in known:
                known[key] = own.over(looks.style(each.style)).over(below).over(looks.default)
            found[each.element] = known[key]
    return found


CONTRAST_RULES = (low_contrast,)
