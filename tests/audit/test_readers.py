"""What looks like a fault and is none, and faults in their other forms."""

import pytest

from tests.audit.sample import codes, control, drawing, field, holding, parts, run, with_body
from tests.word.sample import paragraph, row

TWO_ROWS = row(paragraph("a"), paragraph("b")) * 2
BREAK = '<w:r><w:br w:type="page"/></w:r>'
DECORATIVE = (
    '<wp:docPr id="7" name="Linje"><a:extLst><a:ext><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr>'
)
BOX = f"<w:txbxContent>{paragraph('I rutan.')}</w:txbxContent>"
CHART = '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
SHAPE = '<w:r><w:pict><v:shapetype id="t"/><v:shape id="Bild"{0}>{1}</v:shape></w:pict></w:r>'
MARK = '<w:bookmarkStart w:id="9" w:name="x"/><w:bookmarkEnd w:id="9"/>'
DRAWN_BOX = f'<w:drawing><wp:inline><wp:docPr id="7" name="Ruta"/>{BOX}</wp:inline></w:drawing>'
SPACED = row(paragraph("x") + "<w:p/>")
EMPTY_TABLE = f"<w:tbl>{row('<w:p/>')}</w:tbl>"
NUMBERED = '<w:numPr><w:numId w:val="1"/></w:numPr>'


def image(known: str) -> str:
    return holding(f"<w:r><w:drawing><wp:inline>{known}</wp:inline></w:drawing></w:r>")


DELETED_FIELD = field('HYPERLINK \\l "ingenstans"', "<w:r><w:delText>Mål</w:delText></w:r>").replace(
    "instrText", "delInstrText"
)

