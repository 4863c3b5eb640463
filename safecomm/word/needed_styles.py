"""The styles by which the program and a template know each other.

Word in another language renames the ids when it saves ("Heading1" becomes "Rubrik1") but keeps the names, so a style is
found by its name.
"""

import re
from collections.abc import Mapping

from lxml import etree

from safecomm.ooxml.styles import plain_name, style_names

HEADINGS = tuple(f"Heading{level}" for level in range(1, 7))
NEEDED = (
    "BodyText",
    *HEADINGS,
    "ListBullet",
    "ListNumber",
    "ListContinue",
    "Quote",
    "ContentTable",
    "TableText",
    "TableHeader",
    "FootnoteText",
    "FootnoteReference",
    "Hyperlink",
    "Emphasis",
    "Strong",
    "Untranslated",
    "Caption",
)


def style_ids(styles: etree._Element) -> Mapping[str, str]:
    """The template's id of each needed style that it has."""
    by_name = {name: style_id for style_id, name in style_names(styles).items()}
    return {style: by_name[plain_name(style)] for style in NEEDED if plain_name(style) in by_name}


def as_in_word(style: str) -> str:
    """`BodyText` as Word in English shows it."""
    return re.sub("(?<=[a-z])(?=[A-Z0-9])", " ", style)
