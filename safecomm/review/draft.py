"""The draft that a reviewer had, as the review compares with it: its paragraphs, and where each comes from."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from safecomm.build_id import build_id
from safecomm.catalogue import documents_matching, templates
from safecomm.content.project_language import project_languages
from safecomm.drafts.kept import Facts, KeptDraft
from safecomm.ooxml.opening import open_word_bytes
from safecomm.review.returned import LIMITS, ReadDocument, read_document
from safecomm.review.reviewed_paragraph import ReviewedParagraph
from safecomm.review.run_text import CharacterFormat
from safecomm.review.traits import Traits
from safecomm.word.source_map import SourceLocation

if TYPE_CHECKING:
    from safecomm.content.content import Content

UNPLACED = SourceLocation("", "", 0, "text")
"""Of a text of the content, as its bookmark says, of which nothing says where it stands."""


class DraftParagraph(NamedTuple):
    """A paragraph of the draft; without a mark its text is derived from facts. `formats` holds one a character."""

    key: str
    part: str
    text: str
    record: str
    heading: str
    mark: SourceLocation | None
    formats: tuple[CharacterFormat, ...]
    traits: Traits


class ComparedDraft(NamedTuple):
    blocks: tuple[DraftParagraph, ...]
    marks: Mapping[str, SourceLocation]
    facts: Facts
    traits: Traits
    styles: Mapping[str, str]


class CurrentProject:
    """A project as it is; where a kept draft serves, nobody needs its content and documents, which cost most."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.documents: dict[tuple[str, str, bool], ComparedDraft] = {}

    @cached_property
    def build(self) -> str:
        return build_id(self.folder)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        return project_languages(self.folder)

    @cached_property
    def content(self) -> "Content":
        """Raises ContentError."""
        from safecomm.content.load import load

        return load(self.folder)

    def document(self, stem: str, build: str = "", *, final: bool = False) -> ComparedDraft:
        """As it would be built now, with another build's id if one is given; raises ContentError."""
        wanted = stem, build or self.build, final
        if wanted not in self.documents:
            self.documents[wanted] = self.render(*wanted)
        return self.documents[wanted]

    def render(self, stem: str, build: str, final: bool) -> ComparedDraft:
        from safecomm.build import render_document
        from safecomm.word.view_texts import facts_in

        (document,) = documents_matching(stem, self.languages)
        package, view = render_document(self.content, document, templates(self.folder), build, final)
        return compared_draft(read_document(package), package.marks, facts_in(view))


def unpack(kept: KeptDraft) -> ComparedDraft:
    """Raises ContentError where the document in it is damaged."""
    package = open_word_bytes(kept.docx, kept.file_name, LIMITS)
    return compared_draft(read_document(package), kept.marks, kept.facts)


def compared_draft(read: ReadDocument, marks: Mapping[str, SourceLocation], facts: Facts) -> ComparedDraft:
    blocks = (draft_paragraph(paragraph, marks) for paragraph in read.paragraphs if paragraph.is_shown)
    return ComparedDraft(tuple(blocks), marks, facts, read.traits, read.styles)


def draft_paragraph(paragraph: ReviewedParagraph, marks: Mapping[str, SourceLocation]) -> DraftParagraph:
    """It is known by its mark, else by its text below the title of its record."""
    name = next((name for name in paragraph.names if name in marks), "")
    return DraftParagraph(
        name or f"{paragraph.record} {paragraph.before()}",
        paragraph.part,
        paragraph.after(),
        paragraph.record,
        paragraph.heading,
        marks.get(name),
        paragraph.formats(),
        paragraph.traits,
    )
