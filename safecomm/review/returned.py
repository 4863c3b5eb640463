"""A file that came back from a reviewer, read with suspicion."""

import re
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from safecomm.diagnostic import ContentError, Location, problem
from safecomm.drafts.kept import BUILD, DOCUMENT
from safecomm.review.comments import Comment, read_comments
from safecomm.review.paragraphs import Paragraph, Quote, Who
from safecomm.review.reader import Reader
from safecomm.word.archive import EMPTY, MAIN, read_parts
from safecomm.word.finish import NOTES
from safecomm.word.package import CUSTOM, PACKAGE_CORE, origin_in
from safecomm.word.relationships import relationships_of
from safecomm.word.styles import style_names
from safecomm.word.wordml import parse_xml

COMMENTS, EXTENDED, STYLES = "word/comments.xml", "word/commentsExtended.xml", "word/styles.xml"
END_NOTES = "word/endnotes.xml"
KEPT = re.compile(
    r"docProps/(core|custom)\.xml|word/_rels/(document|footnotes|endnotes)\.xml\.rels"
    r"|word/(document|styles|footnotes|endnotes|comments|commentsExtended|(header|footer)\d*)\.xml"
)
MARGIN = re.compile(r"word/(header|footer)\d*\.xml")
CONTENTS = re.compile(r"toc\d|tocheading|contents\d|contentsheading")
MODIFIED_BY = f"{{{PACKAGE_CORE}}}lastModifiedBy"
MODIFIED = "{http://purl.org/dc/terms/}modified"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


Key = tuple[str, str]
"""The build id and the document that tell a draft from others."""


class Returned(NamedTuple):
    """`build` and `document` say which draft it is, `creator` of which community.

    `margins` are the paragraphs of headers and footers.
    """

    name: str
    build: str
    document: str
    creator: str
    saved: Who
    paragraphs: list[Paragraph]
    margins: list[Paragraph]
    comments: list[Comment]
    quotes: dict[str, Quote]

    @property
    def key(self) -> Key:
        return self.build, self.document


def read_returned(path: Path) -> Returned:
    """Raises ContentError where the file is damaged, hostile, or no document of ours."""
    name = path.as_posix()
    parts = read_parts(path, name, KEPT, "review")
    if MAIN not in parts:
        raise ContentError([problem("review-not-word", Location(name))])
    roots = {part: parsed(data, part, name) for part, data in parts.items()}
    properties, core = origin_in(_root(roots, CUSTOM)), _root(roots, "docProps/core.xml")
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
        core.findtext(CREATOR, "") or "",
        _saved(core),
        reader.paragraphs,
        margins.paragraphs,
        read_comments(_root(roots, COMMENTS), _root(roots, EXTENDED)),
        reader.quotes,
    )


def read_body(roots: dict[str, etree._Element]) -> Reader:
    """The body and the notes of both kinds, without the table of contents, which Word makes."""
    styles = style_names(_root(roots, STYLES))
    reader = Reader(styles)
    for part in (MAIN, NOTES, END_NOTES):
        relationships = _root(roots, relationships_of(part))
        reader.begin(part, {each.get("Id", ""): each.get("Target", "") for each in relationships})
        reader.read(_root(roots, part))
    contents = {id_ for id_, name in styles.items() if CONTENTS.fullmatch(name)}
    reader.paragraphs = [each for each in reader.paragraphs if each.style not in contents or each.names]
    return reader


def _root(roots: dict[str, etree._Element], part: str) -> etree._Element:
    return roots[part] if part in roots else etree.fromstring(EMPTY)


def parsed(data: bytes, part: str, name: str) -> etree._Element:
    """Raises ContentError with the name of the damaged part."""
    try:
        return parse_xml(data)
    except (etree.XMLSyntaxError, ValueError):
        raise ContentError([problem("review-broken", Location(name), part=part)]) from None


def _saved(core: etree._Element) -> Who:
    """Who saved the file last, and when."""
    return Who(core.findtext(MODIFIED_BY, "") or "", core.findtext(MODIFIED, "") or "")
