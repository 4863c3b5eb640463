"""Takes out of a template's XML what Word left there about the person who edited it."""

import re
from collections.abc import Iterable

from lxml import etree

from safecomm.ooxml.revisions import strip_traces
from safecomm.ooxml.wordml import P, T, value, w

# A template has the language of the document; Word writes that of the editor's keyboard into every run.
LEFTOVERS = tuple(map(w, ("rsids", "attachedTemplate", "trackRevisions", "lang")))
DEFAULTS = w("rPrDefault")
PROSE_TAG = re.compile(r"\{\{p (.*)\}\}", re.DOTALL)
STYLED_TAG = re.compile(r'\{\{ \((.*?)\)\|in_style\("[^"]*"\) \}\}')


def clean(root: etree._Element) -> None:
    # Paragraph ids must be unique, too, and a loop would repeat them.
    strip_traces(root)
    for leftover in list(root.iter(*LEFTOVERS)):
        parent = leftover.getparent()
        if parent is not None and next(leftover.iterancestors(DEFAULTS), None) is None:
            parent.remove(leftover)


def keep_styles(root: etree._Element) -> None:
    """Writes into each `{{p text }}` the style of its paragraph, which vanishes when the text takes its place."""
    for paragraph in root.iter(P):
        texts, style = list(paragraph.iter(T)), value(paragraph, "pPr/pStyle")
        match = PROSE_TAG.fullmatch("".join(each.text or "" for each in texts).strip())
        if match and style:
            for each in texts:
                each.text = ""
            texts[0].text = f'{{{{p ({match[1]})|in_style("{style}") }}}}'


def as_written(text: str) -> str:
    """A tag as the template's designer knows it."""
    return STYLED_TAG.sub(r"{{p \1}}", text)


def drop_missing(relationships: etree._Element, parts: Iterable[str]) -> None:
    """Takes out the relationships to parts that are not passed on."""
    kept = {part.removeprefix("word/") for part in parts}
    for each in list(relationships):
        if each.get("TargetMode") != "External" and each.get("Target", "").removeprefix("/word/") not in kept:
            relationships.remove(each)
