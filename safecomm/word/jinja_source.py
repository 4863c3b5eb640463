"""The tags of a Word part: its XML as Jinja source, which is the one thing that needs docxtpl."""

import re
from functools import lru_cache

from lxml import etree

from safecomm.ooxml.walk import raw_text
from safecomm.ooxml.wordml import P, T, value

BEGINNING = re.compile(r"(?=<w:(?:p|tr|tc)[ >])")
PROSE_TAG = re.compile(r"\{\{p (.*)\}\}", re.DOTALL)
STYLED_TAG = re.compile(r'\{\{ \((.*?)\)\|in_style\("[^"]*"\) \}\}')
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


@lru_cache(maxsize=64)
def jinja_source(part: str) -> str:
    """The part with its tags in one piece, a paragraph a line: so Jinja's line number leads to the paragraph.

    A tag that replaces its paragraph, row or cell has that one's line to itself.
    """
    return repair_tags(in_lines(part))


def in_lines(part: str) -> str:
    return BEGINNING.sub("\n", part.replace("\n", " "))


def repair_tags(source: str) -> str:
    # Slow to import, and needed only for a part that was not compiled before.
    from docxtpl import DocxTemplate

    # docxtpl's own rendering loses text without a word (`R&D`, `{_{`, tabs); only its repair of split tags is used.
    # The repair leaves one character of a tag as XML.
    return TAG.sub(lambda match: match[0].replace("&amp;", "&"), DocxTemplate("").patch_xml(source))


def without_lines(rendered: str) -> bytes:
    """Takes the line ends out again; those of values are elements by now."""
    return rendered.replace("\n", "").encode()


def keep_styles(root: etree._Element) -> None:
    """Writes into each `{{p text }}` the style of its paragraph, which vanishes when the text takes its place."""
    for paragraph in root.iter(P):
        texts, style = list(paragraph.iter(T)), value(paragraph, "pPr/pStyle")
        match = PROSE_TAG.fullmatch(raw_text(paragraph).strip())
        if match and style:
            for text in texts:
                text.text = ""
            texts[0].text = f'{{{{p ({match[1]})|in_style("{style}") }}}}'


def as_written(text: str) -> str:
    """A tag as the template's designer knows it."""
    return STYLED_TAG.sub(r"{{p \1}}", text)
