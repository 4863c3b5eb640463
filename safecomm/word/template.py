"""A Word template with its phrases: read, cleaned of what belongs to whoever edited it, and checked."""

import pickle
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from safecomm.charts.chart_look import ChartLook, chart_look
from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.markdown.source import unfinished_merges
from safecomm.ooxml.archive import CONTENT_TYPES, LARGEST
from safecomm.ooxml.opening import Limits, is_xml, open_word_bytes, read_word_file
from safecomm.ooxml.package import MAIN, NOTES, NUMBERING, SETTINGS, STYLES, Package
from safecomm.ooxml.revisions import strip_traces
from safecomm.ooxml.wordml import to_bytes, w
from safecomm.user_cache import keep, key_of, read
from safecomm.word.drawings import text_area
from safecomm.word.jinja_source import keep_styles
from safecomm.word.lists import ListKind, list_kinds
from safecomm.word.sandbox import name_in_messages
from safecomm.word.template_check import check, style_ids

RELATIONSHIPS = "word/_rels/document.xml.rels"
REQUIRED = (CONTENT_TYPES, MAIN, RELATIONSHIPS, STYLES, NUMBERING, SETTINGS, NOTES)
# What a document needs; all else (authors, comments, custom properties, macros) belongs to whoever edited the file.
KEPT = re.compile(
    r"\[Content_Types\]\.xml"
    r"|word/(document|styles|numbering|settings|fontTable|webSettings|footnotes|endnotes|header\d*|footer\d*)\.xml"
    r"|word/_rels/(document|fontTable|header\d*|footer\d*)\.xml\.rels"
    r"|word/(theme|media|fonts)/[^/]+"
)
LIMITS = Limits(file=LARGEST, package=LARGEST)
DRAWING = re.compile(rb'<wp:docPr [^>]*?\bid="(\d{1,9})"')
# A template has the language of the document; Word writes that of the editor's keyboard into every run.
LEFTOVERS = tuple(map(w, ("rsids", "attachedTemplate", "trackRevisions", "lang")))
DEFAULTS = w("rPrDefault")
STORY = re.compile(r"word/(document|header\d*|footer\d*)\.xml")


class Template(NamedTuple):
    """`name` and `phrases_name` are the two files as messages name them; `styles` holds the Word file's own ids.

    `text_area` is the width and height that its pages have for a picture, in EMU.
    """

    name: str
    parts: Mapping[str, bytes]
    styles: Mapping[str, str]
    lists: Mapping[str, ListKind]
    numbers: frozenset[int]
    text_area: tuple[int, int]
    chart_look: ChartLook
    phrases_name: str = ""
    phrases: str = ""

    def stories(self) -> list[str]:
        """The parts that may have tags."""
        return sorted(filter(STORY.fullmatch, self.parts))

    def free_drawings(self) -> Iterator[int]:
        """The numbers that no drawing of the template has."""
        taken = (int(number) for part in self.stories() for number in DRAWING.findall(self.parts[part]))
        return count(max(taken, default=0) + 1)


def read_template(docx: Path, phrases: Path) -> Template:
    """Raises ContentError with all that can be seen to be wrong before a document is made."""
    template, problems = open_template(docx, phrases)
    if problems:
        raise ContentError(problems)
    return template


def open_template(docx: Path, phrases: Path) -> tuple[Template, Sequence[Diagnostic]]:
    """The template and its problems; raises ContentError for those with which it cannot be read at all."""
    name, phrases_name = map(name_in_messages, (docx, phrases))
    if not docx.is_file():
        raise ContentError([problem("template-missing", Location(name))])
    template, problems = _read_template(read_word_file(docx, name, LIMITS), name)
    return template._replace(phrases_name=phrases_name, phrases=_read_phrases(phrases, phrases_name)), problems


@lru_cache(maxsize=8)
def _read_template(data: bytes, name: str) -> tuple[Template, Sequence[Diagnostic]]:
    """Without phrases: there are those of several languages."""
    # To clean it takes a tenth of a document's time, and most templates are those of the last run.
    key = key_of(f"template {name}", data)
    if (kept := read(key)) is not None:
        return pickle.loads(kept), ()
    template, problems = _clean_word_file(open_word_bytes(data, name, LIMITS), name)
    if not problems:
        keep(key, pickle.dumps(template))
    return template, problems


def _clean_word_file(package: Package, name: str) -> tuple[Template, Sequence[Diagnostic]]:
    parts = {part: package.read(part) for part in sorted(package.names) if KEPT.fullmatch(part)}
    roots = package.read_all(filter(is_xml, parts))
    if missing := [part for part in REQUIRED if part not in roots]:
        raise ContentError([problem("template-part", Location(name), part=part) for part in missing])
    problems = tuple(check(roots, name))
    for part, root in roots.items():
        if part.endswith(".rels"):
            drop_missing(root, parts)
        drop_editor(root)
        keep_styles(root)
        parts[part] = to_bytes(root)
    styles, numbering = style_ids(roots[STYLES]), roots[NUMBERING]
    look = chart_look(roots[STYLES], styles.get("BodyText", ""), styles.get("Heading1", ""))
    numbers = frozenset(int(number.get(w("numId"), "0")) for number in numbering.iter(w("num")))
    lists, area = list_kinds(numbering, styles), text_area(roots[MAIN])
    return Template(name, parts, styles, lists, numbers, area, look), problems


def _read_phrases(path: Path, name: str) -> str:
    if not path.is_file():
        raise ContentError([problem("template-missing", Location(name))])
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError([problem("phrases-encoding", Location(name))]) from error
    if merges := unfinished_merges(text, name):
        raise ContentError(merges)
    return text


def drop_editor(root: etree._Element) -> None:
    """Takes out what Word left there about the person who edited the template."""
    # Paragraph ids must be unique, too, and a loop would repeat them.
    strip_traces(root)
    for leftover in list(root.iter(*LEFTOVERS)):
        parent = leftover.getparent()
        if parent is not None and next(leftover.iterancestors(DEFAULTS), None) is None:
            parent.remove(leftover)


def drop_missing(relationships: etree._Element, parts: Iterable[str]) -> None:
    """Takes out the relationships to parts that are not passed on."""
    kept = {part.removeprefix("word/") for part in parts}
    for lead in list(relationships):
        if lead.get("TargetMode") != "External" and lead.get("Target", "").removeprefix("/word/") not in kept:
            relationships.remove(lead)
