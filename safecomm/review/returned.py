"""A file that came back from a reviewer, read with suspicion."""

import re
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from safecomm.build import BUILD, DOCUMENT
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.ooxml.archive import read_parts
from safecomm.ooxml.package import EMPTY, MAIN
from safecomm.ooxml.styles import style_names
from safecomm.ooxml.wordml import parse_xml
from safecomm.review.comments import Comment, read_comments
from safecomm.review.paragraphs import Paragraph, Quote, Reader, Who
from safecomm.word.finish import NOTES
from safecomm.word.own_parts import CUSTOM, PACKAGE_CORE

COMMENTS, EXTENDED, STYLES = "word/comments.xml", "word/commentsExtended.xml", "word/styles.xml"
KEPT = re.compile(
    r"docProps/(core|custom)\.xml|word/(document|styles|footnotes|comments|commentsExtended|(header|footer)\d*)\.xml"
)
MARGIN = re.compile(r"word/(header|footer)\d*\.xml")
CONTENTS = re.compile(r"toc\d|tocheading|contents\d|contentsheading")
MODIFIED_BY = f"{{{PACKAGE_CORE}}}lastModifiedBy"
MODIFIED = "{http://purl.org/dc/terms/}modified"


class Returned(NamedTuple):
    """`build` and `document` say which draft it is; `margins` are the paragraphs of headers and footers."""

    name: str
    build: str
    document: str
    saved: Who
    paragraphs: list[Paragraph]
    margins: list[Paragraph]
    comments: list[Comment]
    quotes: dict[str, Quote]


def read_returned(path: Path) -> Returned:
    """Raises ContentError where the file is damaged, hostile, or no document of ours."""
    name = path.as_posix()
    parts = read_parts(path, name, KEPT, "review")
    if MAIN not in parts:
        raise ContentError([problem("review-not-word", Location(name))])
    roots = {part: _parsed(data, part, name) for part, data in parts.items()}
    properties = {each.get("name", ""): "".join(map(str, each.itertext())) for each in _root(roots, CUSTOM)}
    if not (properties.get(BUILD) and properties.get(DOCUMENT)):
        raise ContentError([problem("review-not-ours", Location(name))])
    reader = read_body(roots)
    margins = Reader()
    for part in sorted(filter(MARGIN.fullmatch, roots)):
        margins.read(roots[part])
    return Returned(
        name,
        properties[BUILD],
        properties[DOCUMENT],
        _saved(_root(roots, "docProps/core.xml")),
        reader.paragraphs,
        margins.paragraphs,
        read_comments(_root(roots, COMMENTS), _root(roots, EXTENDED)),
        reader.quotes,
    )


def read_body(roots: dict[str, etree._Element]) -> Reader:
    """The body and the notes, without the table of contents, which Word makes."""
    reader = Reader()
    for part in (MAIN, NOTES):
        reader.record = ""
        reader.fields = 0
        reader.read(_root(roots, part))
    contents = {id_ for id_, name in style_names(_root(roots, STYLES)).items() if CONTENTS.fullmatch(name)}
    reader.paragraphs = [each for each in reader.paragraphs if each.style not in contents or each.names]
    return reader


def _root(roots: dict[str, etree._Element], part: str) -> etree._Element:
    return roots[part] if part in roots else etree.fromstring(EMPTY)


def _parsed(data: bytes, part: str, name: str) -> etree._Element:
    try:
        return parse_xml(data)
    except (etree.XMLSyntaxError, ValueError):
        raise ContentError([problem("review-broken", Location(name), part=part)]) from None


def _saved(core: etree._Element) -> Who:
    """Who saved the file last, and when."""
    return Who(core.findtext(MODIFIED_BY, "") or "", core.findtext(MODIFIED, "") or "")
