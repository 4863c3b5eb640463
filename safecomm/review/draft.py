"""The draft that a reviewer had, as the review compares with it: its paragraphs, and where each comes from."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from safecomm.build import digest, rendered
from safecomm.catalogue import named, templates
from safecomm.content.content import FOLDER, Content
from safecomm.drafts.facts import facts_in
from safecomm.drafts.kept import Facts, KeptDraft
from safecomm.ooxml.opening import open_word_bytes
from safecomm.review.paragraphs import Paragraph
from safecomm.review.returned import LIMITS, read_body
from safecomm.review.runs import Look
from safecomm.word.marks import Mark

UNPLACED = Mark("", "", 0, "text")
"""Of a text of the content, as its bookmark says, of which nothing says where it stands."""


class Block(NamedTuple):
    """A paragraph of the draft; without a mark its text is derived from facts. `looks` holds one for each character."""

    key: str
    text: str
    record: str
    mark: Mark | None
    looks: tuple[Look, ...]


class Draft(NamedTuple):
    blocks: tuple[Block, ...]
    marks: Mapping[str, Mark]
    facts: Facts


def build_id(project: Path) -> str:
    return digest([project / FOLDER, templates(project)])


def draft_of(content: Content, stem: str) -> Draft:
    """The document as the content is."""
    (document,) = named(stem)
    project = content.project
    package, view = rendered(content, document, templates(project), build_id(project), final=False)
    return Draft(blocks(read_body(package).paragraphs, package.marks), package.marks, facts_in(view))


def unpacked(kept: KeptDraft) -> Draft:
    """Raises ContentError where the document in it is damaged."""
    package = open_word_bytes(kept.docx, kept.file_name, LIMITS)
    return Draft(blocks(read_body(package).paragraphs, kept.marks), kept.marks, kept.facts)


def blocks(paragraphs: Iterable[Paragraph], marks: Mapping[str, Mark]) -> tuple[Block, ...]:
    return tuple(
        Block(key(each, marks), each.after(), each.record, mark_of(each, marks), each.looks())
        for each in paragraphs
        if each.after().strip()
    )


def mark_of(paragraph: Paragraph, marks: Mapping[str, Mark]) -> Mark | None:
    return next((marks[name] for name in paragraph.names if name in marks), None)


def key(paragraph: Paragraph, marks: Mapping[str, Mark]) -> str:
    """What a paragraph is known by: its mark, else its text below the title of its record."""
    return next((name for name in paragraph.names if name in marks), f"{paragraph.record} {paragraph.before()}")
