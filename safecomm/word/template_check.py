"""What can be seen to be wrong in a Word template before a document is made from it."""

import re
from collections.abc import Iterator, Mapping, Set

from lxml import etree

from safecomm.diagnostic import Diagnostic, Location, problem
from safecomm.ooxml.escape import beginning
from safecomm.ooxml.wordml import CELL, ROW, WORDML, P, T, paragraph_style, w
from safecomm.word.lists import list_kinds
from safecomm.word.needed_styles import HEADINGS, NEEDED, as_in_word, style_ids

TAG = re.compile(r"\{(?:\{(p|tr|tc) .*?\}|%(p|tr|tc) .*?%|#(p|tr|tc) .*?#)\}", re.DOTALL)
CONTAINERS = {"p": P, "tr": ROW, "tc": CELL}
REVIEWED = etree.XPath("boolean(//w:commentReference | //@w:author)", namespaces={"w": WORDML})


def check(roots: Mapping[str, etree._Element], name: str) -> Iterator[Diagnostic]:
    """`roots` are the template's XML parts, of which the main ones are there."""
    place = Location(name)
    styles = style_ids(roots["word/styles.xml"])
    for style in NEEDED:
        if style not in styles:
            yield problem("template-style", place, style=as_in_word(style))
    kinds = list_kinds(roots["word/numbering.xml"], styles)
    for style in ("ListBullet", "ListNumber"):
        if style in styles and style not in kinds:
            yield problem("template-list", place, style=as_in_word(style))
    if roots["word/styles.xml"].find(f".//{w('rPrDefault')}//{w('lang')}") is None:
        yield problem("template-language", place)
    if any(map(REVIEWED, roots.values())):
        yield problem("template-reviewed", place)
    headings = {styles[each] for each in HEADINGS if each in styles}
    for part, root in roots.items():
        yield from _crowded_tags(root, part, headings, place)


def _crowded_tags(root: etree._Element, part: str, headings: Set[str], place: Location) -> Iterator[Diagnostic]:
    """Tags with something beside them, which would vanish together with the tag's paragraph, row or cell."""
    heading = None
    for paragraph in root.iter(P):
        heading = paragraph if paragraph_style(paragraph) in headings else heading
        for match in TAG.finditer(_text(paragraph)):
            kind = next(filter(None, match.groups()))
            around = (paragraph, *paragraph.iterancestors())
            container = next((each for each in around if each.tag == CONTAINERS[kind]), None)
            if container is None or _text(container).strip() != match[0]:
                above = "–" if heading is None else beginning(_text(heading))
                text, name = beginning(_text(paragraph)), part.removeprefix("word/").removesuffix(".xml")
                yield problem(f"template-crowded-{kind}", place, tag=match[0], text=text, heading=above, part=name)


def _text(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(T))
