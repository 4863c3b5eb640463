"""A file that came back from a reviewer, read with suspicion."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.drafts.kept import BUILD, DOCUMENT
from safecomm.ooxml.opening import Limits, open_word_file
from safecomm.ooxml.package import Package
from safecomm.ooxml.wordml import RELATIONSHIP_ID, w
from safecomm.review.comments import Comment, read_comments
from safecomm.review.document_traits import document_traits, style_looks, theme_looks
from safecomm.review.part_reader import PartReader
from safecomm.review.reviewed_paragraph import Quote, ReviewedParagraph, Who
from safecomm.review.run_text import OBJECT
from safecomm.review.traits import Traits
from safecomm.word.own_parts import CORE, CREATOR, CUSTOM, PACKAGE_CORE, origin_in

NOTES = ("footnotes", "endnotes")
MARGINS = ("header", "footer")
LIMITS = Limits(file=30_000_000)
"""No draft is larger."""
PAGE_NUMBER = re.compile(rf"[\t .\d{OBJECT}]+$")
MODIFIED_BY = f"{{{PACKAGE_CORE}}}lastModifiedBy"
MODIFIED = "{http://purl.org/dc/terms/}modified"

Key = tuple[str, str]
"""The build id and the document that tell a draft from others."""


class ReadDocument(NamedTuple):
    """The paragraphs of the body, the notes and the margins, without the table of contents, which Word makes.

    `styles` is how each style looks, by its name, `quotes` are the comments' places by their ids.
    """

    paragraphs: list[ReviewedParagraph]
    traits: Traits
    styles: Mapping[str, str]
    quotes: dict[str, Quote]


class Returned(NamedTuple):
    """`build` and `document` say which draft it is, where the file does, `creator` of which community."""

    name: str
    build: str
    document: str
    creator: str
    saved: Who
    read: ReadDocument
    comments: list[Comment]

    @property
    def paragraphs(self) -> list[ReviewedParagraph]:
        return self.read.paragraphs

    @property
    def is_final(self) -> bool:
        """Whether it is none of the drafts, each of which prints its build's id."""
        return not any(self.build in text for part in self.paragraphs for text in (part.before(), part.after()))

    @property
    def key(self) -> Key:
        return self.build, self.document

    @property
    def is_known(self) -> bool:
        return all(self.key)


def read_returned(package: Package) -> Returned:
    """Raises ContentError where the file is damaged or hostile."""
    properties, core = origin_in(package.root(CUSTOM)), package.root(CORE)
    return Returned(
        package.name,
        properties.get(BUILD, ""),
        properties.get(DOCUMENT, ""),
        core.findtext(CREATOR, "") or "",
        _last_save(core),
        read_document(package),
        read_comments(package.related_root("comments"), package.related_root("commentsExtended")),
    )


def read_all(files: Iterable[Path], refuse: Callable[[Returned], Diagnostic | None]) -> list[Returned]:
    """Raises ContentError with the problems of all files, those for which `refuse` gives one included."""
    copies: list[Returned] = []
    problems: list[Diagnostic] = []
    for file in files:
        try:
            copies.append(read_returned(open_word_file(file, limits=LIMITS)))
            problems += filter(None, [refuse(copies[-1])])
        except ContentError as fault:
            problems += fault.diagnostics
    if problems:
        raise ContentError(problems)
    return copies


def read_document(package: Package) -> ReadDocument:
    reader = PartReader(package)
    for story, part in (("body", package.main), *((kind, package.related_part(kind)) for kind in NOTES)):
        reader.read_part(story, part)
    text = len(reader.paragraphs)
    for kind, part in margins(package):
        reader.read_part(kind, part)
    contents, paragraphs = partition_contents(reader.paragraphs[:text])
    traits = document_traits(package, package.root(CORE)) | {"contents": " · ".join(contents)}
    paragraphs += reader.paragraphs[text:]
    styles = style_looks(package.styles) | theme_looks(package.related_root("theme"))
    return ReadDocument(paragraphs, traits, styles, reader.quotes)


def partition_contents(paragraphs: Iterable[ReviewedParagraph]) -> tuple[list[str], list[ReviewedParagraph]]:
    """What the table of contents says, without its page numbers, and all other paragraphs."""
    texts, others = [], []
    for paragraph in paragraphs:
        if paragraph.in_contents and not paragraph.names:
            texts.append(PAGE_NUMBER.sub("", paragraph.after()).strip())
        else:
            others.append(paragraph)
    return [*filter(None, texts)], others


def margins(package: Package) -> Iterable[tuple[str, str]]:
    """The headers and footers, in the order in which the sections name them: programs give their parts other names."""
    leads = package.relationships(package.main)
    references = package.body.iter(*(w(f"{kind}Reference") for kind in MARGINS))
    named = [leads[key] for reference in references if (key := reference.get(RELATIONSHIP_ID, "")) in leads]
    return dict.fromkeys((lead.kind, lead.target) for lead in named if lead.kind in MARGINS)


def _last_save(core: etree._Element) -> Who:
    """Who saved the file last, and when."""
    return Who(core.findtext(MODIFIED_BY, "") or "", core.findtext(MODIFIED, "") or "")
