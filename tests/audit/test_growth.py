"""Twice the document is twice the work and not more, counted in calls of our functions, and nothing is read twice."""

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType

import pytest

from safecomm.audit.audit import audit_package
from safecomm.ooxml.package import Package
from safecomm.twin.twin import to_text
from tests.audit.sample import HEADER_ROW, bookmark, drawing, field, holding, run, with_body, zipped
from tests.word.sample import paragraph, row

SHAPES: dict[str, Callable[[int], str]] = {
    "links in one paragraph": lambda number: holding(
        "".join(
            bookmark(index + 100, f"_T{index}", run("mål", "<w:b/>"))
            + f'<w:hyperlink w:anchor="_T{index}">{run("se där")}</w:hyperlink>'
            + field(f"REF _T{index}", run(str(index)))
            for index in range(number)
        )
    ),
    "a long table": lambda number: (
        f"<w:tbl><w:tblPr/>{HEADER_ROW}{row(paragraph('a'), paragraph('{{ b }}')) * number}</w:tbl>"
    ),
    "a wide table": lambda number: f"<w:tbl><w:tblPr/>{HEADER_ROW}{row(*[paragraph('a')] * number)}</w:tbl>",
    "empty paragraphs": lambda number: "<w:p/><w:proofErr/>" * number,
    "fields that never end": lambda number: holding('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * number),
    "pictures": lambda number: "".join(holding(drawing(index + 100)) for index in range(number)),
}


def package(body: str) -> Package:
    return Package(zipped(with_body(body)), "x.docx")


def calls(work: Callable[[], object]) -> Counter[str]:
    """How often which function of ours was called or went on."""
    counts: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and "safecomm" in frame.f_code.co_filename:
            counts[frame.f_code.co_name] += 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return counts


def calls_to_read(body: str) -> int:
    document = package(body)
    return (calls(lambda: audit_package(document, "x.docx")) + calls(lambda: to_text(document))).total()


@pytest.mark.parametrize("shape", SHAPES)
def test_the_work_grows_as_the_document_does(shape: str) -> None:
    # Otherwise the first would also fill the caches.
    calls_to_read(SHAPES[shape](1))
    assert calls_to_read(SHAPES[shape](400)) < 2.1 * calls_to_read(SHAPES[shape](200))


def test_the_twin_reads_no_plain_paragraph_again() -> None:
    document = package(paragraph("Klart.") * 50)
    first, second = calls(lambda: audit_package(document, "x.docx")), calls(lambda: to_text(document))
    assert first["plain_text"] > 50
    assert second["plain_text"] == 0
