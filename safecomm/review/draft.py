"""The draft that a reviewer had: built again from the state of the project that its build id names."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from safecomm.build import digest, package_of, templates, view
from safecomm.catalogue import Document, named
from safecomm.content.content import FOLDER, Content
from safecomm.content.load import load
from safecomm.diagnostic import ContentError
from safecomm.documents.edition import Edition
from safecomm.history import earlier_projects
from safecomm.review.paragraphs import Paragraph
from safecomm.review.returned import KEPT, read_body
from safecomm.word.document import RenderedPackage
from safecomm.word.marks import Mark
from safecomm.word.views import texts


class Block(NamedTuple):
    """A paragraph of the draft; without a mark its text is derived from facts and phrases."""

    key: str
    text: str
    record: str
    mark: Mark | None


class Draft(NamedTuple):
    """`facts` are the fields of each record as the document shows them, by the record's target."""

    content: Content
    blocks: tuple[Block, ...]
    marks: Mapping[str, Mark]
    facts: Mapping[str, Mapping[str, str]]


def find_draft(project: Path, build: str, document: str) -> Draft | None:
    """The draft as it was sent out, from Git; None where it is not there."""
    for earlier in earlier_projects(project, FOLDER, "templates"):
        if build_id(earlier) == build:
            try:
                return draft_of(earlier, document)
            except ContentError:
                # What this program no longer reads as content is no help.
                return None
    return None


def build_id(project: Path) -> str:
    return digest([project / FOLDER, templates(project)])


def draft_of(project: Path, stem: str) -> Draft:
    (document,) = named(stem)
    content = load(project)
    package = package_of(content, document, templates(project), build_id(project), final=False)
    roots = {part: package.root(part) for part in package.names if KEPT.fullmatch(part)}
    paragraphs = read_body(roots).paragraphs
    return Draft(content, tuple(blocks(paragraphs, package)), package.marks, facts(content, document))


def blocks(paragraphs: list[Paragraph], package: RenderedPackage) -> list[Block]:
    return [
        Block(key(each, package.marks), each.after(), each.record, next((package.marks[n] for n in each.names), None))
        for each in paragraphs
        if each.after().strip()
    ]


def key(paragraph: Paragraph, marks: Mapping[str, Mark]) -> str:
    """What a paragraph is known by: its mark, else its text below the title of its record."""
    return next((name for name in paragraph.names if name in marks), f"{paragraph.record} {paragraph.before()}")


def facts(content: Content, document: Document) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    pending = [view(Edition(content, document.language), document)]
    while pending:
        each: object = pending.pop()
        if isinstance(each, tuple):
            pending += each
            target = getattr(getattr(each, "title", None), "target", None)
            if target and hasattr(each, "_fields"):
                for field, value in zip(each._fields, each, strict=True):
                    for path, text in texts(value, field):
                        if isinstance(text, str) and text:
                            found.setdefault(target, {}).setdefault(text, path)
    return found
