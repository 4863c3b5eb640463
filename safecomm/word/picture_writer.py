"""Pictures of the content as drawings of Word: inline, with a description, never wider than the text."""

from hashlib import sha256

from safecomm.markdown.blocks import Picture
from safecomm.ooxml.wordml import DRAWING, PICTURE, RELATIONSHIP
from safecomm.pictures.picture import PictureFile
from safecomm.word.attachments import RelationshipWriter
from safecomm.word.drawings import drawing_properties, drawing_run

EMU = 914_400
"""English Metric Units in an inch."""
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
# By which Word knows the extension that names the SVG beside the PNG.
SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


def picture_xml(block: Picture, relationships: RelationshipWriter) -> str:
    """The run that shows the picture."""
    attachments = relationships.attachments
    picture, number = attachments.pictures[block.path], next(attachments.drawings)
    size = scaled(picture, attachments.text_area)
    properties = drawing_properties(number, block.path.rpartition("/")[2], block.description)
    frame = f'<a:graphicFrameLocks xmlns:a="{DRAWING}" noChangeAspect="1"/>'
    shown = (
        f'<pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr><pic:cNvPr {properties}/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{_blip(picture, relationships)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return drawing_run(size, properties, frame, PICTURE, shown)


def scaled(picture: PictureFile, text_area: tuple[int, int]) -> tuple[int, int]:
    """Width and height in EMU: as large as the file says, or as the page has room for."""
    width, height = (max(round(pixels / picture.density * EMU), 1) for pixels in (picture.width, picture.height))
    scale = min(1, text_area[0] / width, text_area[1] / height)
    return max(round(width * scale), 1), max(round(height * scale), 1)


def _blip(picture: PictureFile, relationships: RelationshipWriter) -> str:
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
