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
HYPHEN = "<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t></w:r>"
NESTED = row(f"<w:tbl>{ROW}</w:tbl>{paragraph('c')}")
LOST = '<w:r><w:footnoteReference w:id="9"/></w:r>'


def equation(inside: str) -> str:
    return f'<m:oMath xmlns:m="{MATH}">{inside}</m:oMath>'


def math(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def form(data: str) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return begin + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


SHOWN = {
    "a text box, drawn anew and as of old": (holding(run("Text") + f"<w:r>{TWICE}</w:r>"), "Text\n\nI rutan"),
    "an equation": (holding(run("Area ") + equation(math("a=b"))), "Area a=b"),
    "a fraction, a power and a root": (
        holding(
            equation(
                f"<m:f><m:num>{math('a+b')}</m:num><m:den>{math('c')}</m:den></m:f>{math('=')}"
                f"<m:sSup><m:e>{math('x')}</m:e><m:sup>{math('2')}</m:sup></m:sSup>{math('+')}"
                f"<m:rad><m:deg/><m:e>{math('y')}</m:e></m:rad>"
            )
        ),
        "(a+b)/c=x^2+√(y)",
    ),
    "a sum, brackets and a matrix": (
        holding(
            equation(
                f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{math("i=1")}</m:sub><m:sup>{math("n")}</m:sup>'
                f"<m:e>{math('i')}</m:e></m:nary><m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr><m:e>"
                f"<m:m><m:mr><m:e>{math('1')}</m:e><m:e>{math('0')}</m:e></m:mr><m:mr><m:e>{math('0')}</m:e></m:mr></m:m>"
                "</m:e></m:d>"
            )
        ),
        "∑\\_(i=1)^n i[1, 0; 0]",
    ),
    "a reading above letters": (
        holding(f"<w:r><w:ruby><w:rt>{run('とう')}</w:rt><w:rubyBase>{run('東')}</w:rubyBase></w:ruby></w:r>"),
        "東(とう)",
    ),
    "hidden text": (holding(run("Synlig ") + run("dold", "<w:vanish/>") + run(" text")), "Synlig {hidden: dold} text"),
    "a shape with text of its own": (
        holding(
            "<w:r><w:drawing><wp:inline><a:p><a:r><a:t>Rå</a:t></a:r><a:r><a:t>det</a:t></a:r></a:p></wp:inline>"
            "</w:drawing></w:r>"
        ),
        "Rådet",
    ),
    "a watermark": (
        holding('<w:r><w:pict><v:shape><v:textpath string="UTKAST"/></v:shape></w:pict></w:r>'),
        "UTKAST",
    ),
    "a picture of old": (
        holding('<w:r><w:pict><v:shape alt="Karta"><v:imagedata r:id="rId5"/></v:shape></w:pict></w:r>'),
        "![Karta](media/image1.png)",
    ),
    "another file in its place": ('<w:altChunk r:id="rId5"/>', "{altChunk: media/image1.png}"),
    "a box with a cross and a choice": (
        holding(
            form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')
            + form('<w:checkBox><w:default w:val="0"/></w:checkBox>')
            + form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Nej"/><w:listEntry w:val="Ja"/></w:ddList>')
        ),
        "☒☐Ja",
    ),
    "what another maker has thought up": (
        holding(
            '<mc:AlternateContent xmlns:x="http://example.org/"><mc:Choice Requires="x">'
            f"{run('nytt')}</mc:Choice><mc:Fallback>{run('gammalt')}</mc:Fallback></mc:AlternateContent>"
        ),
        "gammalt",
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
    "a cell that somebody has deleted": (
        f"<w:tbl>{ROW.replace('<w:tc>', f'<w:tc><w:tcPr><w:cellDel {WHO}/></w:tcPr>', 1)}</w:tbl>",
        "| b |",
    ),
    "a box and a shape that somebody has deleted": (
        holding(
            run("Text") + f"<w:del {WHO}><w:r>{TWICE}</w:r></w:del><w:moveFrom {WHO}><w:r><w:drawing><wp:inline><a:p>"
            "<a:r><a:t>Rådet</a:t></a:r></a:p></wp:inline></w:drawing></w:r></w:moveFrom>"
        ),
        "Text",
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


def test_a_diagram_says_what_stands_in_its_own_part() -> None:
    diagram = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    inside = f'<dgm:relIds xmlns:dgm="{diagram}" r:dm="rId9"/>'
    members = parts(holding(f"<w:r><w:drawing><wp:inline>{inside}</wp:inline></w:drawing></w:r>"))
    lead = f'<Relationship Id="rId9" Type="{R}/diagramData" Target="diagrams/data1.xml"/>'
    members["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{RELATIONSHIPS}">{LEADS}{LINK}{lead}</Relationships>'
    )
    points = "".join(f"<dgm:pt><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>" for text in ("Råd", ""))
    members["word/diagrams/data1.xml"] = f'<dgm:dataModel xmlns:dgm="{diagram}" {NAMESPACES}>{points}</dgm:dataModel>'
    assert text_of(members) == "Råd"
