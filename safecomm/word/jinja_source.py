"""The XML of a Word part as Jinja source: the one place that needs docxtpl."""

import re
from functools import lru_cache

BEGINNING = re.compile(r"(?=<w:(?:p|tr|tc)[ >])")
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


@lru_cache(maxsize=64)
def jinja_source(part: str) -> str:
    """The part with its tags in one piece, a paragraph a line: so Jinja's line number leads to the paragraph.

    A tag that replaces its paragraph, row or cell has that one's line to itself.
    """
    return repaired(in_lines(part))


def in_lines(part: str) -> str:
    return BEGINNING.sub("\n", part.replace("\n", " "))


def repaired(source: str) -> str:
    # Slow to import, and needed only for a part that was not compiled before.
    from docxtpl import DocxTemplate

    # docxtpl's own rendering loses text without a word (`R&D`, `{_{`, tabs); only its repair of split tags is used.
    # The repair leaves one character of a tag as XML.
    return TAG.sub(lambda match: match[0].replace("&amp;", "&"), DocxTemplate("").patch_xml(source))


def without_lines(rendered: str) -> bytes:
    """Takes the line ends out again; those of values are elements by now."""
    return rendered.replace("\n", "").encode()
