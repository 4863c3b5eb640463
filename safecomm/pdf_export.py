"""The Word files on paper: a PDF of each, and the page numbers in their tables of contents."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from safecomm.pdf.archival import archival, origin, origin_of
from safecomm.pdf.attached import AttachedFile
from safecomm.pdf.attached_pages import followed_by
from safecomm.pdf.office import Office, convert, find
from safecomm.pdf.outline import page_numbers
from safecomm.word.contents import headings, with_page_numbers
from safecomm.word.drawings import descriptions

PASSES = 3
"""A page number may be as wide as to move what follows; after this many conversions it stays as it is."""


class PdfExport(NamedTuple):
    """What came of a document; `docx` has page numbers in its contents, unless the PDF's outline has other headings."""

    docx: bytes
    pdf: bytes
    kept: bool
    """The PDF is the earlier one."""
    unnumbered: bool
    """There is a table of contents, and it got no page numbers."""


def export_pdfs(
    documents: Mapping[str, bytes],
    earlier: Mapping[str, bytes],
    tell: Callable[[str], None],
    attached: Mapping[str, Sequence[AttachedFile]] = MappingProxyType({}),
) -> dict[str, PdfExport]:
    """Each Word file by its name; one whose earlier PDF was made from the same file is not converted again.

    Behind it come the pages of what is `attached` to it.

    Raises ContentError when LibreOffice is missing or fails; `tell` is called with the name of each that is converted.
    """
    office = find()
    follow = {name: attached.get(name, ()) for name in documents}
    origins = {
        name: origin(docx, office.version, (file.printed for file in follow[name])) for name, docx in documents.items()
    }
    kept = {name: earlier[name] for name in documents if origin_of(earlier.get(name, b"")) == origins[name]}
    new = {name: docx for name, docx in documents.items() if name not in kept}
    for name in new:
        tell(name)
    pdfs = kept | {
        name: followed_by(archival(pdf, origins[name], name, descriptions(new[name])), follow[name])
        for name, pdf in convert_with_page_numbers(office, new).items()
    }
    return {name: make_export(docx, pdfs[name], name in kept) for name, docx in documents.items()}


def convert_with_page_numbers(office: Office, documents: Mapping[str, bytes]) -> dict[str, bytes]:
    """The PDF of each, made again with the page numbers that it tells until they stand in its contents."""
    pdfs: dict[str, bytes] = {}
    current = dict(documents)
    for _ in range(PASSES):
        if current:
            pdfs |= convert(office, current)
        better = {name: add_page_numbers(documents[name], pdfs[name]) for name in current}
        current = {name: docx for name, docx in better.items() if docx != current[name]}
    return pdfs


def add_page_numbers(docx: bytes, pdf: bytes) -> bytes:
    """The Word file with the page of each heading in its contents, as far as the PDF's outline tells."""
    entries = headings(docx)
    pages = page_numbers(pdf, entries) if entries else None
    return docx if pages is None else with_page_numbers(docx, pages)


def make_export(docx: bytes, pdf: bytes, kept: bool) -> PdfExport:
    result = add_page_numbers(docx, pdf)
    return PdfExport(result, pdf, kept, unnumbered=result == docx and bool(headings(docx)))
