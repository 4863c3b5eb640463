"""Drawings in running text: pictures and charts, each with a description for those who do not see it."""

from safecomm.ooxml.escape import attribute_text
from safecomm.ooxml.package import Package
from safecomm.ooxml.wordml import DRAWING, DRAWING_PROPERTIES, PLACED


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
