"""Files of others as text: all that a person can read in them, and nothing twice."""

from pathlib import Path

import pytest

from safecomm.ooxml.package import Package
from safecomm.twin.twin import foreign_text, to_text
from tests.audit.sample import LEADS, LINK, NAMESPACES, control, field, holding, parts, run, zipped
from tests.word.sample import RELATIONSHIPS, R, paragraph, row

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
BOX = f"<w:txbxContent>{paragraph('I rutan')}</w:txbxContent>"
DRAWN = f"<w:drawing><wp:anchor><a:graphic><a:graphicData>{BOX}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
TWICE = (
    f'<mc:AlternateContent><mc:Choice Requires="wps">{DRAWN}</mc:Choice>'
    f"<mc:Fallback><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
)
WHO = 'w:author="Anna" w:date="2026-01-01T00:00:00Z"'
ROW = row(paragraph("a"), paragraph("b"))
CELLS = [f"<w:tc>{paragraph(text)}</w:tc>" for text in ("a", "b")]
CONTROLLED = f"<w:tr>{control(2, CELLS[0])}{CELLS[1]}</w:tr>"
EQUATION = f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>a=b</m:t></m:r></m:oMath>'
HYPHEN = "<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t></w:r>"
NESTED = row(f"<w:tbl>{ROW}</w:tbl>{paragraph('c')}")
LOST = '<w:r><w:footnoteReference w:id="9"/></w:r>'
SHOWN = {
    "a text box, drawn anew and as of old": (holding(run("Text") + f"<w:r>{TWICE}</w:r>"), "Text\n\nI rutan"),
    "an equation": (
        holding(run("Area ") + f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>a=b</m:t></m:r></m:oMath>'),
        "Area a=b",
    ),
    "a symbol": (holding(run("Klart ") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), "Klart ✓"),
    "a symbol that nobody knows": (holding('<w:r><w:sym w:font="Egen" w:char="F0FC"/></w:r>'), "□"),
    "a hyphen that does not break": (
        holding("<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t></w:r>"),
        "e\u2011post",
    ),
    "a paragraph in a control": (control(1, paragraph("Datum")), "Datum"),
    "rows and cells in controls": (
        f"<w:tbl>{control(1, CONTROLLED)}</w:tbl>",
        "| a | b |",
    ),
    "a table in a cell": (
        f"<w:tbl>{row(f'<w:tbl>{ROW}</w:tbl>' + paragraph('c'))}</w:tbl>",
        "| \\| a \\| b \\|<br>c |",
    ),
    "a field and what it asks for": (holding(field("REF x", run("Tabell 1"))), "Tabell 1"),
    "an entry of the contents as LibreOffice writes it": (
        holding(field("PAGEREF x \\h", run("Inledning") + "<w:r><w:tab/><w:t>3</w:t></w:r>")),
        "Inledning\t{PAGEREF}",
    ),
    "what somebody has inserted, deleted and moved": (
        holding(
            f"<w:ins {WHO}>{run('in')}</w:ins><w:del {WHO}><w:r><w:delText>ut</w:delText></w:r></w:del>"
            f"<w:moveFrom {WHO}>{run('bort')}</w:moveFrom><w:moveTo {WHO}>{run('hit')}</w:moveTo>"
            f"<w:ins {WHO}><w:del {WHO}><w:r><w:delText>nej</w:delText></w:r></w:del></w:ins>"
        ),
        "inhit",
    ),
    "a row that somebody has deleted": (
        f"<w:tbl>{ROW}{ROW.replace('<w:tr>', f'<w:tr><w:trPr><w:del {WHO}/></w:trPr>')}</w:tbl>",
        "| a | b |",
    ),
    "a note that is not there": (
        holding(run("Text") + '<w:r><w:footnoteReference w:id="9"/></w:r>'),
        "Text[^1]\n\n[^1]:",
    ),
}


def text_of(members: dict[str, str]) -> str:
    """Without the header."""
    return to_text(Package(zipped(members))).removeprefix("> header: Sida {PAGE}\n\n").rstrip("\n")


@pytest.mark.parametrize("name", SHOWN)
def test_all_that_can_be_read_is_shown_once(name: str) -> None:
    body, text = SHOWN[name]
    assert text_of(parts(body)) == text


def test_endnotes_follow_the_footnotes_in_the_order_of_their_calls() -> None:
    calls = '<w:r><w:endnoteReference w:id="1"/></w:r>' + run(" b") + '<w:r><w:footnoteReference w:id="1"/></w:r>'
    members = parts(holding(run("a") + calls))
    lead = f'<Relationship Id="rId9" Type="{R}/endnotes" Target="endnotes.xml"/>'
    members["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{RELATIONSHIPS}">{LEADS}{LINK}{lead}</Relationships>'
    )
    members["word/endnotes.xml"] = (
        f'<w:endnotes {NAMESPACES}><w:endnote w:id="1">{paragraph("Sist")}</w:endnote></w:endnotes>'
    )
    assert text_of(members) == "a[^1] b[^2]\n\n[^1]: Sist\n\n[^2]: Trygghetsrådet"


def test_the_main_part_may_have_another_name(tmp_path: Path) -> None:
    members = {name.replace("document.xml", "document2.xml"): text for name, text in parts(paragraph("Hej")).items()}
    members["_rels/.rels"] = members["_rels/.rels"].replace("document.xml", "document2.xml")
    (tmp_path / "x.docx").write_bytes(zipped(members))
    assert foreign_text(tmp_path / "x.docx") == "> header: Sida {PAGE}\n\nHej\n"
