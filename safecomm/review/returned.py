"""A file that came back from a reviewer, read with suspicion."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from safecomm.diagnostic import ContentError, Diagnostic, Location, problem
from safecomm.drafts.kept import BUILD, DOCUMENT
from safecomm.ooxml.opening import Limits, open_word_file
from safecomm.ooxml.package import Package
from safecomm.review.comments import Comment, read_comments
from safecomm.review.part_reader import PartReader
from safecomm.review.reviewed_paragraph import Quote, ReviewedParagraph, Who
from safecomm.word.own_parts import CUSTOM, PACKAGE_CORE, origin_in

CORE = "docProps/core.xml"
NOTES = ("footnotes", "endnotes")
LIMITS = Limits(file=30_000_000)
"""No draft is larger."""
CONTENTS = re.compile(r"toc\d|tocheading|contents\d|contentsheading")
MODIFIED_BY = f"{{{PACKAGE_CORE}}}lastModifiedBy"
MODIFIED = "{http://purl.org/dc/terms/}modified"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


Key = tuple[str, str]
"""The build id and the document that tell a draft from others."""


class Returned(NamedTuple):
    """`build` and `document` say which draft it is, `creator` of which community."""

    name: str
    build: str
    document: str
    creator: str
    saved: Who
    paragraphs: list[ReviewedParagraph]
    headers_footers: list[ReviewedParagraph]
    comments: list[Comment]
    quotes: dict[str, Quote]

    @property
    def key(self) -> Key:
        return self.build, self.document


def read_returned(path: Path) -> Returned:
    """Raises ContentError where the file is damaged, hostile, or no document of ours."""
    package = open_word_file(path, limits=LIMITS)
    properties, core = origin_in(package.root(CUSTOM)), package.root(CORE)
    if not (properties.get(BUILD) and properties.get(DOCUMENT)):
        raise ContentError([problem("review-not-ours", Location(package.name))])
    reader, headers_footers = read_body(package), PartReader()
    for part in sorted(package.related_parts(package.main, "header", "footer")):
        headers_footers.read_part(part, package.root(part), {})
    return Returned(
        package.name,
        properties[BUILD],
        properties[DOCUMENT],
        core.findtext(CREATOR, "") or "",
        _last_save(core),
        reader.paragraphs,
        headers_footers.paragraphs,
        read_comments(package.related_root("comments"), package.related_root("commentsExtended")),
        reader.quotes,
    )


def read_all(files: Iterable[Path], refuse: Callable[[Returned], Diagnostic | None]) -> list[Returned]:
    """Raises ContentError with the problems of all files, those for which `refuse` gives one included."""
    copies: list[Returned] = []
    problems: list[Diagnostic] = []
    for file in files:
        try:
            copies.append(read_returned(file))
            problems += filter(None, [refuse(copies[-1])])
        except ContentError as fault:
            problems += fault.diagnostics
    if problems:
        raise ContentError(problems)
    return copies


def read_body(package: Package) -> PartReader:
    """The body and the notes of both kinds, without the table of contents, which Word makes."""
    styles = package.styles.names
    reader = PartReader(styles)
    for story, part in (("body", package.main), *((kind, package.related_part(kind)) for kind in NOTES)):
        reader.read_part(story, package.root(part), package.relationships(part))
    contents = {id_ for id_, name in styles.items() if CONTENTS.fullmatch(name)}
    reader.paragraphs = [
        paragraph for paragraph in reader.paragraphs if paragraph.style not in contents or paragraph.names
    ]
    return reader


def _last_save(core: etree._Element) -> Who:
    """Who saved the file last, and when."""
    return Who(core.findtext(MODIFIED_BY, "") or "", core.findtext(MODIFIED, "") or "")