GOOD = {
    "a year": paragraph("2008. Det var då.") + paragraph("2009. Sedan kom mer."),
    "a number alone": paragraph("1. Ett enda stycke.") + paragraph("Ett annat."),
    "a dash in a line of dialogue": paragraph("– Hej, sade hon."),
    "a real list that begins with a sign": holding(run("- minus"), NUMBERED),
    "entries of a list of contents": paragraph("1. Inledning\t3", "toc1") + paragraph("2. Mål\t4", "toc1"),
    "a bold sentence": holding(run("Alla ska vara trygga.", "<w:b/>")),
    "bold text turned off": holding(run("Vem gör vad", '<w:b w:val="0"/>')),
    "a bold header of a table": f"<w:tbl>{row(holding(run('Ålder', '<w:b/>')))}</w:tbl>",
    "the paragraph of an empty cell": EMPTY_TABLE,
    "a paragraph between tables": f"{EMPTY_TABLE}<w:p/>{EMPTY_TABLE}",
    "a page break": holding(BREAK),
    "a break between sections": holding("", "<w:sectPr/>"),
    "an item that begins with something else": holding("", NUMBERED),
    "a note that begins with its number alone": holding("<w:r><w:footnoteRef/></w:r>"),
    "a deleted paragraph": holding("", "<w:rPr><w:del/></w:rPr>"),
    "a table of one row": f"<w:tbl>{row(paragraph('a'), paragraph('b'))}</w:tbl>",
    "a content control at a cell's end": f"<w:tbl>{row(control(5, paragraph('x')))}</w:tbl>",
    "a bookmark at a cell's end": f"<w:tbl>{row(paragraph('x') + MARK)}</w:tbl>",
    "a decorative picture": image(DECORATIVE),
    "a text box": image(f'<wp:docPr id="7" name="Ruta"/>{BOX}'),
    "a picture of old with a description": holding(SHAPE.format(' alt="Stadshuset"', "<v:imagedata/>")),
    "a text box of old": holding(SHAPE.format("", f"<v:textbox>{BOX}</v:textbox>")),
    "a watermark": holding(SHAPE.format("", '<v:textpath string="UTKAST"/>')),
    "the same box for old programs": holding(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{DRAWN_BOX}</mc:Choice>'
        f"<mc:Fallback>{DRAWN_BOX}</mc:Fallback></mc:AlternateContent></w:r>"
    ),
    "a picture as a link": holding(f'<w:hyperlink r:id="rId4">{drawing(7)}</w:hyperlink>'),
    "a link to the top": holding(f'<w:hyperlink w:anchor="_top">{run("Till början")}</w:hyperlink>'),
    "a short address": holding(f'<w:hyperlink r:id="rId4">{run("www.example.org")}</w:hyperlink>'),
    "a field in another": holding(field(f"IF {{}} {field('REF a', run('x'))}", field("PAGE", run("2")))),
    "a field that shows nothing": holding(run("x") + field("XE ord", "")),
    "a field in one run": holding(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>1</w:t><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "a field that somebody has deleted": holding(f"<w:del>{DELETED_FIELD}</w:del>"),
    "a link of which the text is deleted": holding(
        run("x") + '<w:hyperlink r:id="rId4"><w:del><w:r><w:delText>Webb</w:delText></w:r></w:del></w:hyperlink>'
    ),
    "a number that is only counted": holding(run("x") + field("SEQ Tabell \\h", "")),
    "a link to a place in another document": holding(field('HYPERLINK "https://example.org" \\l "del"', run("Mål"))),
    "white text on a dark background": holding(run("x", '<w:color w:val="FFFFFF"/><w:shd w:fill="1F3864"/>')),
    "text whose colour is left to Word": holding(run("x", '<w:color w:val="auto"/><w:shd w:fill="000000"/>')),
    "large text": holding(run("x", '<w:color w:val="8A8A8A"/><w:sz w:val="36"/>')),
    "large bold text": holding(run("x.", '<w:b/><w:color w:val="8A8A8A"/><w:sz w:val="28"/>')),
    "hidden text": holding(run("x", '<w:color w:val="FFFFFF"/><w:vanish/>')),
    "braces": paragraph("{ a } och {% och }}"),
}


@pytest.mark.parametrize("what", GOOD)
def test_no_fault(what: str) -> None:
    assert codes(with_body(GOOD[what])) == []


BAD = {
    "audit-list-typed": [
        paragraph("- en sak"),
        paragraph("1. en") + paragraph("2. två"),
        paragraph("a) en") + paragraph("b) två"),
        f"<w:tbl>{row(paragraph('· en'))}</w:tbl>",
    ],
    "audit-heading-bold": [holding(run("Vem", "<w:b/>") + run(" gör", '<w:rStyle w:val="Strong"/>'))],
    "audit-heading-empty": [holding("", '<w:outlineLvl w:val="0"/>')],
    "audit-empty-paragraph": ["<w:p/><w:p/><w:p/>", holding("<w:r><w:br/></w:r>"), f"<w:tbl>{SPACED}</w:tbl>"],
    "audit-table-header": [f"<w:tbl>{TWO_ROWS}</w:tbl>"],
    "audit-table-merged": [f"<w:tbl>{row('<w:tcPr><w:vMerge/></w:tcPr>' + paragraph('x'))}</w:tbl>"],
    "audit-cell-end": [f"<w:tbl>{row('')}</w:tbl>"],
    "audit-picture": [
        image('<wp:docPr id="7" name="Diagram"/>' + CHART),
        image(f'<wp:docPr id="7" name="Ruta"/><pic:pic/>{BOX}'),
        holding(SHAPE.format("", "<v:imagedata/>")),
    ],
    "audit-link-text": [
        holding(f'<w:hyperlink r:id="rId4">{run("Klicka")}{run(" här")}</w:hyperlink>'),
        holding(field('HYPERLINK "https://example.org"', run("here"))),
    ],
    "audit-link-empty": [holding(run("x") + field('HYPERLINK "https://example.org"', ""))],
    "audit-link-place": [holding(field('HYPERLINK \\l "ingenstans"', run("Målet")))],
    "audit-field-open": [
        holding('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        holding('<w:r><w:fldChar w:fldCharType="separate"/></w:r>'),
    ],
    "audit-field-empty": [holding(run("x") + field("NUMPAGES", "")), '<w:p><w:fldSimple w:instr="PAGE"/></w:p>'],
    "audit-bookmark-open": ['<w:bookmarkEnd w:id="99"/>'],
    "audit-relationship": [holding('<w:r><w:drawing><a:blip r:embed="rId77"/></w:drawing></w:r>')],
    "audit-note": [holding('<w:r><w:endnoteReference w:id="1"/></w:r>')],
    "audit-contrast": [
        holding(run("x", '<w:color w:val="000000" w:themeColor="accent1" w:themeTint="66"/>')),
        holding(run("x", '<w:highlight w:val="blue"/><w:color w:val="000000"/>')),
        holding(run("x", '<w:color w:val="000000"/>'), '<w:shd w:val="clear" w:fill="303030"/>'),
        holding(run("x", '<w:color w:val="000000"/>'), '<w:shd w:val="solid" w:color="303030"/>'),
    ],
    "audit-tag": [holding(run("{{ na") + run("mn }}")), paragraph("{# glöm inte #}"), paragraph("{% if x %}")],
}


@pytest.mark.parametrize(("code", "body"), [(code, body) for code, bodies in BAD.items() for body in bodies])
def test_fault(code: str, body: str) -> None:
    assert codes(with_body(body)) == [code]


def test_text_that_the_content_means() -> None:
    body = with_body(paragraph("Skriv {{ namn }} här."))
    assert codes(body) == ["audit-tag"]
    assert codes(body, "Skriv {{ namn }} här.") == []
    assert codes(body, "Skriv {{ annat }} här.", "namn") == ["audit-tag"]


def test_a_tag_in_the_title() -> None:
    members = parts()
    members["docProps/core.xml"] = members["docProps/core.xml"].replace("Trygghetsprogram", "{{ titel }}")
    assert codes(members) == ["audit-tag"]


def test_headings_begin_with_the_first_level() -> None:
    members = parts()
    members["word/document.xml"] = members["word/document.xml"].replace('"heading1"', '"heading2"')
    assert codes(members) == ["audit-heading-jump"]


def test_a_protected_file() -> None:
    members = parts()
    for inside, found in (
        ("<w:writeProtection/>", ["audit-protected"]),
        ('<w:documentProtection w:enforcement="0"/>', []),
    ):
        assert (
            codes(members | {"word/settings.xml": members["word/settings.xml"].replace("><", f">{inside}<")}) == found
        )
