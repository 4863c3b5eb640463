"""Pictures of the content as drawings of Word: inline, with a description, never wider than the text."""

from hashlib import sha256

from safecomm.markdown.blocks import Picture as PictureBlock
from safecomm.ooxml.escape import attribute_text
from safecomm.ooxml.wordml import RELATIONSHIP
from safecomm.pictures import Picture
from safecomm.word.attachments import RelationshipWriter

EMU = 914_400
"""English Metric Units in an inch."""
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
# By which Word knows the extension that names the SVG beside the PNG.
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


def picture_xml(block: PictureBlock, relationships: RelationshipWriter) -> str:
    """The run that shows the picture."""
    attachments = relationships.attachments
    picture, number = attachments.pictures[block.path], next(attachments.drawings)
    width, height = scaled(picture, attachments.text_area)
    size = f'cx="{width}" cy="{height}"'
    frame = f'xmlns:wp="{DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"'
    known = f'id="{number}" name="{attribute_text(block.path.rpartition("/")[2])}"'
    known += f' descr="{attribute_text(block.description)}"'
    return (
        f"<w:r><w:drawing><wp:inline {frame}>"
        f"<wp:extent {size}/><wp:docPr {known}/><wp:cNvGraphicFramePr>"
        f'<a:graphicFrameLocks xmlns:a="{DRAWING}/main" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {known}/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{_blip(picture, relationships)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def scaled(picture: Picture, text_area: tuple[int, int]) -> tuple[int, int]:
    """Width and height in EMU: as large as the file says, or as the page has room for."""
    width, height = (max(round(pixels / picture.density * EMU), 1) for pixels in (picture.width, picture.height))
    scale = min(1, text_area[0] / width, text_area[1] / height)
    return max(round(width * scale), 1), max(round(height * scale), 1)


def _blip(picture: Picture, relationships: RelationshipWriter) -> str:
    """The reference to the file; that of an SVG leads to its PNG, and names the SVG for those who can show it."""
    if picture.fallback is None:
        return f'<a:blip xmlns:r="{RELATIONSHIP}" r:embed="{_key(picture.kind, picture.data, relationships)}"/>'
    return (
        f'<a:blip xmlns:r="{RELATIONSHIP}" r:embed="{_key("png", picture.fallback, relationships)}">'
        f'<a:extLst><a:ext uri="{SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{SVG}"'
        f' r:embed="{_key("svg", picture.data, relationships)}"/></a:ext></a:extLst></a:blip>'
    )


def _key(kind: str, data: bytes, relationships: RelationshipWriter) -> str:
    part = f"word/media/{sha256(data).hexdigest()[:16]}.{kind}"
    relationships.attachments.add(part, TYPES[kind], data)
    return relationships.to_part("image", part)
