"""What a Word template needs, and what can be seen to be wrong in it before a document is made from it.

Word in another language renames the ids of styles when it saves ("Heading1" becomes "Rubrik1") but keeps the names, so
that a style is found by its name.
"""

import re
from collections.abc import Iterator, Mapping, Set

from lxml import etree

from safecomm.diagnostic import Diagnostic, Location, problem
from safecomm.ooxml.escape import beginning
from safecomm.ooxml.package import NUMBERING, STYLES
from safecomm.ooxml.styles import plain_name, style_names
from safecomm.ooxml.walk import raw_text
from safecomm.ooxml.wordml import CELL, ROW, WORDML, P, paragraph_style, w
from safecomm.word.lists import list_kinds

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
TAG = re.compile(r"\{(?:\{(p|tr|tc) .*?\}|%(p|tr|tc) .*?%|#(p|tr|tc) .*?#)\}", re.DOTALL)
CONTAINERS = {"p": P, "tr": ROW, "tc": CELL}
REVIEWED = etree.XPath("boolean(//w:commentReference | //@w:author)", namespaces={"w": WORDML})


def check(roots: Mapping[str, etree._Element], name: str) -> Iterator[Diagnostic]:
    """`roots` are the template's XML parts, of which the main ones are there."""
    place = Location(name)
    styles = style_ids(roots[STYLES])
    for style in NEEDED:
        if style not in styles:
            yield problem("template-style", place, style=as_in_word(style))
    kinds = list_kinds(roots[NUMBERING], styles)
    for style in ("ListBullet", "ListNumber"):
        if style in styles and style not in kinds:
            yield problem("template-list", place, style=as_in_word(style))
    if roots[STYLES].find(f".//{w('rPrDefault')}//{w('lang')}") is None:
        yield problem("template-language", place)
    if any(map(REVIEWED, roots.values())):
        yield problem("template-reviewed", place)
    headings = {styles[style] for style in HEADINGS if style in styles}
    for part, root in roots.items():
        yield from _crowded_tags(root, part, headings, place)


def _crowded_tags(root: etree._Element, part: str, headings: Set[str], place: Location) -> Iterator[Diagnostic]:
    """Tags with something beside them, which would vanish together with the tag's paragraph, row or cell."""
    heading = None
    for paragraph in root.iter(P):
        heading = paragraph if paragraph_style(paragraph) in headings else heading
        for match in TAG.finditer(raw_text(paragraph)):
            kind = next(filter(None, match.groups()))
            around = (paragraph, *paragraph.iterancestors())
            container = next((element for element in around if element.tag == CONTAINERS[kind]), None)
            if container is None or raw_text(container).strip() != match[0]:
                above = "–" if heading is None else beginning(raw_text(heading))
                text, name = beginning(raw_text(paragraph)), part.removeprefix("word/").removesuffix(".xml")
                yield problem(f"template-crowded-{kind}", place, tag=match[0], text=text, heading=above, part=name)


def style_ids(styles: etree._Element) -> Mapping[str, str]:
    """The template's id of each needed style that it has."""
    by_name = {name: style_id for style_id, name in style_names(styles).items()}
    return {style: by_name[plain_name(style)] for style in NEEDED if plain_name(style) in by_name}


def as_in_word(style: str) -> str:
    """`BodyText` as Word in English shows it."""
    return re.sub("(?<=[a-z])(?=[A-Z0-9])", " ", style)
