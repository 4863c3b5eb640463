"""A small Word document that has one of everything and nothing wrong with it; a test spoils what it is about."""

from collections.abc import Collection
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from safecomm.audit.audit import audit_package, audit_whole
from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.ooxml.opening import open_word_bytes
from tests.word.sample import RELATIONSHIPS, TYPES, R, W, paragraph, row

OFFICE = "http://schemas.openxmlformats.org"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{OFFICE}/drawingml/2006/wordprocessingDrawing"'
    f' xmlns:a="{OFFICE}/drawingml/2006/main" xmlns:pic="{OFFICE}/drawingml/2006/picture"'
    f' xmlns:mc="{OFFICE}/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def style(name: str, properties: str = "", kind: str = "paragraph", attributes: str = "") -> str:
    """Its id is the name without spaces."""
    identity = name.replace(" ", "")
    return f'<w:style w:type="{kind}" w:styleId="{identity}"{attributes}><w:name w:val="{name}"/>{properties}</w:style>'


def field(instruction: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def holding(inside: str, properties: str = "") -> str:
    """A paragraph of what is not only text."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def bookmark(number: int, name: str, inside: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def drawing(number: int, description: str = 'descr="Stadshuset"', inside: str = "") -> str:
    shown = inside or '<pic:pic><pic:blipFill><a:blip r:embed="rId5"/></pic:blipFill></pic:pic>'
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="{number}" name="Bild {number}" {description}/>'
        f"<a:graphic><a:graphicData>{shown}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def control(number: int, inside: str) -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="{number}"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'


HEADER_ROW = row(paragraph("Ålder"), paragraph("Antal")).replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>")
TABLE = f"<w:tbl><w:tblPr/>{HEADER_ROW}{row(paragraph('0–14'), paragraph('7'))}</w:tbl>"
TITLE = paragraph("Trygghetsprogram", "Title")
FIRST = holding(bookmark(1, "_Toc1", run("Inledning")), '<w:pStyle w:val="heading1"/>')
BODY = (
    TITLE
    + holding(field('TOC \\o "1-2"', f'<w:hyperlink w:anchor="_Toc1">{run("Inledning")}</w:hyperlink>'))
    + FIRST
    + paragraph("Alla ska vara trygga.")
    + holding(bookmark(2, "_Toc2", run("Hur det går till")), '<w:pStyle w:val="heading2"/>')
    + holding(run("Se ") + f'<w:hyperlink r:id="rId4">{run("stadens webbplats")}</w:hyperlink>')
    + holding(run("Brott", "<w:b/>") + run(" och skador", '<w:color w:val="1F3864"/>'))
    + holding(run("Rådet") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    + holding(drawing(1))
    + holding(drawing(2))
    + holding(run("sammanträder"), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + control(11, paragraph("Diarienummer"))
    + control(12, paragraph("Datum"))
    + TABLE
    + paragraph("Slut.")
)
NOTES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="1">{paragraph("Trygghetsrådet")}</w:footnote>'
    f'<w:footnote w:id="2">{paragraph("Mer")}</w:footnote>'
)
LANGUAGE = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="sv-SE"/></w:rPr></w:rPrDefault></w:docDefaults>'
STYLES = (
    LANGUAGE
    + style("Normal", attributes=' w:default="1"')
    + style("Title")
    + style("heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    + style("heading 2")
    + style("toc 1")
    + style("Strong", "<w:rPr><w:b/></w:rPr>", "character")
)
THEME = (
    "<a:theme><a:themeElements><a:clrScheme>"
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
)
KINDS = {
    1: ("styles", "styles.xml"),
    2: ("settings", "settings.xml"),
    3: ("footnotes", "footnotes.xml"),
    5: ("image", "media/image1.png"),
    6: ("header", "/word/header1.xml"),
    7: ("theme", "theme/theme1.xml"),
}
LEADS = "".join(f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{to}"/>' for n, (kind, to) in KINDS.items())
LINK = f'<Relationship Id="rId4" Type="{R}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
CORE = f"{OFFICE}/package/2006/metadata/core-properties"


def parts(body: str = BODY) -> dict[str, str]:
    return {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"/>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{RELATIONSHIPS}/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
        "docProps/core.xml": f'<c:coreProperties xmlns:c="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Trygghetsprogram</dc:title></c:coreProperties>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}"
        '<w:sectPr><w:headerReference r:id="rId6"/></w:sectPr></w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONSHIPS}">{LEADS}{LINK}</Relationships>',
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{holding(run('Sida ') + field('PAGE', run('1')))}</w:hdr>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{STYLES}</w:styles>",
        "word/settings.xml": f"<w:settings {NAMESPACES}></w:settings>",
        "word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{NOTES}</w:footnotes>",
        "word/theme/theme1.xml": THEME.replace("<a:theme>", f"<a:theme {NAMESPACES}>"),
        "word/media/image1.png": "",
    }


def zipped(members: dict[str, str]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def audit(data: bytes, name: str, allowed: Collection[str] = ()) -> list[Diagnostic]:
    """As of a file with this name."""
    try:
        package = open_word_bytes(data, name)
        return audit_package(package, name, allowed) if allowed else audit_whole(package, name)
    except ContentError as fault:
        return fault.diagnostics


def codes(members: dict[str, str], *allowed: str) -> list[str]:
    return [each.code for each in audit(zipped(members), "x.docx", allowed)]


def with_body(*added: str) -> dict[str, str]:
    """The good document with something more before its last paragraph."""
    return parts(BODY.removesuffix(paragraph("Slut.")) + paragraph("Mer.") + "".join(added) + paragraph("Slut."))
