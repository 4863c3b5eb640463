"""The styles by which the program and a template know each other.

Word in another language renames the ids when it saves ("Heading1" becomes "Rubrik1") but keeps the names, so a style is
found by its name.
"""

import re
from collections.abc import Mapping

from lxml import etree

from safecomm.word.wordml import value, w

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


def style_names(styles: etree._Element) -> dict[str, str]:
    """Every style's id with its name in one form: `heading 1` is `heading1`."""
    return {style.get(w("styleId"), ""): _plain(value(style, "name") or "") for style in styles.iter(w("style"))}


def style_ids(styles: etree._Element) -> Mapping[str, str]:
    """The template's id of each needed style that it has."""
    by_name = {name: style_id for style_id, name in style_names(styles).items()}
    return {style: by_name[_plain(style)] for style in NEEDED if _plain(style) in by_name}


def as_in_word(style: str) -> str:
    """`BodyText` as Word in English shows it."""
    return re.sub("(?<=[a-z])(?=[A-Z0-9])", " ", style)


def _plain(name: str) -> str:
    return name.replace(" ", "").lower()
