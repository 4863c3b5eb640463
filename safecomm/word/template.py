"""A Word template with its phrases: read, cleaned of what belongs to whoever edited it, and checked."""

import re
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.markdown.source import unfinished_merges
from safecomm.word.archive import CONTENT_TYPES, MAIN, read_parts
from safecomm.word.check import check
from safecomm.word.clean import clean, drop_missing, keep_styles
from safecomm.word.lists import ListKind, list_kinds
from safecomm.word.page import room
from safecomm.word.styles import style_ids
from safecomm.word.wordml import parse_xml, w

RELATIONSHIPS = "word/_rels/document.xml.rels"
PARTS = ("styles", "numbering", "settings", "footnotes")
REQUIRED = (CONTENT_TYPES, RELATIONSHIPS, *(f"word/{each}.xml" for each in PARTS))
DRAWING = re.compile(rb'<wp:docPr [^>]*?\bid="(\d{1,9})"')
STORY = re.compile(r"word/(document|header\d*|footer\d*)\.xml")


class Template(NamedTuple):
    """`name` and `phrases_name` are the two files as messages name them; `styles` holds the Word file's own ids.

    `room` is the width and height that its pages have for a picture, in EMU.
    """

    name: str
    parts: Mapping[str, bytes]
    styles: Mapping[str, str]
    lists: Mapping[str, ListKind]
    numbers: frozenset[int]
    room: tuple[int, int]
    phrases_name: str
    phrases: str

    def stories(self) -> list[str]:
        """The parts that may have tags."""
        return sorted(filter(STORY.fullmatch, self.parts))

    def free_drawings(self) -> Iterator[int]:
        """The numbers that no drawing of the template has."""
        taken = (int(each) for part in self.stories() for each in DRAWING.findall(self.parts[part]))
        return count(max(taken, default=0) + 1)


def read_template(docx: Path, phrases: Path) -> Template:
    """Raises ContentError with all that can be seen to be wrong before a document is made."""
    template, problems = open_template(docx, phrases)
    if problems:
        raise ContentError(problems)
    return template


def open_template(docx: Path, phrases: Path) -> tuple[Template, list[Diagnostic]]:
    """The template and its problems; raises ContentError for those with which it cannot be read at all."""
    name = f"{docx.parent.name}/{docx.name}"
    parts = read_parts(docx, name)
    roots = _parsed(parts, name)
    problems = list(check(roots, name))
    for part, root in roots.items():
        if part.endswith(".rels"):
            drop_missing(root, parts)
        clean(root)
        keep_styles(root)
        parts[part] = etree.tostring(root, encoding="UTF-8", standalone=True)
    styles, numbering = style_ids(roots["word/styles.xml"]), roots["word/numbering.xml"]
    numbers = frozenset(int(each.get(w("numId"), "0")) for each in numbering.iter(w("num")))
    phrases_name = f"{phrases.parent.name}/{phrases.name}"
    source = _read_phrases(phrases, phrases_name)
    template = Template(
        name, parts, styles, list_kinds(numbering, styles), numbers, room(roots[MAIN]), phrases_name, source
    )
    return template, problems


def _parsed(parts: Mapping[str, bytes], name: str) -> dict[str, etree._Element]:
    roots, problems = {}, []
    for part in sorted(parts):
        if part.endswith((".xml", ".rels")):
            try:
                roots[part] = parse_xml(parts[part])
            except (etree.XMLSyntaxError, ValueError):
                problems.append(problem("template-broken", Location(name), part=part))
    if not problems and (MAIN not in roots or roots[MAIN].tag != w("document")):
        problems.append(problem("template-not-word", Location(name)))
    elif not problems:
        problems += [problem("template-part", Location(name), part=part) for part in REQUIRED if part not in roots]
    if problems:
        raise ContentError(problems)
    return roots


def _read_phrases(path: Path, name: str) -> str:
    if not path.is_file():
        raise ContentError([problem("template-missing", Location(name))])
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError([problem("phrases-encoding", Location(name))]) from error
    if found := unfinished_merges(text, name):
        raise ContentError(found)
    return text
