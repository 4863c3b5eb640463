"""Drawings in running text: pictures and charts, each with a description for those who do not see it.

Pictures of the content are never wider than the text, nor higher than a page has room for.
"""

from hashlib import sha256

from lxml import etree

from safecomm.markdown.blocks import Picture
from safecomm.ooxml.escape import attribute_text
from safecomm.ooxml.package import Package
from safecomm.ooxml.wordml import DRAWING, DRAWING_PROPERTIES, PICTURE, PLACED, RELATIONSHIP, w
from safecomm.pictures.picture import PictureFile
from safecomm.word.attachments import RelationshipWriter

EMU = 914_400
"""English Metric Units in an inch."""
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
# By which Word knows the extension that names the SVG beside the PNG.
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
TWIP = 635
"""English Metric Units in a twentieth of a point."""
A4 = {"w": 11_906, "h": 16_838}
MARGIN = 1_417
# A caption and the text above want room, too.
SHARE = 0.6


def drawing_run(size: tuple[int, int], properties: str, frame: str, kind: str, inside: str) -> str:
    """`size` is in EMU, `properties` are its `drawing_properties`, `kind` is the namespace of what is `inside`."""
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{PLACED}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><wp:docPr {properties}/>'
        f"<wp:cNvGraphicFramePr>{frame}</wp:cNvGraphicFramePr>"
        f'<a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{kind}">{inside}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def drawing_properties(number: int, name: str, description: str) -> str:
    return f'id="{number}" name="{attribute_text(name)}" descr="{attribute_text(description)}"'


def descriptions(docx: bytes) -> list[str]:
    """The alternative text of each drawing of the body, in order; empty where it has none."""
    return [drawing.get("descr", "") for drawing in Package(docx).document.iter(DRAWING_PROPERTIES)]


def picture_xml(block: Picture, relationships: RelationshipWriter) -> str:
    """The run that shows the picture."""
    attachments = relationships.attachments
    picture, number = attachments.pictures[block.path], next(attachments.drawings)
    size = fit_to_page(picture, attachments.text_area)
    properties = drawing_properties(number, block.path.rpartition("/")[2], block.description)
    frame = f'<a:graphicFrameLocks xmlns:a="{DRAWING}" noChangeAspect="1"/>'
    shown = (
        f'<pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr {properties}/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{_blip(picture, relationships)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return drawing_run(size, properties, frame, PICTURE, shown)


def fit_to_page(picture: PictureFile, text_area: tuple[int, int]) -> tuple[int, int]:
    """Width and height in EMU: as large as the file says, or as the page has room for."""
    width, height = (max(round(pixels / picture.density * EMU), 1) for pixels in (picture.width, picture.height))
    scale = min(1, text_area[0] / width, text_area[1] / height)
    return max(round(width * scale), 1), max(round(height * scale), 1)


def _blip(picture: PictureFile, relationships: RelationshipWriter) -> str:
    """The reference to the file; that of an SVG leads to its PNG, and names the SVG for those who can show it."""
    if picture.fallback is None:
        return f'<a:blip xmlns:r="{RELATIONSHIP}" r:embed="{_media_key(picture.kind, picture.data, relationships)}"/>'
    return (
        f'<a:blip xmlns:r="{RELATIONSHIP}" r:embed="{_media_key("png", picture.fallback, relationships)}">'
        f'<a:extLst><a:ext uri="{SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{SVG}"'
        f' r:embed="{_media_key("svg", picture.data, relationships)}"/></a:ext></a:extLst></a:blip>'
    )


def _media_key(kind: str, data: bytes, relationships: RelationshipWriter) -> str:
    part = f"word/media/{sha256(data).hexdigest()[:16]}.{kind}"
    relationships.attachments.add(part, TYPES[kind], data)
    return relationships.to_part("image", part)


def text_area(document: etree._Element) -> tuple[int, int]:
    """Width of the text and most of its height, in EMU, on the smallest pages of the template."""
    sections = list(document.iter(w("sectPr")))
    whole = {size: _subtract(length, MARGIN, MARGIN) for size, length in A4.items()}
    width = min((_room(section, "w", "left", "right") for section in sections), default=whole["w"])
    height = min((_room(section, "h", "top", "bottom") for section in sections), default=whole["h"])
    return width * TWIP, int(height * SHARE) * TWIP


def _room(section: etree._Element, size: str, *sides: str) -> int:
    page, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    whole = A4[size] if page is None else int(page.get(w(size), A4[size]))
    return _subtract(whole, *(MARGIN if margins is None else int(margins.get(w(side), MARGIN)) for side in sides))


def _subtract(whole: int, *margins: int) -> int:
    """Never nothing: a template may have been given margins wider than its page."""
    return max(whole - sum(map(abs, margins)), 1)
