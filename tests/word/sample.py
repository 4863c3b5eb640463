"""A small Word template made in code, and documents made from it."""

from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from zipfile import ZipFile

from safecomm.diagnostic import ContentError, Diagnostic
from safecomm.markdown.blocks import Block, Prose
from safecomm.markdown.parse import parse
from safecomm.word.document import render
from safecomm.word.own_parts import Properties
from safecomm.word.template import read_template
from safecomm.word.template_check import NEEDED

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = f'xmlns:w="{W}" xmlns:r="{R}"'
SWEDISH = Properties("Titel", "Solna", "sv")


class View(NamedTuple):
    """What most tests show."""

    text: Prose | str | None


def prose(markdown: str, language: str = "sv", name: str = "measures/hearings.text") -> Prose:
    blocks, problems = parse(markdown, name, 1, language)
    assert problems == []
    return Prose(name, language, blocks)


def prose_of(*blocks: Block) -> Prose:
    return Prose("measures/hearings.text", "sv", blocks)


def paragraph(text: str, style: str = "BodyText") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def field(instruction: str) -> str:
    """The runs of a field as Word writes them."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "separate", "end"))
    return f"{begin}<w:r><w:instrText>{instruction}</w:instrText></w:r>{separate}<w:r><w:t>?</w:t></w:r>{end}"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def level(number: int, kind: str, style: str) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{style}'
        f'<w:pPr><w:ind w:left="{400 * (number + 1)}" w:hanging="300"/></w:pPr></w:lvl>'
    )


def definition(number: int, kind: str, style: str) -> str:
    levels = [level(each, kind, f'<w:pStyle w:val="{style}"/>' if each == 0 else "") for each in range(9)]
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


NUMBERING = (
    definition(0, "bullet", "ListBullet")
    + definition(1, "decimal", "ListNumber")
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
LANGUAGE = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>'
STYLES = LANGUAGE + "".join(
    f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{style}"/></w:style>'
    for style in (*NEEDED, "Source", "BuildId", "toc1", "toc2")
)
SEPARATORS = '<w:footnote w:id="-1"><w:p/></w:footnote><w:footnote w:id="0"><w:p/></w:footnote>'
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = ("styles", "numbering", "settings", "footnotes", "header")
LEADS = "".join(
    f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{kind}{"1" if kind == "header" else ""}.xml"/>'
    for number, kind in enumerate(KINDS, start=1)
)


def parts(body: str, header: str = "") -> dict[str, str]:
    """The members of a small template; a test changes what it is about."""
    return {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="template"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONSHIPS}">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {ROOT}><w:body>{body}<w:sectPr/></w:body></w:document>",
        "word/header1.xml": f"<w:hdr {ROOT}>{header}</w:hdr>",
        "word/styles.xml": f"<w:styles {ROOT}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {ROOT}>{NUMBERING}</w:numbering>",
        "word/settings.xml": f"<w:settings {ROOT}><w:zoom/><w:compat/></w:settings>",
        "word/footnotes.xml": f"<w:footnotes {ROOT}>{SEPARATORS}</w:footnotes>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONSHIPS}">{LEADS}</Relationships>',
    }


def write(folder: Path, members: dict[str, str], phrases: str = "") -> tuple[Path, Path]:
    """The template and its phrases, as files."""
    templates = folder / "templates"
    templates.mkdir(exist_ok=True)
    docx, source = templates / "small.docx", templates / "phrases.sv.jinja"
    with ZipFile(docx, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    source.write_text(phrases, encoding="utf-8")
    return docx, source


def make(
    folder: Path,
    body: str,
    view: object,
    *,
    header: str = "",
    phrases: str = "",
    properties: Properties = SWEDISH,
    build_id: str | None = None,
) -> bytes:
    template = read_template(*write(folder, parts(body, header), phrases))
    return render(template, view, properties, build_id).data


def problems(folder: Path, body: str, view: object, *, header: str = "", phrases: str = "") -> list[Diagnostic]:
    try:
        make(folder, body, view, header=header, phrases=phrases)
    except ContentError as error:
        return error.diagnostics
    return []


def unzip(docx: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body_xml(docx: bytes) -> str:
    """What stands in the body, a paragraph or table a line."""
    xml = unzip(docx)["word/document.xml"].decode()
    body = xml[xml.index("<w:body>") + 8 : xml.index("<w:sectPr/>")]
    return body.replace("><w:p>", ">\n<w:p>").replace("><w:tbl>", ">\n<w:tbl>").replace("><w:tr>", ">\n<w:tr>")


def shown(docx: bytes, part: str = "word/document.xml") -> str:
    """The text that a reader sees, read with another library than the program's; a paragraph ends in ¶."""
    found = []
    for element in ElementTree.fromstring(unzip(docx)[part]).iter():
        match element.tag.removeprefix(f"{{{W}}}"):
            case "t":
                found.append(element.text or "")
            case "noBreakHyphen":
                found.append("\u2011")
            case "tab":
                found.append("\t")
            case "br":
                found.append("\n")
            case "p":
                found.append("¶")
    return "".join(found)
