"""Small Word files such as other programs save: hand-written bodies with notes, comments, a header and a picture."""

from safecomm.ooxml.archive import write_parts
from safecomm.ooxml.package import Package
from safecomm.redline.redline import Redline
from safecomm.redline.redline import redline as make_redline
from tests.word.test_pictures import PNG

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE = "metadata/core-properties"
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": OFFICE,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
MARGIN = '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/>'
SEPARATOR = '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
STYLES = '<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="heading 1"/></w:style>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def run(text: str, look: str = "") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """Words, or XML as it stands."""
    inside = "".join(each if each.startswith("<") else run(each) for each in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def cell(*content: str, properties: str = "") -> str:
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{paragraph(*content)}</w:tc>"


def table(*rows: tuple[str, ...], properties: str = '<w:tblStyle w:val="Rutnät"/>') -> str:
    written = "".join(f"<w:tr>{''.join(map(cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/>{written}</w:tbl>"


def note(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def commented(text: str, number: int = 0) -> str:
    start, end = (f'<w:commentRange{half} w:id="{number}"/>' for half in ("Start", "End"))
    return f'{start}{run(text)}{end}<w:r><w:commentReference w:id="{number}"/></w:r>'


def picture(key: str = "rIdPicture", description: str = "Ett torg") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild 1" descr="{description}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:embed="{key}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def text_box(text: str, number: int = 7) -> str:
    """As Word writes it: once for itself, once for old programs, with numbers of its own at every save."""
    held = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:docPr id="{number}" name="Ruta"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>{held}</wps:txbx></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{held}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def equation(text: str) -> str:
    return f"<m:oMath><m:r><m:t>{text}</m:t></m:r></m:oMath>"


def control(content: str, tag: str = "val") -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def word_file(
    body: str,
    *,
    footnotes: tuple[str, ...] = (),
    endnotes: tuple[str, ...] = (),
    comments: tuple[str, ...] = (),
    header: str = "",
    image: bytes = PNG,
    page: str = MARGIN,
    title: str = "En plan",
    styles: str = STYLES,
    numbering: str = NUMBERING,
) -> bytes:
    """Parts that nothing is in are not there."""
    held = {
        "footnotes": noted("footnote", footnotes),
        "endnotes": noted("endnote", endnotes),
        "comments": "".join(
            f'<w:comment w:id="{number}" w:author="Anna">{paragraph(text)}</w:comment>'
            for number, text in enumerate(comments)
        ),
        "styles": styles,
        "numbering": numbering,
        "settings": "<w:zoom/>",
    }
    parts = {name: f"<w:{name} {DECLARED}>{inside}</w:{name}>" for name, inside in held.items() if inside}
    reference = '<w:headerReference w:type="default" r:id="rIdheader"/>' if header else ""
    if header:
        parts["header"] = f"<w:hdr {DECLARED}>{paragraph(header)}</w:hdr>"
    document = f"<w:document {DECLARED}><w:body>{body}<w:sectPr>{reference}{page}</w:sectPr></w:body></w:document>"
    leads = "".join(f'<Relationship Id="rId{name}" Type="{OFFICE}/{name}" Target="{name}.xml"/>' for name in parts)
    leads += f'<Relationship Id="rIdPicture" Type="{OFFICE}/image" Target="media/bild.png"/>'
    leads += f'<Relationship Id="rIdLink" Type="{OFFICE}/hyperlink" Target="https://a.example" TargetMode="External"/>'
    files = {
        "[Content_Types].xml": types(["document", *parts]),
        "_rels/.rels": related(
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{PACKAGE}/{CORE}" Target="docProps/core.xml"/>'
        ),
        "docProps/core.xml": f'<c:properties xmlns:c="{PACKAGE}/{CORE}"><c:title>{title}</c:title></c:properties>',
        "word/document.xml": document,
        "word/_rels/document.xml.rels": related(leads),
        **{f"word/{name}.xml": text for name, text in parts.items()},
    }
    return write_parts({name: text.encode() for name, text in files.items()} | {"word/media/bild.png": image})


def noted(kind: str, texts: tuple[str, ...]) -> str:
    written = (f'<w:{kind} w:id="{number}">{paragraph(text)}</w:{kind}>' for number, text in enumerate(texts, start=1))
    return SEPARATOR.format(kind) + "".join(written) if texts else ""


def related(leads: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{leads}</Relationships>'


def types(parts: list[str]) -> str:
    form = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {"document": "document.main"}
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{form}.{kinds.get(name, name)}+xml"/>' for name in parts
    )
    extensions = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
    }
    defaults = "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in extensions.items())
    return f'<Types xmlns="{PACKAGE}/content-types">{defaults}{overrides}</Types>'


def compared(old: bytes, new: bytes) -> Redline:
    """Raises UnprovenError."""
    return make_redline(Package(old), Package(new), "Solna")
