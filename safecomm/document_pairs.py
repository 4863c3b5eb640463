"""A document in two drafts, or two Word files: what changed in its text, and the one with the changes tracked."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from safecomm.build import View, render_document, require_buildable, view
from safecomm.catalogue import TEMPLATES, Document, documents
from safecomm.changes.change_lines import DocumentChanges
from safecomm.changes.twin_line import changed_sections
from safecomm.comparison import Draft, one_message
from safecomm.content.content import Language
from safecomm.diagnostic import ContentError, Location, problem
from safecomm.documents.edition import Edition
from safecomm.messages.texts import texts_of
from safecomm.ooxml.opening import open_word_file
from safecomm.ooxml.package import Package
from safecomm.redline.annotations import count_changes
from safecomm.redline.layers import document_form, seen_differences
from safecomm.redline.proof import Proof, prove
from safecomm.redline.redline import Redline, UnprovenError, redline
from safecomm.redline.style_names import plain_pair
from safecomm.twin.twin import UNEXPECTED, text_of_foreign, to_text


class DocumentPair(NamedTuple):
    """A document in both drafts, or two Word files given as such; `old` and `new` are one where nothing differs."""

    stem: str
    old: Package
    new: Package

    def changes(self, read: Callable[[Package], str] = to_text) -> DocumentChanges:
        """What changed in its text, as `read` tells it."""
        sections = () if self.old is self.new else changed_sections(read(self.old), read(self.new))
        return DocumentChanges(self.stem, sections)

    def redline(self, author: str, date: datetime | None) -> bytes:
        """The new one with tracked changes; the pair is used up."""
        return self.new.data if self.old is self.new else redline(self.old, self.new, author, date).data


def render_pairs(old: Draft, new: Draft) -> Iterator[DocumentPair]:
    """Every document of both drafts, one after another, for they are large; raises ContentError."""
    require_both_buildable(old, new)
    return (render_pair(old, new, document) for document in documents_of_both(old, new))


def require_both_buildable(*drafts: Draft) -> None:
    """Raises ContentError."""
    for draft in drafts:
        with one_message(draft.version, draft.snapshot.language):
            require_buildable([finding.diagnostic for finding in draft.snapshot.findings])


def documents_of_both(old: Draft, new: Draft) -> list[Document]:
    """An earlier draft may have another language less, and no template for what was not made then."""
    earlier = documents(old.content.languages)
    known = [document for document in earlier if f"{TEMPLATES}/{document.name}.docx" in old.template_files]
    return [document for document in documents(new.content.languages) if document in known]


def render_pair(old: Draft, new: Draft, document: Document) -> DocumentPair:
    """Raises ContentError."""
    package, seen = render_draft(new, document)
    same = is_same_document(old, new, document, seen)
    return DocumentPair(document.stem, package if same else render_draft(old, document)[0], package)


def pair_with_file(docx: bytes, new: Draft, document: Document) -> DocumentPair:
    """The document beside an earlier one of it that was kept as a file; raises ContentError."""
    return DocumentPair(document.stem, Package(docx, f"{document.stem}.docx"), render_draft(new, document)[0])


def is_same_document(old: Draft, new: Draft, document: Document, seen: View) -> bool:
    """Whether it is made of the same in both, but for the build id; `seen` is what the new one shows."""
    before, after = (Edition(draft.content, document.language) for draft in (old, new))
    return (
        old.template_files == new.template_files
        and old.content.pictures == new.content.pictures
        and before.records.community.name == after.records.community.name
        and view(before, document) == seen
    )


def render_draft(draft: Draft, document: Document) -> tuple[Package, View]:
    """The document and what it shows; raises ContentError."""
    with one_message(draft.version, draft.snapshot.language):
        return render_document(draft.content, document, draft.templates, draft.build_id, final=False)


def open_files(old: Path, new: Path) -> DocumentPair:
    return DocumentPair(new.stem, open_word_file(old), open_word_file(new))


def changes_of_files(files: DocumentPair) -> DocumentChanges:
    """What changed in the text of two Word files; where nothing did, what differs beside it. Raises ContentError."""
    earlier = [(package.name, count_changes(package)) for package in (files.old, files.new)]
    try:
        seen = DocumentPair(files.stem, *plain_pair(files.old, files.new))
        changes = seen.changes(lambda package: normalize("NFC", text_of_foreign(package)))
        beside = () if changes.sections else tuple(seen_differences(seen.old, seen.new))
    except UNEXPECTED:
        raise ContentError([problem("docx-not-word", Location(files.new.name))]) from None
    return changes._replace(beside=beside, earlier=tuple(found for found in earlier if found[1]))


def redline_files(files: DocumentPair, author: str, date: datetime | None, language: Language) -> Redline:
    """Raises ContentError, in the language: in files that are not ours, anything may stand in the way."""
    try:
        return redline(files.old, files.new, author, date)
    except UnprovenError as fault:
        layers = fault.proof.failing
    except UNEXPECTED:
        layers = ("unread",)
    named = ", ".join(texts_of("layers", language)[layer] for layer in layers)
    raise ContentError([problem("not-redlined", Location(files.new.name), layers=named)])


def prove_files(old: Path, new: Path, redlined: Path) -> Proof:
    """Whether the redline, whoever made it, leads from the one file to the other; raises ContentError."""
    try:
        before, after = map(document_form, plain_pair(open_word_file(old), open_word_file(new)))
        return prove(before, after, open_word_file(redlined))
    except UNEXPECTED:
        raise ContentError([problem("not-proven", Location(redlined.as_posix()))]) from None
