"""The PDFs of the real content and of the good project, made by LibreOffice: valid, right and the same every time."""

import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import page
import pikepdf
import pytest

from safecomm import build as stops
from safecomm.catalogue import Document
from safecomm.pdf.archival import figures_below
from safecomm.pdf.outline import outline, page_numbers
from safecomm.pdf_export import PdfExport, export_pdfs
from safecomm.word.contents import headings
from safecomm.word.drawings import descriptions
from tests.audit.sample import audit
from tests.bilingual import DOCUMENTS
from tests.pdf.fake import needs_office
from tests.test_broken import HERE

pytestmark = [needs_office, pytest.mark.slow]

UNMET = {
    "PDFUA1-CONTENT-TAGGING-001": "LibreOffice 7.4 does not mark lines and frames as decoration",
    "PDFUA1-LINK-LINK-TAG-001": "LibreOffice 7.4 leaves the number that leads to a footnote outside of a Link",
    "PDFUA1-NOTE-ID-001": "LibreOffice 7.4 gives footnotes no ID",
    "PDFA2B-STREAM-LENGTH-001": "page-validation takes a stream's last byte for a line end if it is a carriage return",
}
"""Rules that a PDF may break, and why; docs/pdf.md tells the same."""


def words(project: Path, documents: Sequence[Document], final: bool) -> dict[str, bytes]:
    run = stops.build(project, documents, final, language=None)
    return {built.document.stem: built.docx for built in run.built}


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    """Drafts in both languages with all that the real content has, and final documents."""
    good = words(HERE / "good", [document for document in DOCUMENTS if document.language == "sv"], final=True)
    return words(HERE.parent, DOCUMENTS, final=False) | {f"good.{stem}": docx for stem, docx in good.items()}


@pytest.fixture(scope="module")
def papers(documents: dict[str, bytes]) -> Mapping[str, PdfExport]:
    return export_pdfs(documents, {}, lambda _: None)


@pytest.mark.parametrize("profile", ["2b", "ua1"])
def test_archive_and_accessibility(papers: Mapping[str, PdfExport], profile: str) -> None:
    for paper in papers.values():
        report = page.validate_pdf_bytes(paper.pdf, profile=profile)
        assert report.rules.total > 100
        assert {failure.rule_id: failure.message for failure in report.failures if failure.rule_id not in UNMET} == {}


def test_title_language_and_fonts(papers: Mapping[str, PdfExport]) -> None:
    for name, paper in papers.items():
        with pikepdf.open(BytesIO(paper.pdf)) as document:
            root = document.Root
            assert str(root.Lang) == ("en-GB" if name.endswith(".en") else "sv-SE")
            assert root.MarkInfo.Marked
            assert root.ViewerPreferences.DisplayDocTitle
            assert str(document.docinfo.Title) in root.Metadata.read_bytes().decode()
            fonts = [
                entry for entry in document.objects if isinstance(entry, pikepdf.Dictionary) and "/FontFile2" in entry
            ]
            assert fonts
            assert document.docinfo.keys() == {"/Title", "/Author", "/Producer"}


def test_charts_are_described(papers: Mapping[str, PdfExport], documents: dict[str, bytes]) -> None:
    texts = descriptions(documents["good.application.sv"])
    with pikepdf.open(BytesIO(papers["good.application.sv"].pdf)) as document:
        assert [str(figure.Alt) for figure in figures_below(document.Root.StructTreeRoot)] == texts
    assert any(text.startswith("Linjediagram: ") for text in texts)


def test_every_heading_stands_in_the_outline(papers: Mapping[str, PdfExport], documents: dict[str, bytes]) -> None:
    for name, paper in papers.items():
        entries = [(entry.level, entry.title) for entry in outline(paper.pdf)]
        listed = headings(documents[name])
        assert len(entries) > 20
        assert [heading for heading in listed if heading not in entries] == []


def test_the_contents_name_the_pages_of_the_pdf(papers: Mapping[str, PdfExport], documents: dict[str, bytes]) -> None:
    listing = {name: found for name in papers if (found := headings(documents[name]))}
    assert "application.sv" in listing
    for name, listed in listing.items():
        paper = papers[name]
        assert not paper.unnumbered
        assert written_numbers(paper.docx) == page_numbers(paper.pdf, listed)


def written_numbers(docx: bytes) -> list[int]:
    with ZipFile(BytesIO(docx)) as archive:
        xml = archive.read("word/document.xml").decode()
    contents = re.findall(r"PAGEREF _Toc\w+ \\h .*?<w:t[^>]*>(\d+)<", xml)
    return [int(number) for number in contents]


def test_page_numbers_leave_the_word_file_sound(papers: Mapping[str, PdfExport]) -> None:
    for name, paper in papers.items():
        assert audit(paper.docx, name) == []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")
def test_the_page_numbers_are_seen(papers: Mapping[str, PdfExport], documents: dict[str, bytes]) -> None:
    command = ["pdftotext", "-layout", "-l", "6", "-", "-"]  # The contents are at the beginning.
    text = subprocess.run(command, input=papers["application.sv"].pdf, capture_output=True, check=True).stdout.decode()
    shown = [int(number) for number in re.findall(r"\.{4,} *(\d+)$", text, re.MULTILINE)]
    assert shown == page_numbers(papers["application.sv"].pdf, headings(documents["application.sv"]))


def test_the_same_bytes_twice_alone_or_together(papers: Mapping[str, PdfExport], documents: dict[str, bytes]) -> None:
    again = export_pdfs({"good.application.sv": documents["good.application.sv"]}, {}, lambda _: None)
    assert again["good.application.sv"] == papers["good.application.sv"]


def test_what_is_unchanged_is_kept_and_still_numbers_the_contents(
    papers: Mapping[str, PdfExport], documents: dict[str, bytes]
) -> None:
    told: list[str] = []
    again = export_pdfs(documents, {name: paper.pdf for name, paper in papers.items()}, told.append)
    assert told == []
    assert again == {name: paper._replace(kept=True) for name, paper in papers.items()}


def test_an_outline_with_other_headings_numbers_nothing(papers: Mapping[str, PdfExport]) -> None:
    pdf = papers["application.sv"].pdf
    right = [(entry.level, entry.title) for entry in outline(pdf) if entry.level < 3]
    assert page_numbers(pdf, right) == [entry.page for entry in outline(pdf) if entry.level < 3]
    assert page_numbers(pdf, right[1:]) is None
    assert page_numbers(pdf, [(1, "x"), *right[1:]]) is None
    assert page_numbers(b"no PDF", right) is None


@pytest.mark.parametrize("rule", UNMET)
def test_what_is_not_met_is_documented(rule: str) -> None:
    assert f"| `{rule}` | " in (HERE.parent / "docs" / "pdf.md").read_text(encoding="utf-8")
